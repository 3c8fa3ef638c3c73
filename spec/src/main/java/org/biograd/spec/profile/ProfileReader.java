package org.biograd.spec.profile;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.biograd.spec.Clause;

/**
 * Reads and writes the text form of a profile: lines of {@code key = value}, comments after {@code #} (PROF-4).
 *
 * <p>The keys are the component names of the records, so that the records are the one list of what a profile holds.
 */
@Clause("PROF-4")
public final class ProfileReader {

    /** The most bytes that a profile's text may have in UTF-8. */
    public static final int MAX_BYTES = 65_536;

    private static final Pattern INTEGER = Pattern.compile("-?[0-9]+");
    private static final String BLANK = " \t";

    private record Entry(int line, String value) {}

    private final String source;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    private ProfileReader(String source) {
        this.source = source;
    }

    /**
     * Reads a profile.
     *
     * @param source where the text comes from, for messages
     * @param text the text
     * @throws InvalidProfileException where it is no profile: the message names source, line, key, value and what
     *     would be right
     */
    public static Profile read(String source, String text) {
        if (text.length() > MAX_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new InvalidProfileException(
                    source, "longer than the " + MAX_BYTES + " bytes that a profile may have");
        }
        ProfileReader reader = new ProfileReader(source);
        reader.parse(text);
        Profile profile = (Profile) reader.build(Profile.class, "");
        for (Map.Entry<String, Entry> entry : reader.entries.entrySet()) {
            throw new InvalidProfileException(
                    source + ":" + entry.getValue().line + ": " + entry.getKey(), "no profile has such a key");
        }
        return profile;
    }

    /** Writes a profile so that {@link #read} gives an equal one back. */
    public static String write(Profile profile) {
        StringBuilder text = new StringBuilder();
        append(text, profile, "");
        return text.toString();
    }

    private void parse(String text) {
        int number = 0;
        for (String raw : text.replace("\r\n", "\n").split("\n", -1)) {
            number++;
            int comment = raw.indexOf('#');
            String line = trim(comment < 0 ? raw : raw.substring(0, comment));
            if (line.isEmpty()) {
                continue;
            }
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw new InvalidProfileException(
                        source + ":" + number, "'" + shorten(line) + "' is not of the form key = value");
            }
            String key = trim(line.substring(0, equals));
            Entry before = entries.put(key, new Entry(number, trim(line.substring(equals + 1))));
            if (before != null) {
                throw new InvalidProfileException(
                        source + ":" + number + ": " + shorten(key), "given before, in line " + before.line);
            }
        }
    }

    private Object build(Class<?> type, String prefix) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Class<?> component = components[i].getType();
            String key = prefix + components[i].getName();
            if (component.isRecord()) {
                values[i] = build(component, key + ".");
            } else {
                Entry entry = entries.remove(key);
                if (entry == null) {
                    throw new InvalidProfileException(source + ": " + key, "missing");
                }
                lines.put(key, entry.line);
                values[i] = value(component, key, entry);
            }
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InvalidProfileException) {
                InvalidProfileException cause = (InvalidProfileException) e.getCause();
                Integer line = lines.get(cause.key());
                String place = line == null ? source + ": " : source + ":" + line + ": ";
                throw new InvalidProfileException(
                        place + cause.key(),
                        cause.getMessage().substring(cause.key().length() + 2));
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object value(Class<?> type, String key, Entry entry) {
        String place = source + ":" + entry.line + ": " + key;
        if (type == String.class) {
            return entry.value;
        }
        if (type == int.class) {
            if (INTEGER.matcher(entry.value).matches()) {
                try {
                    return Integer.valueOf(entry.value);
                } catch (NumberFormatException e) {
                    // Too long for an int: said below.
                }
            }
            throw new InvalidProfileException(
                    place, "'" + shorten(entry.value) + "' is not a decimal integer of at most 32 bits");
        }
        List<String> names = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(entry.value)) {
                return constant;
            }
            names.add(((Enum<?>) constant).name());
        }
        throw new InvalidProfileException(
                place, "'" + shorten(entry.value) + "' is none of " + String.join(", ", names));
    }

    private static void append(StringBuilder text, Object section, String prefix) {
        for (RecordComponent component : section.getClass().getRecordComponents()) {
            Object value;
            try {
                value = component.getAccessor().invoke(section);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
            if (component.getType().isRecord()) {
                append(text, value, prefix + component.getName() + ".");
            } else {
                text.append(String.format(Locale.ROOT, "%-28s = %s%n", prefix + component.getName(), value)
                        .replace("\r", ""));
            }
        }
    }

    /** Takes off spaces and tabs, and nothing else. */
    private static String trim(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && BLANK.indexOf(text.charAt(begin)) >= 0) {
            begin++;
        }
        while (end > begin && BLANK.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(begin, end);
    }

    private static String shorten(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
