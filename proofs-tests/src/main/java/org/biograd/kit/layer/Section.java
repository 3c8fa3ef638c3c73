package org.biograd.kit.layer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.spec.profile.InvalidProfileException;

/**
 * One section of a profile as the params of a case: each parameter under its key of PROF-1.
 *
 * @param <R> the section's record
 */
public final class Section<R extends Record> {

    private final String prefix;
    private final R rest;
    private final RecordComponent[] components;
    private final Method[] accessors;
    private final boolean[] named;
    private final Constructor<R> constructor;

    /**
     * A section.
     *
     * @param type the record
     * @param prefix what its keys begin with, for example {@code error.}
     * @param rest gives the parameters that are not named
     * @param names the parameters that a case has to give, without the prefix
     */
    public Section(Class<R> type, String prefix, R rest, String... names) {
        this.prefix = prefix;
        this.rest = rest;
        components = type.getRecordComponents();
        accessors = Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
        named = new boolean[components.length];
        Set<String> wanted = Set.of(names);
        for (int i = 0; i < named.length; i++) {
            named[i] = wanted.contains(components[i].getName());
        }
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The section that params give. */
    public R read(JsonNode params) throws BadCaseException {
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = named[i] ? value(components[i], params) : get(rest, i);
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InvalidProfileException refused) {
                throw new BadCaseException("field params." + refused.getMessage());
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object value(RecordComponent component, JsonNode params) throws BadCaseException {
        String key = prefix + component.getName();
        JsonNode node = params.path(key);
        Class<?> type = component.getType();
        if (type == int.class) {
            return Fields.integer(node, "params." + key, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        for (Object constant : type.getEnumConstants()) {
            if (node.isTextual() && ((Enum<?>) constant).name().equals(node.textValue())) {
                return constant;
            }
        }
        throw Fields.wrong(node, "params." + key, "one of " + Arrays.toString(type.getEnumConstants()) + " is needed");
    }

    /** Writes the named parameters. */
    public void write(R section, ObjectNode params) {
        for (int i = 0; i < components.length; i++) {
            if (named[i]) {
                Object value = get(section, i);
                if (value instanceof Integer number) {
                    params.put(prefix + components[i].getName(), number);
                } else {
                    params.put(prefix + components[i].getName(), value.toString());
                }
            }
        }
    }

    private Object get(R section, int component) {
        try {
            return accessors[component].invoke(section);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
