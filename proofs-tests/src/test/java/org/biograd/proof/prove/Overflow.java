package org.biograd.proof.prove;

import static org.objectweb.asm.Opcodes.*;

import org.biograd.proof.term.Term;
import org.biograd.proof.term.Terms;
import org.biograd.proof.walk.Operation;

/** When an instruction's result is the mathematical one. */
final class Overflow {

    private Overflow() {}

    static Term exact(Operation operation) {
        Term x = operation.left();
        Term y = operation.right();
        int w = x.width();
        return switch (operation.opcode()) {
            case IADD, LADD -> same(Terms.add(x, y), Terms.add(more(x), more(y)));
            case ISUB, LSUB -> same(Terms.sub(x, y), Terms.sub(more(x), more(y)));
            case INEG, LNEG -> same(Terms.neg(x), Terms.neg(more(x)));
            case IMUL, LMUL -> Terms.ule(Terms.add(bits(Terms.abs(x)), bits(Terms.abs(y))), Terms.constant(w - 1L, w));
            case ISHL, LSHL -> {
                Term places = Terms.zeroExtend(y, w);
                Term shifted = Terms.shl(x, places);
                yield Terms.both(Terms.ult(places, Terms.constant(w, w)), Terms.eq(Terms.ashr(shifted, places), x));
            }
            case L2I -> same(Terms.extract(31, 0, x), x);
            // A quotient overflows for the most negative dividend and -1 alone.
            default -> Terms.not(Terms.both(Terms.eq(x, Terms.neg(x)), Terms.ne(x, Terms.constant(0, w))));
        };
    }

    private static Term more(Term x) {
        return Terms.signExtend(x, x.width() + 1);
    }

    private static Term same(Term word, Term exact) {
        return Terms.eq(Terms.signExtend(word, exact.width()), exact);
    }

    /** The number of bits of the binary form of an unsigned x. */
    private static Term bits(Term x) {
        int w = x.width();
        Term rest = x;
        Term bits = Terms.constant(0, w);
        for (int half = w / 2; half > 0; half /= 2) {
            Term high = Terms.lshr(rest, Terms.constant(half, w));
            Term wide = Terms.ne(high, Terms.constant(0, w));
            bits = Terms.ite(wide, Terms.add(bits, Terms.constant(half, w)), bits);
            rest = Terms.ite(wide, high, rest);
        }
        return Terms.add(bits, rest);
    }
}
