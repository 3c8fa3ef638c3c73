package org.biograd.train;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.biograd.spec.profile.Profile;

/** The keys of a profile (PROF-1), and what their values are. */
public final class ProfileKeys {

    private static final Map<String, Class<?>> TYPES = new LinkedHashMap<>();

    static {
        collect(Profile.class, "");
    }

    private ProfileKeys() {}

    private static void collect(Class<?> section, String prefix) {
        for (RecordComponent component : section.getRecordComponents()) {
            if (component.getType().isRecord()) {
                collect(component.getType(), prefix + component.getName() + ".");
            } else {
                TYPES.put(prefix + component.getName(), component.getType());
            }
        }
    }

    /** The type of a key's values: {@code int}, {@code String} or an enum; null where there is no such key. */
    public static Class<?> type(String key) {
        return TYPES.get(key);
    }
}
