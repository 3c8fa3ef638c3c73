package org.biograd.proof.draws;

import static org.biograd.proof.term.Terms.*;

import java.util.List;
import org.biograd.fixedpoint.word.Philox;
import org.biograd.proof.prove.Planted;
import org.biograd.proof.prove.Proof;
import org.biograd.proof.prove.Scene;
import org.biograd.proof.term.Term;
import org.biograd.proof.walk.Array;
import org.biograd.proof.walk.Instance;

/** DRAW-1: one block, and blocks made together. The products stay names: both sides multiply the same words. */
final class PhiloxProofs {

    private static final String WORD = "fixedpoint/src/main/java/org/biograd/fixedpoint/word/";
    private static final int TOGETHER = 3;

    private PhiloxProofs() {}

    @Proof(
            clauses = "DRAW-1",
            says = "Philox.block gives the four words that ten rounds of the clause give",
            inputs = "every counter of 128 bits, every key of 64 bits")
    @Planted(
            value = "the keys move on once more in the middle",
            in = WORD + "Philox.java",
            right = "            x0 = (int) (d >>> 32) ^ (int) b ^ key0;",
            wrong = "            key0 += round == 4 ? WEYL_0 : 0;\n            x0 = (int) (d >>> 32) ^ (int) b ^ key0;")
    static void block(Scene s) {
        s.nameProducts();
        Term[] counter = {s.any("c0", 32), s.any("c1", 32), s.any("c2", 32), s.any("c3", 32)};
        Term k0 = s.any("k0", 32);
        Term k1 = s.any("k1", 32);
        Array out = zeros('I', 4);
        s.callFor(Philox.class, "block", counter[0], counter[1], counter[2], counter[3], k0, k1, out);
        Term[] expected = philox(counter, k0, k1);
        for (int i = 0; i < 4; i++) {
            s.prove(eq(out.term(i), expected[i]));
        }
    }

    @Proof(
            clauses = "DRAW-1",
            says = "PhiloxBlocks.count and compute give in each of three blocks the words of the clause, and each block"
                    + " depends on its own counter alone",
            inputs = "every counter, every key; the loops over blocks turn 3 times")
    @Planted(
            value = "the second words of a block are not carried on",
            in = WORD + "PhiloxBlocks.java",
            right = "x1[i] = b & Philox.LOW_WORD;",
            wrong = "x1[i] = a & Philox.LOW_WORD;")
    static void blocks(Scene s) throws ClassNotFoundException {
        s.nameProducts();
        Class<?> type = Class.forName("org.biograd.fixedpoint.word.PhiloxBlocks");
        Instance blocks = s.object(
                type,
                "x0",
                zeros('J', TOGETHER),
                "x1",
                zeros('J', TOGETHER),
                "x2",
                zeros('J', TOGETHER),
                "x3",
                zeros('J', TOGETHER));
        Term c2 = s.any("c2", 32);
        Term c3 = s.any("c3", 32);
        Term k0 = s.any("k0", 32);
        Term k1 = s.any("k1", 32);
        Term[] c0 = new Term[TOGETHER];
        Term[] c1 = new Term[TOGETHER];
        for (int i = 0; i < TOGETHER; i++) {
            c0[i] = s.any("c0." + i, 32);
            c1[i] = s.any("c1." + i, 32);
            s.callFor(type, "count", blocks, constant(i, 32), c0[i], c1[i]);
        }
        s.callFor(type, "compute", blocks, constant(TOGETHER, 32), c2, c3, k0, k1);
        Array low = (Array) s.callFor(type, "low", blocks);
        Array high = (Array) s.callFor(type, "high", blocks);
        for (int i = 0; i < TOGETHER; i++) {
            Term[] expected = philox(new Term[] {c0[i], c1[i], c2, c3}, k0, k1);
            s.prove(eq(low.term(i), concat(expected[1], expected[0])));
            s.prove(eq(high.term(i), concat(expected[3], expected[2])));
            s.prove(truth(low.term(i).variables().stream().allMatch(of(c0[i], c1[i], c2, c3, k0, k1)::contains)));
        }
    }

    private static List<Term> of(Term... terms) {
        return List.of(terms);
    }

    private static Array zeros(char kind, int length) {
        Object[] zeros = new Object[length];
        java.util.Arrays.fill(zeros, constant(0, kind == 'J' ? 64 : 32));
        return Array.of(kind, zeros);
    }

    /** The clause: ten rounds, the keys raised between them. */
    private static Term[] philox(Term[] counter, Term k0, Term k1) {
        Term[] c = counter.clone();
        for (int round = 0; round < 10; round++) {
            Term key0 = add(k0, mul(constant(round, 32), constant(0x9E3779B9, 32)));
            Term key1 = add(k1, mul(constant(round, 32), constant(0xBB67AE85, 32)));
            Term a = mul(constant(0xD2511F53L, 64), zeroExtend(c[0], 64));
            Term b = mul(constant(0xCD9E8D57L, 64), zeroExtend(c[2], 64));
            c = new Term[] {
                xor(xor(extract(63, 32, b), c[1]), key0),
                extract(31, 0, b),
                xor(xor(extract(63, 32, a), c[3]), key1),
                extract(31, 0, a)
            };
        }
        return c;
    }
}
