package org.biograd.proof.words;

import static org.biograd.proof.term.Terms.*;

import org.biograd.fixedpoint.word.Words;
import org.biograd.proof.prove.Planted;
import org.biograd.proof.prove.Proof;
import org.biograd.proof.prove.Scene;
import org.biograd.proof.step.Clauses;
import org.biograd.proof.term.Term;
import org.biograd.spec.Rounding;

/** WORD-4, mode by mode: what distinguishes the rounded value from all others, in words of 128 bits. */
final class ShiftProofs {

    private static final String WORDS = "fixedpoint/src/main/java/org/biograd/fixedpoint/word/Words.java";
    private static final String INPUTS = "x with abs(x) < 2^62; k in 0..62";

    private ShiftProofs() {}

    @Proof(clauses = "WORD-4", says = "FLOOR: 0 <= x - y 2^k < 2^k", inputs = INPUTS)
    @Planted(
            value = "floor rounds up",
            in = WORDS,
            right = "            case FLOOR:\n                return floor;",
            wrong = "            case FLOOR:\n                return floor + 1;")
    static void floor(Scene s) {
        Shifted y = shift(s, Rounding.FLOOR);
        s.prove(sle(y.zero, y.error), slt(y.error, y.unit));
    }

    @Proof(
            clauses = "WORD-4",
            says = "TOWARD_ZERO: abs(y) 2^k <= abs(x) < (abs(y) + 1) 2^k, y = 0 or y of the sign of x",
            inputs = INPUTS,
            tactic = "qfufbv_ackr",
            slow = true)
    @Planted(
            value = "toward zero is down",
            in = WORDS,
            right = "return x < 0 ? floor + 1 : floor;",
            wrong = "return floor;")
    static void towardZero(Scene s) {
        Shifted y = shift(s, Rounding.TOWARD_ZERO);
        s.prove(y.signed, sle(abs(y.scaled), abs(y.x)), slt(abs(y.error), y.unit));
    }

    @Proof(
            clauses = "WORD-4",
            says = "AWAY_FROM_ZERO: (abs(y) - 1) 2^k < abs(x) <= abs(y) 2^k, y = 0 or y of the sign of x",
            inputs = INPUTS,
            tactic = "qfufbv_ackr",
            slow = true)
    @Planted(
            value = "away from zero is upwards",
            in = WORDS,
            right = "return x < 0 ? floor : floor + 1;",
            wrong = "return floor + 1;")
    static void awayFromZero(Scene s) {
        Shifted y = shift(s, Rounding.AWAY_FROM_ZERO);
        s.prove(y.signed, sle(abs(y.x), abs(y.scaled)), slt(abs(y.error), y.unit));
    }

    @Proof(
            clauses = "WORD-4",
            says = "NEAREST_EVEN: abs(x - y 2^k) <= 2^(k-1), and where they are equal y is even",
            inputs = INPUTS,
            tactic = "qfufbv_ackr",
            slow = true)
    @Planted(
            value = "a tie goes up instead of to the even neighbour",
            in = WORDS,
            right = "(remainder == half && (floor & 1) == 1)",
            wrong = "remainder == half")
    static void nearestEven(Scene s) {
        Shifted y = shift(s, Rounding.NEAREST_EVEN);
        Term twice = shl(abs(y.error), constant(1, 128));
        Term even = eq(extract(0, 0, y.y), constant(0, 1));
        s.prove(sle(twice, y.unit), implies(eq(twice, y.unit), even));
    }

    @Proof(
            clauses = "WORD-4",
            says = "STOCHASTIC: y = floor(x / 2^k) + [r < x mod 2^k]",
            inputs = "x with abs(x) < 2^62; k in 0..32; every draw r of k bits")
    @Planted(
            value = "the draw is compared with <=",
            in = WORDS,
            right = "return draw < remainder",
            wrong = "return draw <= remainder")
    static void stochastic(Scene s) {
        Shifted y = shift(s, Rounding.STOCHASTIC);
        Term remainder = and(y.x, sub(y.unit, constant(1, 128)));
        Term floor = ashr(y.x, y.k);
        s.prove(eq(y.y, ite(slt(y.draw, remainder), add(floor, constant(1, 128)), floor)));
    }

    @Proof(
            clauses = "WORD-4",
            says = "in every mode shift is the formula of the table, exactly: what other claims take for it",
            inputs = "x with abs(x) < 2^62; k in 0..62, in STOCHASTIC 0..32 and every draw of k bits",
            tactic = "qfufbv_ackr",
            slow = true)
    @Planted(
            value = "toward zero adds 1 to what is positive",
            in = WORDS,
            right = "return x < 0 ? floor + 1 : floor;",
            wrong = "return x > 0 ? floor + 1 : floor;")
    static void table(Scene s) {
        Term x = s.within("x", 64, 1 - (1L << 62), (1L << 62) - 1);
        for (Rounding mode : Rounding.values()) {
            boolean drawn = mode == Rounding.STOCHASTIC;
            Term k = s.within("k." + mode, 32, 0, drawn ? 32 : 62);
            Term draw = drawn ? s.within("r", 64, 0, (1L << 32) - 1) : constant(0, 64);
            s.given(drawn ? slt(Clauses.exact(draw), Clauses.power(k)) : TRUE);
            Term y = s.call(Words.class, "shift", x, k, mode, draw);
            Term right = eq(Clauses.exact(y), Clauses.shift(Clauses.exact(x), k, mode, draw));
            s.prove(implies(negative(x), right));
            s.prove(either(negative(x), right));
        }
    }

    /**
     * A value and the shifted one, of 128 bits each.
     *
     * @param scaled y 2^k
     * @param error x - y 2^k
     * @param unit 2^k
     * @param signed whether y is 0 or has the sign of x
     */
    private record Shifted(
            Term x, Term k, Term draw, Term y, Term scaled, Term error, Term unit, Term signed, Term zero) {}

    private static Shifted shift(Scene s, Rounding mode) {
        boolean drawn = mode == Rounding.STOCHASTIC;
        Term x = s.within("x", 64, 1 - (1L << 62), (1L << 62) - 1);
        Term k = s.within("k", 32, 0, drawn ? 32 : 62);
        Term draw = s.within("r", 64, drawn ? 0 : Long.MIN_VALUE, drawn ? (1L << 32) - 1 : Long.MAX_VALUE);
        if (drawn) {
            s.given(slt(draw, shl(constant(1, 64), signExtend(k, 64))));
        }
        Term y = signExtend(s.call(Words.class, "shift", x, k, mode, draw), 128);
        Term wide = signExtend(x, 128);
        Term places = signExtend(k, 128);
        Term zero = constant(0, 128);
        Term scaled = shl(y, places);
        Term signed = either(eq(y, zero), eq(negative(y), negative(wide)));
        return new Shifted(
                wide,
                places,
                signExtend(draw, 128),
                y,
                scaled,
                sub(wide, scaled),
                shl(constant(1, 128), places),
                signed,
                zero);
    }
}
