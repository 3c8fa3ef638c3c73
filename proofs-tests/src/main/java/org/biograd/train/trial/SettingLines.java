package org.biograd.train.trial;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The lines {@code key = value} of a text that says what is to be tried, such as a search or a study. */
public final class SettingLines {

    /** The most bytes that such a text may have in UTF-8. */
    public static final int MAX_BYTES = 65_536;

    private static final int MAX_SHOWN = 60;

    private record Entry(int line, String value) {}

    private final String source;
    private final Function<String, ? extends IllegalArgumentException> failure;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private SettingLines(String source, Function<String, ? extends IllegalArgumentException> failure) {
        this.source = source;
        this.failure = failure;
    }

    /**
     * Reads the lines. Comments begin with #; blanks within a key count as one space.
     *
     * @param source where the text comes from, for messages
     * @param text the text
     * @param kind what the text is, for messages
     * @param failure makes an exception of a message
     * @throws IllegalArgumentException from failure, where the text is too long, a line is not of that form or a key
     *     stands twice
     */
    public static SettingLines read(
            String source, String text, String kind, Function<String, ? extends IllegalArgumentException> failure) {
        if (text.length() > MAX_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw failure.apply(source + ": longer than the " + MAX_BYTES + " bytes that a " + kind + " may have");
        }
        SettingLines lines = new SettingLines(source, failure);
        lines.parse(text);
        return lines;
    }

    private void parse(String text) {
        int number = 0;
        for (String raw : text.replace("\r\n", "\n").split("\n", -1)) {
            number++;
            int comment = raw.indexOf('#');
            String line = (comment < 0 ? raw : raw.substring(0, comment)).strip();
            int equals = line.indexOf('=');
            if (line.isEmpty()) {
                continue;
            }
            if (equals < 1) {
                throw failure.apply(source + ":" + number + ": '" + shorten(line) + "' is not of the form key = value");
            }
            String key = line.substring(0, equals).strip().replaceAll("[ \t]+", " ");
            Entry before = entries.put(
                    key, new Entry(number, line.substring(equals + 1).strip()));
            if (before != null) {
                throw failure.apply(
                        source + ":" + number + ": " + shorten(key) + ": given before, in line " + before.line);
            }
        }
    }

    /** The keys, in their order. */
    public Set<String> keys() {
        return entries.keySet();
    }

    /** The value of a key that is there. */
    public String value(String key) {
        return entries.get(key).value;
    }

    /** What is wrong with a key that is there. */
    public IllegalArgumentException wrong(String key, String message) {
        return failure.apply(source + ":" + entries.get(key).line + ": " + shorten(key) + ": " + message);
    }

    /**
     * Reads the value of a key.
     *
     * @param byDefault stands for a key that is not there; null where it must be
     * @param reading reads a value; throws IllegalArgumentException where it cannot
     * @throws IllegalArgumentException from failure, where the key is missing or its value cannot be read
     */
    public <T> T setting(String key, String byDefault, Function<String, T> reading) {
        Entry entry = entries.get(key);
        if (entry == null && byDefault == null) {
            throw failure.apply(source + ": " + key + ": missing");
        }
        try {
            return reading.apply(entry == null ? byDefault : entry.value);
        } catch (IllegalArgumentException e) {
            throw entry == null
                    ? failure.apply(source + ": " + key + ": " + e.getMessage())
                    : wrong(key, e.getMessage());
        }
    }

    /** A whole number within bounds of at most nine digits. */
    public static int number(String value, int low, int high) {
        if (value.matches("[0-9]{1,9}") && Integer.parseInt(value) >= low && Integer.parseInt(value) <= high) {
            return Integer.parseInt(value);
        }
        throw new IllegalArgumentException("'" + shorten(value) + "' is not within " + low + ".." + high);
    }

    /** Such numbers with commas between them. */
    public static List<Integer> numbers(String value, int low, int high, int most) {
        List<Integer> numbers = new ArrayList<>();
        for (String one : value.split(",", -1)) {
            numbers.add(number(one.strip(), low, high));
        }
        if (numbers.size() > most) {
            throw new IllegalArgumentException(numbers.size() + " numbers; at most " + most + " are possible");
        }
        return List.copyOf(numbers);
    }

    /** A seed, decimal. */
    public static long seed(String value) {
        try {
            return Long.parseUnsignedLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + shorten(value) + "' is not a decimal number of 64 bits", e);
        }
    }

    /** One of two words; whether it is the first. */
    public static boolean either(String value, String yes, String no) {
        if (!value.equals(yes) && !value.equals(no)) {
            throw new IllegalArgumentException("'" + shorten(value) + "' is neither " + yes + " nor " + no);
        }
        return value.equals(yes);
    }

    /** The beginning of a text, for a message. */
    public static String shorten(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "...";
    }
}
