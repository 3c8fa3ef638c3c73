package org.biograd.proof.prove;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.biograd.proof.term.Term;
import org.biograd.proof.walk.Array;
import org.biograd.proof.walk.Instance;

/** A call that the walker has made: what went in, what came out. Objects are kept as they were then. */
final class Call {

    private final String owner;
    private final String method;
    private final List<Object> before;
    private List<Object> after;
    private Object result;
    private List<Term> failures;

    Call(String owner, String method, List<Object> arguments) {
        this.owner = owner;
        this.method = method;
        this.before = copies(arguments);
    }

    void returned(Object value, List<Object> arguments, List<Term> exceptions) {
        failures = List.copyOf(exceptions);
        List<Object> all = new java.util.ArrayList<>(arguments);
        all.add(value);
        after = copies(all);
        result = after.remove(after.size() - 1);
    }

    String owner() {
        return owner;
    }

    String method() {
        return method;
    }

    List<Object> before() {
        return before;
    }

    List<Object> after() {
        return after;
    }

    Object result() {
        return result;
    }

    /** Under which conditions it throws an exception. */
    List<Term> failures() {
        return failures;
    }

    private static List<Object> copies(List<Object> values) {
        Map<Object, Object> done = new IdentityHashMap<>();
        List<Object> copies = new java.util.ArrayList<>();
        values.forEach(v -> copies.add(copy(v, done)));
        return copies;
    }

    private static Object copy(Object value, Map<Object, Object> done) {
        if (done.containsKey(value)) {
            return done.get(value);
        }
        if (value instanceof Array array) {
            Object[] elements = new Object[array.length()];
            for (int i = 0; i < elements.length; i++) {
                elements[i] = copy(array.get(i), done);
            }
            Array copy = Array.of(array.kind(), elements);
            done.put(value, copy);
            return copy;
        }
        if (value instanceof Instance instance) {
            Instance copy = new Instance(instance.type(), Map.of());
            done.put(value, copy);
            instance.fields().forEach((name, field) -> copy.fields().put(name, copy(field, done)));
            return copy;
        }
        return value;
    }
}
