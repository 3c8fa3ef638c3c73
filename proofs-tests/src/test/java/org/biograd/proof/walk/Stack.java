package org.biograd.proof.walk;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import org.biograd.proof.term.Term;
import org.biograd.proof.term.Terms;
import org.objectweb.asm.tree.*;

/** The instructions that move values between stack, local variables, arrays and fields. */
final class Stack {

    private Stack() {}

    /** Runs an instruction; false where it is none of these. */
    static boolean run(AbstractInsnNode n, State s, Walker walker) {
        ArrayList<Object> stack = s.stack;
        switch (n.getOpcode()) {
            case ACONST_NULL -> stack.add(null);
            case BIPUSH, SIPUSH -> stack.add(Terms.constant(((IntInsnNode) n).operand, 32));
            case LDC -> {
                Object value = ((LdcInsnNode) n).cst;
                stack.add(value instanceof String ? value : Statics.of(value, "a constant"));
            }
            case ILOAD, LLOAD, ALOAD -> stack.add(s.locals[((VarInsnNode) n).var]);
            case ISTORE, LSTORE, ASTORE -> s.locals[((VarInsnNode) n).var] = pop(stack);
            case IINC -> {
                IincInsnNode by = (IincInsnNode) n;
                s.locals[by.var] = Terms.add((Term) s.locals[by.var], Terms.constant(by.incr, 32));
            }
            case POP -> pop(stack);
            case DUP -> stack.add(top(stack, 0));
            case DUP_X1 -> stack.add(stack.size() - 2, top(stack, 0));
            case DUP_X2 -> stack.add(stack.size() - (isWide(top(stack, 1)) ? 2 : 3), top(stack, 0));
            case DUP2 -> {
                if (isWide(top(stack, 0))) {
                    stack.add(top(stack, 0));
                } else {
                    Object below = top(stack, 1);
                    Object top = top(stack, 0);
                    stack.add(below);
                    stack.add(top);
                }
            }
            case DUP2_X1 -> {
                if (!isWide(top(stack, 0))) {
                    throw new IllegalStateException("DUP2_X1 of two values is not known");
                }
                stack.add(stack.size() - 2, top(stack, 0));
            }
            case DUP2_X2 -> {
                if (!isWide(top(stack, 0))) {
                    throw new IllegalStateException("DUP2_X2 of two values is not known");
                }
                stack.add(stack.size() - (isWide(top(stack, 1)) ? 2 : 3), top(stack, 0));
            }
            case IALOAD, LALOAD, AALOAD, BALOAD -> {
                Term i = (Term) pop(stack);
                Object array = pop(stack);
                within(i, array, s, walker);
                stack.add(References.load(array, i));
            }
            case IASTORE, LASTORE, AASTORE, BASTORE -> {
                Object value = pop(stack);
                Term i = (Term) pop(stack);
                Object array = pop(stack);
                within(i, array, s, walker);
                References.store(array, i, value, s.path);
            }
            case ARRAYLENGTH -> stack.add(References.length(pop(stack)));
            case NEWARRAY -> {
                char kind = switch (((IntInsnNode) n).operand) {
                    case T_INT -> 'I';
                    case T_LONG -> 'J';
                    case T_BYTE -> 'B';
                    case T_BOOLEAN -> 'Z';
                    default -> throw new IllegalStateException("an array of another kind");
                };
                stack.add(Array.zeros(kind, ((Term) pop(stack)).signed().intValueExact()));
            }
            case GETFIELD -> stack.add(References.get(pop(stack), ((FieldInsnNode) n).name));
            case PUTFIELD -> {
                Object value = pop(stack);
                References.put(pop(stack), ((FieldInsnNode) n).name, value, s.path);
            }
            case CHECKCAST -> {
                // a claim is well typed
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** An index outside of its array is an exception. */
    private static void within(Term index, Object array, State s, Walker walker) {
        Term outside = Terms.not(Terms.ult(index, References.length(array)));
        if (!outside.isFalse()) {
            walker.fails(Terms.both(s.path, outside));
        }
    }

    private static boolean isWide(Object value) {
        return value instanceof Term term && term.width() == 64;
    }

    private static Object top(ArrayList<Object> stack, int below) {
        return stack.get(stack.size() - 1 - below);
    }

    private static Object pop(ArrayList<Object> stack) {
        return stack.remove(stack.size() - 1);
    }
}
