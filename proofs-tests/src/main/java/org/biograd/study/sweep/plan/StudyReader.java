package org.biograd.study.sweep.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.biograd.spec.Clause;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;
import org.biograd.train.trial.SettingLines;

/** Reads a study from text: lines of {@code key = value}, comments after {@code #}. */
@Clause("STUDY-1")
public final class StudyReader {

    /** The most samples, epochs or probes. */
    private static final int MOST = 999_999_999;

    private static final int MAX_SEEDS = 1000;
    private static final int MAX_AXES = 40;
    private static final String COUPLE = "couple";
    private static final String REQUIRED = null;
    private static final List<String> SETTINGS = List.of(
            "base", "hidden", "seeds", "epochs", "validation", "probes", "design", "impossible", "final", COUPLE);

    private final SettingLines lines;
    private final String source;

    private StudyReader(SettingLines lines, String source) {
        this.lines = lines;
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
        return new StudyReader(SettingLines.read(source, text, "study", InvalidStudyException::new), source)
                .study(profiles);
    }

    private Study study(Function<String, Profile> profiles) {
        Profile base = lines.setting("base", "loihi", profiles);
        List<Integer> hidden = lines.setting(
                "hidden", "64", value -> SettingLines.numbers(value, 1, Shape.MAX_NEURONS, Shape.MAX_LAYERS - 1));
        List<Long> seeds = lines.setting("seeds", "1, 2, 3", StudyReader::seeds);
        int epochs = lines.setting("epochs", REQUIRED, value -> SettingLines.number(value, 1, MOST));
        int validation = lines.setting("validation", REQUIRED, value -> SettingLines.number(value, 1, MOST));
        int probes = lines.setting("probes", "5", value -> SettingLines.number(value, 0, MOST));
        Design design = lines.setting("design", "grid", Design::read);
        boolean skip = lines.setting("impossible", "refuse", value -> SettingLines.either(value, "skip", "refuse"));
        boolean testing = lines.setting("final", "no", value -> SettingLines.either(value, "yes", "no"));
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
        for (String key : lines.keys()) {
            if (!SETTINGS.contains(key) && !key.startsWith(COUPLE + " ")) {
                Axis axis = lines.setting(key, null, value -> AxisReader.read(key, value));
                for (String each : axis.keys()) {
                    String before = places.put(each, key);
                    if (before != null) {
                        throw lines.wrong(key, "the key " + each + " is on the axis '" + before + "' already");
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
        if (lines.keys().contains(COUPLE)) {
            for (String name : lines.value(COUPLE).split(",", -1)) {
                List<Coupling> ready = Coupling.ready().get(name.strip());
                if (ready == null || rules.containsAll(ready)) {
                    throw lines.wrong(
                            COUPLE,
                            "'" + SettingLines.shorten(name.strip()) + "' "
                                    + (ready == null ? "is none of " : "stands" + " twice, of ")
                                    + String.join(", ", Coupling.ready().keySet()));
                }
                rules.addAll(ready);
            }
        }
        for (String key : lines.keys()) {
            if (key.startsWith(COUPLE + " ")) {
                Coupling rule = lines.setting(
                        key,
                        null,
                        value -> Coupling.read(key.substring(COUPLE.length()).strip(), value));
                if (rule.operator() == Coupling.Operator.SET
                        && axes.stream().anyMatch(axis -> axis.keys().contains(rule.key()))) {
                    throw lines.wrong(key, "a key on an axis can be moved (+= or *=), not set");
                }
                rules.add(rule);
            }
        }
        return List.copyOf(rules);
    }

    /** All that was said, without comments and blanks: what tells one study from another. */
    private String canonical() {
        StringBuilder text = new StringBuilder();
        for (String key : lines.keys()) {
            text.append(key).append(" = ").append(lines.value(key)).append('\n');
        }
        return text.toString();
    }

    private static List<Long> seeds(String value) {
        List<Long> seeds = new ArrayList<>();
        for (String one : value.split(",", -1)) {
            long seed = SettingLines.seed(one.strip());
            if (seeds.contains(seed)) {
                throw new IllegalArgumentException("'" + SettingLines.shorten(one.strip()) + "' stands twice");
            }
            seeds.add(seed);
        }
        if (seeds.size() > MAX_SEEDS) {
            throw new IllegalArgumentException(seeds.size() + " seeds; at most " + MAX_SEEDS + " are possible");
        }
        return List.copyOf(seeds);
    }
}
