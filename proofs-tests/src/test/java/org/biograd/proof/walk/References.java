package org.biograd.proof.walk;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import org.biograd.proof.term.Term;
import org.biograd.proof.term.Terms;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldNode;

/** What is done with objects and arrays. A write on one path leaves what other paths see as it was. */
final class References {

    private References() {}

    static Object get(Object from, String field) {
        if (from instanceof Choice c) {
            return State.choose(c.condition(), get(c.yes(), field), get(c.no(), field), false);
        }
        if (from instanceof Enum<?> constant) {
            try {
                Field of = constant.getDeclaringClass().getDeclaredField(field);
                of.setAccessible(true);
                return Statics.of(of.get(constant), of);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(constant + "." + field, e);
            }
        }
        return ((Instance) from).get(field);
    }

    static void put(Object into, String field, Object value, Term path) {
        if (into instanceof Choice c) {
            put(c.yes(), field, value, Terms.both(path, c.condition()));
            put(c.no(), field, value, Terms.both(path, Terms.not(c.condition())));
            return;
        }
        Map<String, Object> fields = ((Instance) into).fields();
        fields.put(
                field,
                fields.containsKey(field)
                        ? State.choose(path, value, fields.get(field), false)
                        : onAllPaths(value, path));
    }

    private static Object onAllPaths(Object value, Term path) {
        if (!path.isTrue()) {
            throw new IllegalStateException("a field that has no value is written on one path only");
        }
        return value;
    }

    static Term length(Object array) {
        if (array instanceof Choice c) {
            return Terms.ite(c.condition(), length(c.yes()), length(c.no()));
        }
        return Terms.constant(((Array) array).length(), 32);
    }

    static Object load(Object from, Term index) {
        if (from instanceof Choice c) {
            return State.choose(c.condition(), load(c.yes(), index), load(c.no(), index), false);
        }
        Array array = (Array) from;
        if (index.isConstant()) {
            return array.get(index.signed().intValueExact());
        }
        // Where the index lies outside, any value will do: that is an exception, and proven not to occur.
        Object value = array.get(array.length() - 1);
        for (int i = array.length() - 2; i >= 0; i--) {
            value = State.choose(Terms.eq(index, Terms.constant(i, 32)), array.get(i), value, false);
        }
        return value;
    }

    static void store(Object into, Term index, Object value, Term path) {
        if (into instanceof Choice c) {
            store(c.yes(), index, value, Terms.both(path, c.condition()));
            store(c.no(), index, value, Terms.both(path, Terms.not(c.condition())));
            return;
        }
        Array array = (Array) into;
        Object kept = array.keep(value);
        if (index.isConstant()) {
            int i = index.signed().intValueExact();
            array.put(i, State.choose(path, kept, array.get(i), false));
            return;
        }
        for (int i = 0; i < array.length(); i++) {
            Term here = Terms.both(path, Terms.eq(index, Terms.constant(i, 32)));
            array.put(i, State.choose(here, kept, array.get(i), false));
        }
    }

    /** Whether two references are the same. */
    static Term same(Object x, Object y) {
        if (x instanceof Choice c) {
            return Terms.ite(c.condition(), same(c.yes(), y), same(c.no(), y));
        }
        if (y instanceof Choice) {
            return same(y, x);
        }
        return Terms.truth(x == y);
    }

    /** A new object, its fields 0 or null. */
    static Instance fresh(Walker walker, String type) {
        Map<String, Object> fields = new HashMap<>();
        for (String t = type; !t.equals("java/lang/Object"); t = walker.node(t).superName) {
            for (FieldNode f : walker.node(t).fields) {
                if ((f.access & Opcodes.ACC_STATIC) == 0) {
                    int sort = Type.getType(f.desc).getSort();
                    boolean reference = sort == Type.OBJECT || sort == Type.ARRAY;
                    fields.put(f.name, reference ? null : Terms.constant(0, sort == Type.LONG ? 64 : 32));
                }
            }
        }
        return new Instance(type, fields);
    }
}
