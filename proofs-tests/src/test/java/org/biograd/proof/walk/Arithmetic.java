package org.biograd.proof.walk;

import static org.biograd.proof.term.Terms.constant;
import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import org.biograd.proof.term.Op;
import org.biograd.proof.term.Term;
import org.biograd.proof.term.Terms;

/** The instructions that only compute: what they do to the stack, as formulas (JVMS 6.5). */
final class Arithmetic {

    private Arithmetic() {}

    /** Runs an instruction on the stack; false where it is none of these. */
    static boolean run(int opcode, ArrayList<Object> stack) {
        switch (opcode) {
            case ICONST_M1, ICONST_0, ICONST_1, ICONST_2, ICONST_3, ICONST_4, ICONST_5 ->
                stack.add(constant(opcode - ICONST_0, 32));
            case LCONST_0, LCONST_1 -> stack.add(constant(opcode - LCONST_0, 64));
            case INEG, LNEG -> stack.add(Terms.neg(pop(stack)));
            case I2L -> stack.add(Terms.signExtend(pop(stack), 64));
            case L2I -> stack.add(Terms.extract(31, 0, pop(stack)));
            case I2B -> stack.add(Terms.signExtend(Terms.extract(7, 0, pop(stack)), 32));
            case I2S -> stack.add(Terms.signExtend(Terms.extract(15, 0, pop(stack)), 32));
            case I2C -> stack.add(Terms.zeroExtend(Terms.extract(15, 0, pop(stack)), 32));
            case IADD, LADD, ISUB, LSUB, IMUL, LMUL, IDIV, LDIV, IREM, LREM, IAND, LAND, IOR, LOR, IXOR, LXOR -> {
                Term y = pop(stack);
                Term x = pop(stack);
                stack.add(binary(opcode, x, y));
            }
            case ISHL, LSHL, ISHR, LSHR, IUSHR, LUSHR -> {
                Term by = pop(stack);
                Term x = pop(stack);
                stack.add(shift(opcode, x, by));
            }
            case LCMP -> {
                Term y = pop(stack);
                Term x = pop(stack);
                stack.add(Terms.ite(
                        Terms.slt(x, y),
                        constant(-1, 32),
                        Terms.ite(Terms.eq(x, y), constant(0, 32), constant(1, 32))));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static Term binary(int opcode, Term x, Term y) {
        return switch (opcode) {
            case IADD, LADD -> Terms.add(x, y);
            case ISUB, LSUB -> Terms.sub(x, y);
            case IMUL, LMUL -> Terms.mul(x, y);
            case IDIV, LDIV -> Terms.sdiv(x, y);
            case IREM, LREM -> Terms.srem(x, y);
            case IAND, LAND -> Terms.and(x, y);
            case IOR, LOR -> Terms.or(x, y);
            default -> Terms.xor(x, y);
        };
    }

    /** A shift counts modulo the width. */
    private static Term shift(int opcode, Term x, Term by) {
        int width = x.width();
        Term places = Terms.and(Terms.zeroExtend(by, width), constant(width - 1, width));
        return switch (opcode) {
            case ISHL, LSHL -> Terms.shl(x, places);
            case ISHR, LSHR -> Terms.ashr(x, places);
            default -> Terms.lshr(x, places);
        };
    }

    /** The condition of IFEQ .. IFLE and IF_ICMPEQ .. IF_ICMPLE, numbered from 0. */
    static Term condition(int kind, Term x, Term y) {
        if (isComparison(x) && y == constant(0, 32)) {
            Term compared = x.arguments().get(0);
            return condition(
                    kind, compared.arguments().get(0), compared.arguments().get(1));
        }
        return switch (kind) {
            case 0 -> Terms.eq(x, y);
            case 1 -> Terms.ne(x, y);
            case 2 -> Terms.slt(x, y);
            case 3 -> Terms.sle(y, x);
            case 4 -> Terms.slt(y, x);
            default -> Terms.sle(x, y);
        };
    }

    /** Whether a term is what LCMP leaves: -1, 0 or 1. */
    private static boolean isComparison(Term x) {
        if (x.op() != Op.IF
                || x.arguments().get(0).op() != Op.SLT
                || x.arguments().get(1) != constant(-1, 32)) {
            return false;
        }
        Term rest = x.arguments().get(2);
        return rest.op() == Op.IF
                && rest.arguments().get(0)
                        == Terms.eq(
                                x.arguments().get(0).arguments().get(0),
                                x.arguments().get(0).arguments().get(1))
                && rest.arguments().get(1) == constant(0, 32)
                && rest.arguments().get(2) == constant(1, 32);
    }

    private static Term pop(ArrayList<Object> stack) {
        return (Term) stack.remove(stack.size() - 1);
    }
}
