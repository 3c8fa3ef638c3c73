package org.biograd.proof.prove;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.biograd.proof.term.Evaluator;
import org.biograd.proof.term.Term;
import org.biograd.proof.walk.Array;
import org.biograd.proof.walk.Classes;
import org.biograd.proof.walk.Instance;
import org.biograd.proof.walk.Stub;

/** Makes of the walker's values, where its variables have values, what the running program has. */
final class JavaValues {

    /** Values that a record's constructor refuses: then what is given must not hold. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        Refused(Throwable cause) {
            super(cause);
        }
    }

    private final Classes classes;
    private final Evaluator values;
    private final Map<Object, Object> made = new IdentityHashMap<>();

    JavaValues(Classes classes, Evaluator values) {
        this.classes = classes;
        this.values = values;
    }

    /** The value of a formula or an object, as a type has it. */
    Object of(Object value, Class<?> type) throws ReflectiveOperationException {
        if (value instanceof Term term) {
            long number = values.signed(term);
            if (type == long.class) {
                return number;
            } else if (type == boolean.class) {
                return number != 0;
            } else if (type == byte.class) {
                return (byte) number;
            }
            return (int) number;
        }
        if (value == null || value instanceof Enum<?> || value instanceof String) {
            return value;
        }
        Object known = made.get(value);
        if (known == null) {
            known = make(value, type);
        }
        return known;
    }

    private Object make(Object value, Class<?> type) throws ReflectiveOperationException {
        if (value instanceof Array array) {
            Class<?> element = switch (array.kind()) {
                case 'I' -> int.class;
                case 'J' -> long.class;
                case 'B' -> byte.class;
                case 'Z' -> boolean.class;
                default -> type.getComponentType();
            };
            Object made = java.lang.reflect.Array.newInstance(element, array.length());
            this.made.put(value, made);
            for (int i = 0; i < array.length(); i++) {
                java.lang.reflect.Array.set(made, i, of(array.get(i), element));
            }
            return made;
        }
        if (value instanceof Stub stub) {
            Class<?> face = classes.type(stub.type());
            Object made =
                    Proxy.newProxyInstance(face.getClassLoader(), new Class<?>[] {face}, (proxy, method, args) -> {
                        List<Object> arguments = args == null ? List.of() : Arrays.asList(args);
                        return of(stub.methods().get(method.getName()).apply(arguments), method.getReturnType());
                    });
            this.made.put(value, made);
            return made;
        }
        Instance instance = (Instance) value;
        Class<?> of = classes.type(instance.type());
        return of.isRecord() ? makeRecord(instance, of) : makeObject(instance, of);
    }

    private Object makeRecord(Instance instance, Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            arguments[i] = of(instance.fields().get(components[i].getName()), types[i]);
        }
        var constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        Object record;
        try {
            record = constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new Refused(e.getCause());
        }
        made.put(instance, record);
        return record;
    }

    private Object makeObject(Instance instance, Class<?> type) throws ReflectiveOperationException {
        // As deserialisation makes objects: without their constructors, which would check and compute other fields.
        Class<?> unsafe = Class.forName("sun.misc.Unsafe");
        Field the = unsafe.getDeclaredField("theUnsafe");
        the.setAccessible(true);
        Object made = unsafe.getMethod("allocateInstance", Class.class).invoke(the.get(null), type);
        this.made.put(instance, made);
        for (Map.Entry<String, Object> entry : instance.fields().entrySet()) {
            Field field = field(type, entry.getKey());
            field.setAccessible(true);
            field.set(made, of(entry.getValue(), field.getType()));
        }
        return made;
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        for (Class<?> t = type; t != null; t = t.getSuperclass()) {
            for (Field field : t.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(type + "." + name);
    }

    /** Where a value of the program is not what a formula or object of the walker is; null where it is. */
    String difference(String where, Object actual, Object expected) throws ReflectiveOperationException {
        if (expected instanceof Term term) {
            long number = values.signed(term);
            long found = actual instanceof Boolean truth ? (truth ? 1 : 0) : ((Number) actual).longValue();
            return number == found ? null : where + " is " + found + ", the walker has " + number;
        }
        if (expected instanceof Array array) {
            for (int i = 0; i < array.length(); i++) {
                String difference =
                        difference(where + "[" + i + "]", java.lang.reflect.Array.get(actual, i), array.get(i));
                if (difference != null) {
                    return difference;
                }
            }
            return null;
        }
        if (expected instanceof Instance instance && !actual.getClass().isRecord()) {
            for (Map.Entry<String, Object> entry : instance.fields().entrySet()) {
                Field field = field(actual.getClass(), entry.getKey());
                field.setAccessible(true);
                String difference = difference(where + "." + entry.getKey(), field.get(actual), entry.getValue());
                if (difference != null) {
                    return difference;
                }
            }
        }
        return null;
    }

    /** The method of a name that takes so many arguments, the object included; or the constructor. */
    static Executable method(Class<?> owner, String name, int count) throws NoSuchMethodException {
        if (name.equals("<init>")) {
            for (Constructor<?> constructor : owner.getDeclaredConstructors()) {
                if (constructor.getParameterCount() == count - 1) {
                    constructor.setAccessible(true);
                    return constructor;
                }
            }
        }
        for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                int takes = method.getParameterCount() + (Modifier.isStatic(method.getModifiers()) ? 0 : 1);
                if (method.getName().equals(name)
                        && takes == count
                        && !method.isSynthetic()
                        && !Modifier.isAbstract(method.getModifiers())) {
                    method.setAccessible(true);
                    return method;
                }
            }
        }
        throw new NoSuchMethodException(owner + "." + name);
    }
}
