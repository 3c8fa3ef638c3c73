package org.biograd.proof.walk;

import java.util.LinkedHashMap;
import java.util.Map;

/** An object whose fields hold formulas or references. */
public final class Instance {

    private final String type;
    private final Map<String, Object> fields = new LinkedHashMap<>();

    /**
     * An object of a class, given by its internal name.
     *
     * @param fields values by name; a field that is read and has none is refused
     */
    public Instance(String type, Map<String, ?> fields) {
        this.type = type;
        this.fields.putAll(fields);
    }

    /** The internal name of its class. */
    public String type() {
        return type;
    }

    public Map<String, Object> fields() {
        return fields;
    }

    Object get(String field) {
        if (!fields.containsKey(field)) {
            throw new IllegalStateException("the claim gives " + type + "." + field + " no value");
        }
        return fields.get(field);
    }

    @Override
    public String toString() {
        return type.substring(type.lastIndexOf('/') + 1) + fields;
    }
}
