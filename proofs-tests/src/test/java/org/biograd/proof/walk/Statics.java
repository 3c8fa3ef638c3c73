package org.biograd.proof.walk;

import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import org.biograd.proof.term.Terms;

/** The values of static fields, as the class that runs has them. */
final class Statics {

    private final Classes classes;
    private final Map<String, Object> values = new HashMap<>();

    Statics(Classes classes) {
        this.classes = classes;
    }

    Object value(String owner, String name) {
        if (name.equals("$assertionsDisabled")) {
            return Terms.constant(1, 32);
        }
        return values.computeIfAbsent(owner + "." + name, key -> read(classes.type(owner), name));
    }

    private static Object read(Class<?> type, String name) {
        try {
            Field field = type.getDeclaredField(name);
            if ((field.getModifiers() & java.lang.reflect.Modifier.FINAL) == 0) {
                throw new IllegalStateException(field + " is not final: its value is not known");
            }
            field.setAccessible(true);
            return of(field.get(null), field);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + "." + name, e);
        }
    }

    /** A value of the running program as the walker has it. */
    static Object of(Object value, Object where) {
        if (value == null || value instanceof Enum<?>) {
            return value;
        } else if (value instanceof Long number) {
            return Terms.constant(number, 64);
        } else if (value instanceof Boolean truth) {
            return Terms.constant(truth ? 1 : 0, 32);
        } else if (value instanceof Integer || value instanceof Byte || value instanceof Short) {
            return Terms.constant(((Number) value).longValue(), 32);
        } else if (value instanceof int[] array) {
            return Array.of(
                    'I',
                    java.util.Arrays.stream(array)
                            .mapToObj(x -> Terms.constant(x, 32))
                            .toArray());
        } else if (value instanceof long[] array) {
            return Array.of(
                    'J',
                    java.util.Arrays.stream(array)
                            .mapToObj(x -> Terms.constant(x, 64))
                            .toArray());
        } else if (value instanceof Enum<?>[] array) {
            return Array.of('L', (Object[]) array);
        }
        if (value instanceof Record record) {
            return of(record);
        }
        throw new IllegalStateException(where + " holds " + value + ", which is not known");
    }

    private static Instance of(Record record) {
        Map<String, Object> fields = new HashMap<>();
        try {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                Field field = record.getClass().getDeclaredField(component.getName());
                field.setAccessible(true);
                fields.put(component.getName(), of(field.get(record), component));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(record.toString(), e);
        }
        return new Instance(record.getClass().getName().replace('.', '/'), fields);
    }
}
