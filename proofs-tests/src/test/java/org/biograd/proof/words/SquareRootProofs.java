package org.biograd.proof.words;

import static org.biograd.proof.term.Terms.*;

import java.util.List;
import java.util.Map;
import org.biograd.fixedpoint.word.Words;
import org.biograd.proof.prove.Planted;
import org.biograd.proof.prove.Proof;
import org.biograd.proof.prove.Scene;
import org.biograd.proof.term.Term;
import org.biograd.proof.walk.Walker;

/**
 * WORD-8, by an invariant of its loop. With m = 2 bit, and m = 1 where bit is 0: root is a multiple of m,
 * root^2 <= x < (root + m)^2 and root + m <= 2^32. It holds before the first turn, every turn keeps it and halves m,
 * and the method returns root where m = 1.
 */
final class SquareRootProofs {

    private static final String WORDS = "fixedpoint/src/main/java/org/biograd/fixedpoint/word/Words.java";

    private SquareRootProofs() {}

    @Proof(
            clauses = "WORD-8",
            says = "isqrt(x) = r with r^2 <= x < (r + 1)^2: the invariant holds before the first turn, every"
                    + " turn keeps it and halves the step, the"
                    + " last leaves the root",
            inputs = "x in 0..2^63 - 1; every root and every bit that the invariant allows")
    @Planted(value = "a perfect square is missed", in = WORDS, right = "x) <= 0) {", wrong = "x) < 0) {")
    static void isqrt(Scene s) {
        Term x = s.within("x", 64, 0, Long.MAX_VALUE);
        Term root = s.within("root", 64, 0, (1L << 32) - 1);
        Term n = s.within("n", 32, -1, 31);
        s.nameProducts();
        Term bit = ite(negative(n), constant(0, 64), shl(constant(1, 64), signExtend(n, 64)));
        s.given(invariant(root, bit, x));

        String words = Scene.internalName(Words.class);
        Walker.Turn turn = s.walker().turn(words, "isqrt", 0, Map.of("x", x, "root", root, "bit", bit));
        Term next = (Term) turn.locals().get("root");
        Term nextBit = (Term) turn.locals().get("bit");
        // The square of what is tried fits 64 bits without sign.
        Term tried = or(root, bit);
        s.productWidens(tried, tried, (1L << 32) - 1, (1L << 32) - 1, 128);

        Map<String, Object> first = s.walker().enter(words, "isqrt", 0, List.of(x));
        s.prove(invariant((Term) first.get("root"), (Term) first.get("bit"), x));
        s.prove(eq(turn.again(), ne(bit, constant(0, 64))));
        s.prove(implies(turn.again(), invariant(next, nextBit, x)));
        s.prove(implies(turn.again(), eq(nextBit, lshr(bit, constant(1, 64)))));
        s.prove(implies(turn.left(), eq((Term) turn.result(), root)));

        Term r = s.call(Words.class, "isqrt", x);
        s.follows(both(ule(square(wide(r)), wide(x)), ult(wide(x), square(add(wide(r), constant(1, 128))))));
    }

    private static Term invariant(Term root, Term bit, Term x) {
        Term step = ite(eq(bit, constant(0, 64)), constant(1, 64), shl(bit, constant(1, 64)));
        Term end = add(wide(root), wide(step));
        return all(
                eq(and(root, sub(step, constant(1, 64))), constant(0, 64)),
                ule(end, constant(1L << 32, 128)),
                ule(square(wide(root)), wide(x)),
                ult(wide(x), square(end)));
    }

    private static Term square(Term x) {
        return mul(x, x);
    }

    private static Term wide(Term x) {
        return zeroExtend(x, 128);
    }
}
