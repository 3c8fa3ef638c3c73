package org.biograd.study.tune;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.biograd.model.Run;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;

/** Reads a search from text: lines of {@code key = value}, comments after {@code #}. */
public final class SearchReader {

    /** The most bytes that a search's text may have in UTF-8. */
    public static final int MAX_BYTES = 65_536;

    private static final int MAX_CANDIDATES = 10_000;
    private static final int MAX_RUNGS = 20;
    private static final int MOST = 999_999_999;
    private static final Pattern RUNG = Pattern.compile("([0-9]{1,9})([ \t]+(samples?|epochs?))?");
    private static final Pattern FRACTION = Pattern.compile("([0-9]{1,4})[ \t]*/[ \t]*([0-9]{1,4})");
    private static final List<String> SETTINGS =
            List.of("base", "hidden", "seed", "candidates", "validation", "rungs", "keep", "fit");

    private record Entry(int line, String value) {}

    private final String source;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private SearchReader(String source) {
        this.source = source;
    }

    /**
     * Reads a search.
     *
     * @param source where the text comes from, for messages
     * @param text the text
     * @param profiles finds the profile of a name; throws IllegalArgumentException where there is none
     * @throws InvalidSearchException where it is no search: the message names source, line, key, value and what
     *     would be right
     */
    public static Search read(String source, String text, Function<String, Profile> profiles) {
        if (text.length() > MAX_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new InvalidSearchException(
                    source + ": longer than the " + MAX_BYTES + " bytes that a search may have");
        }
        SearchReader reader = new SearchReader(source);
        reader.parse(text);
        return reader.search(profiles);
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
                throw new InvalidSearchException(
                        source + ":" + number + ": '" + shorten(line) + "' is not of the form key = value");
            }
            String key = line.substring(0, equals).strip();
            Entry before = entries.put(
                    key, new Entry(number, line.substring(equals + 1).strip()));
            if (before != null) {
                throw new InvalidSearchException(
                        source + ":" + number + ": " + shorten(key) + ": given before, in line " + before.line);
            }
        }
    }

    private Search search(Function<String, Profile> profiles) {
        Profile base = setting("base", "loihi", profiles);
        List<Integer> hidden =
                setting("hidden", null, value -> numbers(value, 1, Shape.MAX_NEURONS, Shape.MAX_LAYERS - 1));
        long seed = setting("seed", "1", SearchReader::seed);
        int candidates = setting("candidates", null, value -> number(value, 1, MAX_CANDIDATES));
        int validation = setting("validation", null, value -> number(value, 1, MOST));
        List<Rung> rungs = setting("rungs", null, SearchReader::rungs);
        int[] keep = setting("keep", "1/3", SearchReader::fraction);
        boolean onChip = setting("fit", "any", SearchReader::fit);
        List<KeyValues> keys = new ArrayList<>();
        for (String key : entries.keySet()) {
            if (!SETTINGS.contains(key)) {
                keys.add(setting(key, null, value -> KeyValues.read(key, value)));
            }
        }
        if (keys.isEmpty()) {
            throw new InvalidSearchException(source
                    + ": no key of the profile has values to search; a line such as update.shift = 12..20 is needed");
        }
        return new Search(base, hidden, seed, candidates, validation, rungs, keep[0], keep[1], onChip, keys);
    }

    private <T> T setting(String key, String byDefault, Function<String, T> reading) {
        Entry entry = entries.get(key);
        if (entry == null && byDefault == null) {
            throw new InvalidSearchException(source + ": " + key + ": missing");
        }
        String value = entry == null ? byDefault : entry.value;
        try {
            return reading.apply(value);
        } catch (IllegalArgumentException e) {
            throw new InvalidSearchException(
                    source + (entry == null ? "" : ":" + entry.line) + ": " + shorten(key) + ": " + e.getMessage());
        }
    }

    private static int number(String value, int low, int high) {
        if (value.matches("[0-9]{1,9}") && Integer.parseInt(value) >= low && Integer.parseInt(value) <= high) {
            return Integer.parseInt(value);
        }
        throw new IllegalArgumentException("'" + shorten(value) + "' is not within " + low + ".." + high);
    }

    private static List<Integer> numbers(String value, int low, int high, int most) {
        List<Integer> numbers = new ArrayList<>();
        for (String one : value.split(",", -1)) {
            numbers.add(number(one.strip(), low, high));
        }
        if (numbers.size() > most) {
            throw new IllegalArgumentException(numbers.size() + " numbers; at most " + most + " are possible");
        }
        return List.copyOf(numbers);
    }

    private static long seed(String value) {
        try {
            return Long.parseUnsignedLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + shorten(value) + "' is not a decimal number of 64 bits", e);
        }
    }

    private static List<Rung> rungs(String value) {
        List<Rung> rungs = new ArrayList<>();
        for (String one : value.split(",", -1)) {
            Matcher match = RUNG.matcher(one.strip());
            if (!match.matches() || Integer.parseInt(match.group(1)) == 0) {
                throw new IllegalArgumentException("'" + shorten(one.strip())
                        + "' is no rung; samples or epochs, such as 2000 samples, 1 epoch, 5 epochs, are needed");
            }
            boolean epochs = match.group(3) != null && match.group(3).startsWith("epoch");
            rungs.add(new Rung(
                    epochs ? number(match.group(1), 1, Run.MAX_EPOCHS) : number(match.group(1), 1, MOST), epochs));
        }
        if (rungs.size() > MAX_RUNGS) {
            throw new IllegalArgumentException(rungs.size() + " rungs; at most " + MAX_RUNGS + " are possible");
        }
        return List.copyOf(rungs);
    }

    private static int[] fraction(String value) {
        Matcher match = FRACTION.matcher(value);
        if (match.matches()) {
            int[] fraction = {Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2))};
            if (fraction[0] > 0 && fraction[0] <= fraction[1]) {
                return fraction;
            }
        }
        throw new IllegalArgumentException(
                "'" + shorten(value) + "' is no part; a fraction above 0, at most 1, such as 1/3, is needed");
    }

    private static boolean fit(String value) {
        if (!value.equals("any") && !value.equals("chip")) {
            throw new IllegalArgumentException("'" + shorten(value) + "' is neither any nor chip");
        }
        return value.equals("chip");
    }

    static String shorten(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
