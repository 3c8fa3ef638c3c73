package org.biograd.proof.walk;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import org.biograd.proof.term.Term;
import org.biograd.proof.term.Terms;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.*;

/** All paths through one method. The path that stands earliest goes on first; two that meet become one. */
final class Run {

    private final Walker walker;
    private final String owner;
    private final MethodNode method;
    private final InsnList code;
    private final Deque<State> open = new ArrayDeque<>();

    /** The path that has come again to where the run is stopped. */
    private State again;

    /** Under which condition the method has returned, and what. */
    private Term left = Terms.FALSE;

    private Object result;
    private int line;

    Run(Walker walker, String owner, MethodNode method) {
        this.walker = walker;
        this.owner = owner;
        this.method = method;
        this.code = method.instructions;
    }

    /** Where loops begin: where jumps go back to. */
    List<Integer> loops() {
        TreeSet<Integer> heads = new TreeSet<>();
        for (AbstractInsnNode n : code) {
            if (n instanceof JumpInsnNode jump && code.indexOf(jump.label) < code.indexOf(n)) {
                heads.add(code.indexOf(jump.label));
            }
        }
        return List.copyOf(heads);
    }

    State again() {
        return again;
    }

    Term left() {
        return left;
    }

    /** Runs from a state until all paths have returned, or stand at the given instruction again. */
    Object from(State start, int stopAt) {
        open.push(start);
        while (!open.isEmpty()) {
            State s = earliest();
            boolean on = true;
            while (on) {
                on = step(s);
                if (on && s.at == stopAt) {
                    if (again == null) {
                        again = s;
                    } else {
                        again.join(s);
                    }
                    on = false;
                } else if (on && mayMeet(s)) {
                    open.push(s);
                    on = false;
                }
            }
        }
        return result;
    }

    private boolean mayMeet(State s) {
        for (State other : open) {
            if (other.at <= s.at) {
                return true;
            }
        }
        return false;
    }

    private State earliest() {
        State first = null;
        for (State s : open) {
            if (first == null || s.at < first.at) {
                first = s;
            }
        }
        open.remove(first);
        for (State s : List.copyOf(open)) {
            if (s.at == first.at) {
                open.remove(s);
                first.join(s);
            }
        }
        return first;
    }

    /** One instruction of a path; false where the path ends. */
    private boolean step(State s) {
        AbstractInsnNode n = code.get(s.at++);
        if (n instanceof LineNumberNode number) {
            line = number.line;
        }
        int op = n.getOpcode();
        if (op < 0) {
            return true;
        }
        walker.count();
        ArrayList<Object> stack = s.stack;
        note(op, s);
        if (Arithmetic.run(op, stack) || Stack.run(n, s, walker)) {
            return true;
        }
        switch (op) {
            case IFEQ, IFNE, IFLT, IFGE, IFGT, IFLE ->
                jump(s, n, Arithmetic.condition(op - IFEQ, term(s), Terms.constant(0, 32)));
            case IF_ICMPEQ, IF_ICMPNE, IF_ICMPLT, IF_ICMPGE, IF_ICMPGT, IF_ICMPLE -> {
                Term y = term(s);
                jump(s, n, Arithmetic.condition(op - IF_ICMPEQ, term(s), y));
            }
            case IF_ACMPEQ, IF_ACMPNE -> {
                Term same = References.same(pop(s), pop(s));
                jump(s, n, op == IF_ACMPEQ ? same : Terms.not(same));
            }
            case IFNULL -> jump(s, n, References.same(pop(s), null));
            case IFNONNULL -> jump(s, n, Terms.not(References.same(pop(s), null)));
            case GOTO -> s.at = code.indexOf(((JumpInsnNode) n).label);
            case TABLESWITCH, LOOKUPSWITCH -> select(s, n);
            case GETSTATIC -> stack.add(walker.constant(((FieldInsnNode) n).owner, ((FieldInsnNode) n).name));
            case NEW -> {
                String type = ((TypeInsnNode) n).desc;
                if (type.endsWith("Error") || type.endsWith("Exception")) {
                    walker.fails(s.path);
                    return false;
                }
                stack.add(References.fresh(walker, type));
            }
            case ATHROW -> {
                walker.fails(s.path);
                return false;
            }
            case INVOKESTATIC, INVOKEVIRTUAL, INVOKESPECIAL, INVOKEINTERFACE -> {
                MethodInsnNode call = (MethodInsnNode) n;
                int count = Type.getArgumentTypes(call.desc).length + (op == INVOKESTATIC ? 0 : 1);
                List<Object> top = stack.subList(stack.size() - count, stack.size());
                List<Object> arguments = new ArrayList<>(top);
                top.clear();
                Object value = walker.invoke(op, call.owner, call.name, call.desc, arguments, s.path);
                if (!call.desc.endsWith(")V")) {
                    stack.add(value);
                }
            }
            case IRETURN, LRETURN, ARETURN -> {
                leave(s, pop(s));
                return false;
            }
            case RETURN -> {
                leave(s, null);
                return false;
            }
            default -> throw new IllegalStateException("instruction " + op + " in " + where() + " is not known");
        }
        return true;
    }

    private void leave(State s, Object value) {
        result = left.isFalse() ? value : State.choose(s.path, value, result, value == null);
        left = Terms.either(left, s.path);
    }

    private void jump(State s, AbstractInsnNode n, Term condition) {
        int to = code.indexOf(((JumpInsnNode) n).label);
        if (condition.isTrue()) {
            s.at = to;
        } else if (!condition.isFalse()) {
            open.push(s.fork(to, condition));
            s.path = Terms.both(s.path, Terms.not(condition));
        }
    }

    private void select(State s, AbstractInsnNode n) {
        Term key = term(s);
        List<Integer> keys;
        List<LabelNode> labels;
        LabelNode otherwise;
        if (n instanceof TableSwitchInsnNode table) {
            keys = java.util.stream.IntStream.rangeClosed(table.min, table.max)
                    .boxed()
                    .toList();
            labels = table.labels;
            otherwise = table.dflt;
        } else {
            LookupSwitchInsnNode table = (LookupSwitchInsnNode) n;
            keys = table.keys;
            labels = table.labels;
            otherwise = table.dflt;
        }
        for (int i = 0; i < keys.size(); i++) {
            Term here = Terms.eq(key, Terms.constant(keys.get(i), 32));
            if (here.isTrue()) {
                s.at = code.indexOf(labels.get(i));
                return;
            } else if (!here.isFalse()) {
                open.push(s.fork(code.indexOf(labels.get(i)), here));
                s.path = Terms.both(s.path, Terms.not(here));
            }
        }
        s.at = code.indexOf(otherwise);
    }

    private void note(int op, State s) {
        switch (op) {
            case IADD, LADD, ISUB, LSUB, IMUL, LMUL, IDIV, LDIV, IREM, LREM, ISHL, LSHL ->
                walker.ran(new Operation(where(), op, s.path, peek(s, 1), peek(s, 0)));
            case INEG, LNEG, L2I -> walker.ran(new Operation(where(), op, s.path, peek(s, 0), null));
            default -> {
                // cannot overflow
            }
        }
    }

    private String where() {
        return owner.substring(owner.lastIndexOf('/') + 1) + "." + method.name + ":" + line;
    }

    private static Term peek(State s, int below) {
        return (Term) s.stack.get(s.stack.size() - 1 - below);
    }

    private static Object pop(State s) {
        return s.stack.remove(s.stack.size() - 1);
    }

    private static Term term(State s) {
        return (Term) pop(s);
    }
}
