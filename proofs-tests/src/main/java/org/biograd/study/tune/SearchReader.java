package org.biograd.study.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.biograd.model.Run;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;
import org.biograd.train.trial.SettingLines;

/** Reads a search from text: lines of {@code key = value}, comments after {@code #}. */
public final class SearchReader {

    private static final int MAX_CANDIDATES = 10_000;
    private static final int MAX_RUNGS = 20;
    private static final int MOST = 999_999_999;
    private static final Pattern RUNG = Pattern.compile("([0-9]{1,9})([ \t]+(samples?|epochs?))?");
    private static final Pattern FRACTION = Pattern.compile("([0-9]{1,4})[ \t]*/[ \t]*([0-9]{1,4})");
    private static final List<String> SETTINGS =
            List.of("base", "hidden", "seed", "candidates", "validation", "rungs", "keep", "fit");

    private final SettingLines lines;
    private final String source;

    private SearchReader(SettingLines lines, String source) {
        this.lines = lines;
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
        return new SearchReader(SettingLines.read(source, text, "search", InvalidSearchException::new), source)
                .search(profiles);
    }

    private Search search(Function<String, Profile> profiles) {
        Profile base = lines.setting("base", "loihi", profiles);
        List<Integer> hidden = lines.setting(
                "hidden", null, value -> SettingLines.numbers(value, 1, Shape.MAX_NEURONS, Shape.MAX_LAYERS - 1));
        long seed = lines.setting("seed", "1", SettingLines::seed);
        int candidates = lines.setting("candidates", null, value -> SettingLines.number(value, 1, MAX_CANDIDATES));
        int validation = lines.setting("validation", null, value -> SettingLines.number(value, 1, MOST));
        List<Rung> rungs = lines.setting("rungs", null, SearchReader::rungs);
        int[] keep = lines.setting("keep", "1/3", SearchReader::fraction);
        boolean onChip = lines.setting("fit", "any", value -> !SettingLines.either(value, "any", "chip"));
        List<KeyValues> keys = new ArrayList<>();
        for (String key : lines.keys()) {
            if (!SETTINGS.contains(key)) {
                keys.add(lines.setting(key, null, value -> KeyValues.read(key, value)));
            }
        }
        if (keys.isEmpty()) {
            throw new InvalidSearchException(source
                    + ": no key of the profile has values to search; a line such as update.shift = 12..20 is needed");
        }
        return new Search(base, hidden, seed, candidates, validation, rungs, keep[0], keep[1], onChip, keys);
    }

    private static List<Rung> rungs(String value) {
        List<Rung> rungs = new ArrayList<>();
        for (String one : value.split(",", -1)) {
            Matcher match = RUNG.matcher(one.strip());
            if (!match.matches() || Integer.parseInt(match.group(1)) == 0) {
                throw new IllegalArgumentException("'" + SettingLines.shorten(one.strip())
                        + "' is no rung; samples or epochs, such as 2000 samples, 1 epoch, 5 epochs, are needed");
            }
            boolean epochs = match.group(3) != null && match.group(3).startsWith("epoch");
            rungs.add(new Rung(
                    epochs
                            ? SettingLines.number(match.group(1), 1, Run.MAX_EPOCHS)
                            : SettingLines.number(match.group(1), 1, MOST),
                    epochs));
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
        throw new IllegalArgumentException("'" + SettingLines.shorten(value)
                + "' is no part; a fraction above 0, at most 1, such as 1/3, is needed");
    }
}
