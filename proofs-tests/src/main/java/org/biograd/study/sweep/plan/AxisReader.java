package org.biograd.study.sweep.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.biograd.spec.Clause;
import org.biograd.train.ProfileKeys;
import org.biograd.train.trial.SettingLines;

/** Reads an axis: its keys, and its levels. */
@Clause("STUDY-2")
final class AxisReader {

    /** The most levels of an axis. */
    static final int MAX_LEVELS = 10_000;

    private static final Pattern CROSS = Pattern.compile("[ \t]+x[ \t]+");
    private static final Pattern TIE = Pattern.compile("[ \t]*\\+[ \t]*");
    private static final Pattern RANGE = Pattern.compile("(-?[0-9]{1,9})[ \t]*\\.\\.[ \t]*(-?[0-9]{1,9})"
            + "([ \t]+step[ \t]+([0-9]{1,9})|[ \t]+power[ \t]+of[ \t]+two)?");
    private static final String INTEGER = "-?[0-9]{1,9}";

    private AxisReader() {}

    /**
     * Reads an axis.
     *
     * @param title what stands before the equals sign
     * @param text what stands behind it
     * @throws IllegalArgumentException where it is no axis; the message has the value and what would be right
     */
    static Axis read(String title, String text) {
        if (CROSS.matcher(title).find()) {
            return crossed(title, text);
        }
        return title.contains("+") ? tied(title, text) : alone(title, text);
    }

    private static Axis alone(String key, String text) {
        List<Map<String, String>> levels = new ArrayList<>();
        for (String value : levels(key, text)) {
            levels.add(Map.of(key, value));
        }
        return new Axis(key, List.of(key), List.copyOf(levels));
    }

    private static Axis crossed(String title, String text) {
        List<String> keys = keys(CROSS, title);
        String[] parts = CROSS.split(text, -1);
        if (parts.length != keys.size()) {
            throw new IllegalArgumentException("'" + SettingLines.shorten(text) + "' has " + parts.length
                    + " parts with an x between them; " + keys.size() + " are needed, one per key");
        }
        List<Map<String, String>> levels = List.of(Map.of());
        for (int k = 0; k < parts.length; k++) {
            List<Map<String, String>> more = new ArrayList<>();
            Set<String> values = levels(keys.get(k), parts[k].strip());
            requireFew((long) levels.size() * values.size());
            for (Map<String, String> level : levels) {
                for (String value : values) {
                    Map<String, String> longer = new LinkedHashMap<>(level);
                    longer.put(keys.get(k), value);
                    more.add(longer);
                }
            }
            levels = more;
        }
        return new Axis(String.join(" x ", keys), keys, List.copyOf(levels));
    }

    private static Axis tied(String title, String text) {
        List<String> keys = keys(TIE, title);
        Set<Map<String, String>> levels = new LinkedHashSet<>();
        for (String each : text.split(",", -1)) {
            String[] parts = TIE.split(each.strip(), -1);
            if (parts.length != keys.size()) {
                throw new IllegalArgumentException("'" + SettingLines.shorten(each.strip()) + "' has " + parts.length
                        + " values with a + between them; " + keys.size() + " are needed, one per key");
            }
            Map<String, String> level = new LinkedHashMap<>();
            for (int k = 0; k < parts.length; k++) {
                level.put(keys.get(k), value(keys.get(k), parts[k].strip()));
            }
            if (!levels.add(level)) {
                throw new IllegalArgumentException("'" + SettingLines.shorten(each.strip()) + "' stands twice");
            }
        }
        requireFew(levels.size());
        return new Axis(String.join(" + ", keys), keys, List.copyOf(levels));
    }

    private static List<String> keys(Pattern between, String title) {
        List<String> keys = List.of(between.split(title, -1));
        for (String key : keys) {
            requireKey(key);
            if (keys.indexOf(key) != keys.lastIndexOf(key)) {
                throw new IllegalArgumentException("the key " + key + " stands twice");
            }
        }
        return keys;
    }

    /** Requires a key of the profile that may be varied. */
    static void requireKey(String key) {
        Class<?> type = ProfileKeys.type(key);
        if (type == null || type == String.class) {
            throw new IllegalArgumentException("'" + SettingLines.shorten(key)
                    + "' is neither a setting of a study nor a key of a profile that could be varied");
        }
    }

    /** The levels of one key, in the order in which they stand. */
    private static Set<String> levels(String key, String text) {
        requireKey(key);
        Set<String> levels = new LinkedHashSet<>();
        for (String each : text.split(",", -1)) {
            String one = each.strip();
            List<String> values =
                    ProfileKeys.type(key) == int.class && one.contains("..") ? range(one) : List.of(value(key, one));
            for (String value : values) {
                if (!levels.add(value)) {
                    throw new IllegalArgumentException("'" + value + "' stands twice");
                }
            }
            requireFew(levels.size());
        }
        return levels;
    }

    private static List<String> range(String text) {
        Matcher match = RANGE.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("'" + SettingLines.shorten(text)
                    + "' is no range; low..high, low..high step n or low..high power of two is needed");
        }
        long low = Long.parseLong(match.group(1));
        long high = Long.parseLong(match.group(2));
        boolean powers = match.group(3) != null && match.group(4) == null;
        long step = match.group(4) == null ? 1 : Long.parseLong(match.group(4));
        if (low > high || step == 0 || powers && high < 1) {
            throw new IllegalArgumentException("'" + SettingLines.shorten(text) + "' is empty");
        }
        requireFew(powers ? 0 : (high - low) / step + 1);
        List<String> values = new ArrayList<>();
        for (long value = powers ? 1 : low; value <= high; value = powers ? 2 * value : value + step) {
            if (value >= low) {
                values.add(Long.toString(value));
            }
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException("'" + SettingLines.shorten(text) + "' has no power of two in it");
        }
        return values;
    }

    private static String value(String key, String text) {
        Class<?> type = ProfileKeys.type(key);
        if (type == int.class) {
            if (!text.matches(INTEGER)) {
                throw new IllegalArgumentException("'" + SettingLines.shorten(text) + "' is no value of " + key
                        + ": integers such as 1, 2, 4 or a range such as 1..8 are needed");
            }
            return Integer.toString(Integer.parseInt(text));
        }
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
        if (!names.contains(text)) {
            throw new IllegalArgumentException("'" + SettingLines.shorten(text) + "' is no value of " + key + ": "
                    + String.join(", ", names) + " are");
        }
        return text;
    }

    private static void requireFew(long levels) {
        if (levels > MAX_LEVELS) {
            throw new IllegalArgumentException(levels + " levels; at most " + MAX_LEVELS + " are possible");
        }
    }
}
