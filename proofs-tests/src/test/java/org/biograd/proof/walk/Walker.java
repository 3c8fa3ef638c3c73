package org.biograd.proof.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.biograd.proof.term.Term;
import org.biograd.proof.term.Terms;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Runs methods of class files on formulas. Values are {@link Term}, {@link Instance}, {@link Array}, {@link Stub},
 * {@link Choice}, enum constants and null. Paths fork where a condition is not constant and join where they meet again;
 * loops unroll, so their bounds must be constant; calls are walked. What the walker does not know it refuses.
 */
public final class Walker {

    private static final int LIMIT = 2_000_000;

    private final Classes classes;
    private final Statics statics;
    private final Map<String, Replacement> known = new HashMap<>();
    private final List<Operation> operations = new ArrayList<>();
    private final List<Term> failures = new ArrayList<>();
    private int instructions;

    public Walker(Classes classes) {
        this.classes = classes;
        this.statics = new Statics(classes);
    }

    public Classes classes() {
        return classes;
    }

    /**
     * Takes a function in place of a method.
     *
     * @param method internal name of the class, a dot, name of the method
     */
    public void replace(String method, Replacement function) {
        known.put(method, function);
    }

    /** Whether anything stands in place of a method. */
    public boolean replaces() {
        return !known.isEmpty();
    }

    /** What stands in place of a method: its result for some arguments, under the condition of a path. */
    public interface Replacement {
        Object call(List<Object> arguments, Term path);
    }

    /** The arithmetic that was run. */
    public List<Operation> operations() {
        return operations;
    }

    /** The conditions under which an exception is thrown. */
    public List<Term> failures() {
        return failures;
    }

    /**
     * What a method returns; null where it returns nothing.
     *
     * @param owner internal name of its class
     * @param name its name; of overloaded ones the first that takes so many arguments
     * @param arguments the object it is called on first, where it is not static
     */
    public Object call(String owner, String name, List<Object> arguments) {
        MethodNode method = method(owner, name, null, arguments.size());
        return run(owner, method, arguments, Terms.TRUE);
    }

    /** The local variables of a method by name, when it reaches one of its loops for the first time. */
    public Map<String, Object> enter(String owner, String name, int loop, List<Object> arguments) {
        MethodNode method = method(owner, name, null, arguments.size());
        Run run = new Run(this, owner, method);
        run.from(
                new State(parameters(method, arguments), new ArrayList<>(), 0, Terms.TRUE),
                run.loops().get(loop));
        return locals(method, run.again());
    }

    /**
     * One turn of a loop.
     *
     * @param owner internal name of the class
     * @param name the method
     * @param loop which of its loops, from 0, in the order of where they begin
     * @param locals the local variables by their names, as they are when the loop's condition is about to be evaluated
     */
    public Turn turn(String owner, String name, int loop, Map<String, Object> locals) {
        MethodNode method = method(owner, name, null, -1);
        Object[] slots = new Object[method.maxLocals];
        for (LocalVariableNode local : method.localVariables) {
            if (locals.containsKey(local.name)) {
                slots[local.index] = locals.get(local.name);
            }
        }
        Run run = new Run(this, owner, method);
        int head = run.loops().get(loop);
        Object result = run.from(new State(slots, new ArrayList<>(), head, Terms.TRUE), head);
        State again = run.again();
        return new Turn(again == null ? Terms.FALSE : again.path, locals(method, again), run.left(), result);
    }

    private static Map<String, Object> locals(MethodNode method, State state) {
        Map<String, Object> locals = new LinkedHashMap<>();
        if (state != null) {
            for (LocalVariableNode local : method.localVariables) {
                locals.putIfAbsent(local.name, state.locals[local.index]);
            }
        }
        return locals;
    }

    /**
     * What a turn did.
     *
     * @param again under which condition the loop's condition is reached again
     * @param locals the local variables then
     * @param left under which condition the method returned
     * @param result what it returned then
     */
    public record Turn(Term again, Map<String, Object> locals, Term left, Object result) {}

    Object invoke(int opcode, String owner, String name, String descriptor, List<Object> arguments, Term path) {
        if (opcode != Opcodes.INVOKESTATIC && arguments.get(0) instanceof Choice choice) {
            return invokeEither(opcode, owner, name, descriptor, arguments, choice, path);
        }
        Replacement function = known.get(owner + "." + name);
        if (function != null) {
            return function.call(arguments, path);
        }
        String start = owner;
        if (opcode != Opcodes.INVOKESTATIC) {
            Object receiver = arguments.get(0);
            if (receiver instanceof Stub stub) {
                Function<List<Object>, Object> method = stub.methods().get(name);
                if (method == null) {
                    throw new IllegalStateException("the claim does not say what " + owner + "." + name + " returns");
                }
                return method.apply(arguments.subList(1, arguments.size()));
            }
            if (receiver instanceof Enum<?> constant && name.equals("ordinal")) {
                return Terms.constant(constant.ordinal(), 32);
            }
            if (receiver instanceof Enum<?> constant) {
                start = constant.getClass().getName().replace('.', '/');
            }
            if (receiver instanceof Instance instance && opcode != Opcodes.INVOKESPECIAL) {
                start = instance.type();
            }
            if (receiver instanceof Array array && name.equals("clone")) {
                return array.copy();
            }
        }
        if (name.equals("<init>") && owner.equals("java/lang/Object")) {
            return null;
        }
        return run(start, method(start, name, descriptor, -1), arguments, path);
    }

    private Object invokeEither(
            int opcode, String owner, String name, String descriptor, List<Object> arguments, Choice of, Term path) {
        List<Object> yes = new ArrayList<>(arguments);
        yes.set(0, of.yes());
        List<Object> no = new ArrayList<>(arguments);
        no.set(0, of.no());
        Object x = invoke(opcode, owner, name, descriptor, yes, Terms.both(path, of.condition()));
        Object y = invoke(opcode, owner, name, descriptor, no, Terms.both(path, Terms.not(of.condition())));
        return State.choose(of.condition(), x, y, false);
    }

    private Object run(String owner, MethodNode method, List<Object> arguments, Term path) {
        Object[] locals = parameters(method, arguments);
        return new Run(this, owner, method).from(new State(locals, new ArrayList<>(), 0, path), -1);
    }

    private static Object[] parameters(MethodNode method, List<Object> arguments) {
        Object[] locals = new Object[method.maxLocals];
        Type[] types = Type.getArgumentTypes(method.desc);
        boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
        int slot = 0;
        for (int i = 0; i < arguments.size(); i++) {
            locals[slot] = arguments.get(i);
            int type = isStatic ? i : i - 1;
            slot += type < 0 ? 1 : types[type].getSize();
        }
        return locals;
    }

    Object constant(String owner, String field) {
        return statics.value(owner, field);
    }

    ClassNode node(String owner) {
        return classes.node(owner);
    }

    void ran(Operation operation) {
        operations.add(operation);
    }

    void fails(Term path) {
        failures.add(path);
    }

    void count() {
        if (++instructions > LIMIT) {
            throw new IllegalStateException("more than " + LIMIT + " instructions: a loop whose bound is no constant?");
        }
    }

    /** The class or interface of a type, or of what it extends, that has the method. */
    private MethodNode method(String owner, String name, String descriptor, int count) {
        for (String type = owner; type != null; type = node(type).superName) {
            MethodNode found = declared(type, name, descriptor, count);
            if (found != null) {
                return found;
            }
        }
        for (String type : node(owner).interfaces) {
            MethodNode found = declared(type, name, descriptor, count);
            if (found != null) {
                return found;
            }
        }
        throw new IllegalArgumentException("no method " + owner + "." + name + " with code");
    }

    private MethodNode declared(String owner, String name, String descriptor, int count) {
        for (MethodNode m : node(owner).methods) {
            int takes = Type.getArgumentTypes(m.desc).length + ((m.access & Opcodes.ACC_STATIC) != 0 ? 0 : 1);
            if (m.name.equals(name)
                    && (descriptor == null || m.desc.equals(descriptor))
                    && (count < 0 || takes == count)
                    && m.instructions.size() > 0) {
                return m;
            }
        }
        return null;
    }
}
