package org.biograd.study.sweep.plan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.biograd.spec.Clause;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;

/** Reads a study from text: lines of {@code key = value}, comments after {@code #}. */
@Clause("STUDY-1")
public final class StudyReader {

    /** The most bytes that a study's text may have in UTF-8. */
    public static final int MAX_BYTES = 65_536;

    /** The most samples, epochs or probes. */
    private static final int MOST = 999_999_999;

    private static final int MAX_SEEDS = 1000;
    private static final int MAX_AXES = 40;
    private static final String COUPLE = "couple";
    private static final String REQUIRED = null;
    private static final List<String> SETTINGS = List.of(
            "base", "hidden", "seeds", "epochs", "validation", "probes", "design", "impossible", "final", COUPLE);

    private record Entry(int line, String value) {}

    private final String source;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private StudyReader(String source) {
        this.source = source;
    }

    /**
     * Reads a study.
     *
     * @param source where the text comes from, for messages
     * @param text the text
     * @param profiles finds the profile of a name; throws IllegalArgumentException where there is none
     * @throws InvalidStudyException where it is no study: the message names source, line, key, value and what would
     *     be right
     */
    public static Study read(String source, String text, Function<String, Profile> profiles) {
        if (text.length() > MAX_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new InvalidStudyException(source + ": longer than the " + MAX_BYTES + " bytes that a study may have");
        }
        StudyReader reader = new StudyReader(source);
        reader.parse(text);
        return reader.study(profiles);
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
                throw new InvalidStudyException(
                        source + ":" + number + ": '" + shorten(line) + "' is not of the form key = value");
            }
            String key = line.substring(0, equals).strip().replaceAll("[ \t]+", " ");
            Entry before = entries.put(
                    key, new Entry(number, line.substring(equals + 1).strip()));
            if (before != null) {
                throw new InvalidStudyException(
                        source + ":" + number + ": " + shorten(key) + ": given before, in line " + before.line);
            }
        }
    }

    private Study study(Function<String, Profile> profiles) {
        Profile base = setting("base", "loihi", profiles);
        List<Integer> hidden =
                setting("hidden", "64", value -> numbers(value, 1, Shape.MAX_NEURONS, Shape.MAX_LAYERS - 1));
        List<Long> seeds = setting("seeds", "1, 2, 3", StudyReader::seeds);
        int epochs = setting("epochs", REQUIRED, value -> number(value, 1, MOST));
        int validation = setting("validation", REQUIRED, value -> number(value, 1, MOST));
        int probes = setting("probes", "5", value -> number(value, 0, MOST));
        Design design = setting("design", "grid", Design::read);
        boolean skip = setting("impossible", "refuse", value -> either(value, "skip", "refuse"));
        boolean testing = setting("final", "no", value -> either(value, "yes", "no"));
        List<Axis> axes = axes();
        return new Study(
                source,
                canonical(),
                base,
                hidden,
                seeds,
                epochs,
                validation,
                probes,
                design,
                skip,
                testing,
                couplings(axes),
                axes);
    }

    private List<Axis> axes() {
        Map<String, String> places = new LinkedHashMap<>();
        List<Axis> axes = new ArrayList<>();
        for (String key : entries.keySet()) {
            if (!SETTINGS.contains(key) && !key.startsWith(COUPLE + " ")) {
                Axis axis = setting(key, null, value -> AxisReader.read(key, value));
                for (String each : axis.keys()) {
                    String before = places.put(each, key);
                    if (before != null) {
                        throw wrong(key, "the key " + each + " is on the axis '" + before + "' already");
                    }
                }
                axes.add(axis);
            }
        }
        if (axes.isEmpty() || axes.size() > MAX_AXES) {
            throw new InvalidStudyException(source + ": " + (axes.isEmpty() ? "no" : axes.size())
                    + " keys of the profile are varied; 1 to " + MAX_AXES
                    + " axes such as eligibility.bits = 5..9 are needed");
        }
        return List.copyOf(axes);
    }

    private List<Coupling> couplings(List<Axis> axes) {
        List<Coupling> rules = new ArrayList<>();
        if (entries.containsKey(COUPLE)) {
            for (String name : entries.get(COUPLE).value.split(",", -1)) {
                List<Coupling> ready = Coupling.ready().get(name.strip());
                if (ready == null || rules.containsAll(ready)) {
                    throw wrong(
                            COUPLE,
                            "'" + shorten(name.strip()) + "' "
                                    + (ready == null ? "is none of " : "stands" + " twice, of ")
                                    + String.join(", ", Coupling.ready().keySet()));
                }
                rules.addAll(ready);
            }
        }
        for (String key : entries.keySet()) {
            if (key.startsWith(COUPLE + " ")) {
                Coupling rule = setting(
                        key,
                        null,
                        value -> Coupling.read(key.substring(COUPLE.length()).strip(), value));
                if (rule.operator() == Coupling.Operator.SET
                        && axes.stream().anyMatch(axis -> axis.keys().contains(rule.key()))) {
                    throw wrong(key, "a key on an axis can be moved (+= or *=), not set");
                }
                rules.add(rule);
            }
        }
        return List.copyOf(rules);
    }

    /** All that was said, without comments and blanks: what tells one study from another. */
    private String canonical() {
        StringBuilder text = new StringBuilder();
        entries.forEach((key, entry) ->
                text.append(key).append(" = ").append(entry.value).append('\n'));
        return text.toString();
    }

    private InvalidStudyException wrong(String key, String message) {
        return new InvalidStudyException(source + ":" + entries.get(key).line + ": " + shorten(key) + ": " + message);
    }

    private <T> T setting(String key, String byDefault, Function<String, T> reading) {
        Entry entry = entries.get(key);
        if (entry == null && byDefault == null) {
            throw new InvalidStudyException(source + ": " + key + ": missing");
        }
        try {
            return reading.apply(entry == null ? byDefault : entry.value);
        } catch (IllegalArgumentException e) {
            if (entry == null) {
                throw e;
            }
            throw wrong(key, e.getMessage());
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

    private static List<Long> seeds(String value) {
        List<Long> seeds = new ArrayList<>();
        for (String one : value.split(",", -1)) {
            try {
                long seed = Long.parseUnsignedLong(one.strip());
                if (seeds.contains(seed)) {
                    throw new IllegalArgumentException("'" + shorten(one.strip()) + "' stands twice");
                }
                seeds.add(seed);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "'" + shorten(one.strip()) + "' is not a decimal number of 64 bits", e);
            }
        }
        if (seeds.size() > MAX_SEEDS) {
            throw new IllegalArgumentException(seeds.size() + " seeds; at most " + MAX_SEEDS + " are possible");
        }
        return List.copyOf(seeds);
    }

    private static boolean either(String value, String yes, String no) {
        if (!value.equals(yes) && !value.equals(no)) {
            throw new IllegalArgumentException("'" + shorten(value) + "' is neither " + yes + " nor " + no);
        }
        return value.equals(yes);
    }

    static String shorten(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
