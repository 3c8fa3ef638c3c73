package org.biograd.proof.draws;

import static org.biograd.proof.term.Terms.*;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import org.biograd.fixedpoint.word.Draws;
import org.biograd.fixedpoint.word.Philox;
import org.biograd.proof.prove.Planted;
import org.biograd.proof.prove.Proof;
import org.biograd.proof.prove.Scene;
import org.biograd.proof.term.Term;
import org.biograd.proof.walk.Array;
import org.biograd.proof.walk.Instance;
import org.biograd.spec.DrawStream;

/** DRAW-2 and DRAW-3: counter, key and lanes. The generator itself is an unknown function of its six words here. */
final class DrawProofs {

    private static final String DRAWS = "fixedpoint/src/main/java/org/biograd/fixedpoint/word/Draws.java";
    private static final String INPUTS =
            "seed, layer, sample, step and index of all their bits; 1..32 bits of a draw; stream WEIGHT";

    private DrawProofs() {}

    @Proof(
            clauses = {"DRAW-2", "DRAW-3"},
            says = "after select, at(index) is the lane that the clause names, of the block that it names",
            inputs = INPUTS)
    @Planted(
            value = "draws of 8 bits are read from lanes of 16",
            in = DRAWS,
            right = "bits <= 8 ? 3",
            wrong = "bits < 8 ? 3")
    static void at(Scene s) {
        Cursor c = new Cursor(s);
        c.select();
        Term index = s.within("index", 32, 0, Integer.MAX_VALUE);
        Term draw = s.call(Draws.class, "at", c.draws, index);
        s.prove(eq(draw, c.clause(index, c.step)));
        s.proveNoFailure();
    }

    @Proof(
            clauses = {"DRAW-2", "DRAW-3"},
            says = "the block that is kept changes no draw: after a draw at any index, and after nextStep, the"
                    + " next is that"
                    + " of the clause",
            inputs = INPUTS)
    @Planted(
            value = "a new step keeps the block of the last",
            in = DRAWS,
            right = "        step++;\n        filled = false;",
            wrong = "        step++;")
    static void keptBlocks(Scene s) {
        Cursor c = new Cursor(s);
        c.select();
        Term first = s.within("first", 32, 0, Integer.MAX_VALUE);
        Term index = s.within("index", 32, 0, Integer.MAX_VALUE);
        s.call(Draws.class, "at", c.draws, first);
        s.prove(eq(s.call(Draws.class, "at", c.draws, index), c.clause(index, c.step)));
        s.callFor(Draws.class, "nextStep", c.draws);
        s.prove(eq(s.call(Draws.class, "at", c.draws, index), c.clause(index, add(c.step, constant(1, 32)))));
    }

    @Proof(
            clauses = "DRAW-3",
            says = "the eight lanes that fillBytes reads at once are those of the clause",
            inputs = "every half of a block; 1..8 bits of a draw")
    @Planted(
            value = "the fifth lane is read from the low word",
            in = DRAWS,
            right = "out[i + 4] = highWord & mask;",
            wrong = "out[i + 4] = lowWord & mask;")
    static void fillBytes(Scene s) {
        Term half = s.any("half", 64);
        Term bits = s.within("bits", 32, 1, 8);
        Term mask = sub(shl(constant(1, 32), bits), constant(1, 32));
        Array out = ints(8);
        s.callFor(Draws.class, "fillBytes", half, mask, out, constant(0, 32));
        for (int i = 0; i < 8; i++) {
            Term lane = zeroExtend(extract(8 * i + 7, 8 * i, half), 32);
            s.prove(eq(out.term(i), urem(lane, shl(constant(1, 32), bits))));
        }
    }

    @Proof(
            clauses = "DRAW-3",
            says = "findBlocks lists for every index its block, each once, and where in it the lane begins",
            inputs = "three indices in ascending order; lanes of 8, 16 and 32 bits")
    @Planted(
            value = "blocks are found by the first index of a lane",
            in = DRAWS,
            right = "bitOf[p] = index[p] << laneLog & 127;",
            wrong = "bitOf[p] = index[p] << laneLog & 63;")
    static void findBlocks(Scene s) {
        Term laneLog = s.within("laneLog", 32, 3, 5);
        Term[] index = new Term[3];
        for (int p = 0; p < 3; p++) {
            index[p] = s.within("index" + p, 32, 0, Integer.MAX_VALUE);
            s.given(p == 0 ? TRUE : sle(index[p - 1], index[p]));
        }
        Instance draws =
                s.object(Draws.class, "laneLog", laneLog, "blockOf", ints(3), "bitOf", ints(3), "wanted", ints(3));
        Term found = s.call(Draws.class, "findBlocks", draws, Array.ints((Object[]) index), constant(3, 32));
        Array blockOf = (Array) draws.fields().get("blockOf");
        Array bitOf = (Array) draws.fields().get("bitOf");
        Array wanted = (Array) draws.fields().get("wanted");
        Term lanes = lshr(constant(128, 32), laneLog);
        for (int p = 0; p < 3; p++) {
            Term block = at(wanted, blockOf.term(p));
            Term lane = lshr(bitOf.term(p), laneLog);
            s.prove(
                    ult(blockOf.term(p), found),
                    // index = lanes block + lane, 0 <= lane < lanes, the lane beginning where the clause says
                    eq(zeroExtend(index[p], 64), add(mulByLanes(block, laneLog), zeroExtend(lane, 64))),
                    ult(lane, lanes),
                    eq(shl(lane, laneLog), bitOf.term(p)));
        }
        for (int b = 1; b < 3; b++) {
            s.prove(implies(ult(constant(b, 32), found), ult(wanted.term(b - 1), wanted.term(b))));
        }
        s.proveNoFailure();
    }

    @Proof(
            clauses = "DRAW-3",
            says = "take reads from blocks that are there the lanes that are asked for",
            inputs = "two blocks of any bits, two draws from either of them, at any of its lanes; 1..31 bits of a draw")
    @Planted(
            value = "the high half begins at bit 65",
            in = DRAWS,
            right = "bit < 64 ? lows : highs",
            wrong = "bit < 65 ? lows : highs")
    static void take(Scene s) {
        Array lows = Array.longs(s.any("low0", 64), s.any("low1", 64));
        Array highs = Array.longs(s.any("high0", 64), s.any("high1", 64));
        Term bits = s.within("bits", 32, 1, 31);
        Term[] block = {s.within("block0", 32, 0, 1), s.within("block1", 32, 0, 1)};
        // Lanes of 8 bits are the finest: no lane begins elsewhere.
        Term[] lane = {s.within("lane0", 32, 0, 15), s.within("lane1", 32, 0, 15)};
        Term[] bit = {shl(lane[0], constant(3, 32)), shl(lane[1], constant(3, 32))};
        Term end0 = add(and(bit[0], constant(63, 32)), bits);
        Term end1 = add(and(bit[1], constant(63, 32)), bits);
        s.given(both(sle(end0, constant(64, 32)), sle(end1, constant(64, 32))));
        Instance draws = s.object(
                Draws.class,
                "laneMask",
                sub(shl(constant(1, 64), signExtend(bits, 64)), constant(1, 64)),
                "blockOf",
                Array.ints((Object[]) block),
                "bitOf",
                Array.ints((Object[]) bit));
        Array out = ints(3);
        s.callFor(Draws.class, "take", draws, constant(0, 32), lows, highs, constant(2, 32), out, constant(1, 32));
        for (int p = 0; p < 2; p++) {
            Term all = concat(at(highs, block[p]), at(lows, block[p]));
            Term modulus = shl(constant(1, 128), zeroExtend(bits, 128));
            Term draw = and(lshr(all, zeroExtend(bit[p], 128)), sub(modulus, constant(1, 128)));
            s.prove(eq(zeroExtend(out.term(p + 1), 128), draw));
        }
        s.proveNoFailure();
    }

    private static Term mulByLanes(Term block, Term laneLog) {
        return shl(zeroExtend(block, 64), zeroExtend(sub(constant(7, 32), laneLog), 64));
    }

    private static Array ints(int length) {
        Object[] zeros = new Object[length];
        java.util.Arrays.fill(zeros, constant(0, 32));
        return Array.ints(zeros);
    }

    private static Term at(Array array, Term index) {
        Term value = array.term(0);
        for (int i = 1; i < array.length(); i++) {
            value = ite(eq(index, constant(i, 32)), array.term(i), value);
        }
        return value;
    }

    /** A cursor of any state that a constructor and select can leave. */
    private static final class Cursor {

        private final Scene s;
        private final Instance draws;
        private final Term seed;
        private final Term layer;
        private final Term sample;
        private final Term step;
        private final Term bits;

        Cursor(Scene s) {
            this.s = s;
            seed = s.any("seed", 64);
            layer = s.within("layer", 32, 0, 65_535);
            sample = s.within("sample", 64, 0, (1L << 32) - 1);
            step = s.within("step", 32, 0, Integer.MAX_VALUE - 1);
            bits = s.within("bits", 32, 1, 32);
            draws = s.object(
                    Draws.class,
                    "words",
                    ints(4),
                    "block",
                    s.any("block before", 32),
                    "filled",
                    s.within("filled before", 32, 0, 1),
                    "low",
                    s.any("low before", 64),
                    "high",
                    s.any("high before", 64));
            s.function("philox", PhiloxExample.VALUE);
            s.walker().replace("org/biograd/fixedpoint/word/Philox.block", Cursor::block);
        }

        void select() {
            s.callFor(Draws.class, "<init>", draws, seed);
            s.callFor(Draws.class, "select", draws, DrawStream.WEIGHT, layer, sample, step, bits);
        }

        private static Object block(List<Object> a, Term path) {
            Term all = philox(a.stream().limit(6).map(Term.class::cast).toArray(Term[]::new));
            for (int i = 0; i < 4; i++) {
                ((Array) a.get(6)).write(i, extract(32 * i + 31, 32 * i, all), path);
            }
            return null;
        }

        private static Term philox(Term... words) {
            return apply("philox", 128, words);
        }

        /** The draw that the clause names, of 64 bits. */
        Term clause(Term index, Term atStep) {
            Term at = zeroExtend(index, 64);
            Term lanesLog = ite(sle(bits, word(8)), word(4), ite(sle(bits, word(16)), word(3), word(2)));
            Term block = extract(31, 0, lshr(at, zeroExtend(lanesLog, 64)));
            Term lane = and(index, sub(shl(word(1), lanesLog), word(1)));
            Term width = lshr(word(128), lanesLog);
            Term code = or(shl(word(4), word(16)), layer);
            Term all = philox(block, atStep, extract(31, 0, sample), code, extract(31, 0, seed), extract(63, 32, seed));
            // The product of lane and width, a power of two, is a shift.
            Term firstBit = ite(
                    eq(width, word(8)),
                    shl(lane, word(3)),
                    ite(eq(width, word(16)), shl(lane, word(4)), shl(lane, word(5))));
            Term shifted = lshr(all, zeroExtend(firstBit, 128));
            Term modulus = shl(constant(1, 128), zeroExtend(bits, 128));
            return extract(63, 0, and(shifted, sub(modulus, constant(1, 128))));
        }

        private static Term word(long value) {
            return constant(value, 32);
        }
    }

    /** The generator, to compute with. */
    private static final class PhiloxExample {

        static final Function<List<BigInteger>, BigInteger> VALUE = words -> {
            int[] out = new int[4];
            int[] w = words.stream().mapToInt(BigInteger::intValue).toArray();
            Philox.block(w[0], w[1], w[2], w[3], w[4], w[5], out);
            BigInteger all = BigInteger.ZERO;
            for (int i = 3; i >= 0; i--) {
                all = all.shiftLeft(32).or(BigInteger.valueOf(out[i] & 0xFFFFFFFFL));
            }
            return all;
        };
    }
}
