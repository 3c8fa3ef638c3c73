package org.biograd.study.tune;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.biograd.kit.generate.Dice;
import org.biograd.train.ProfileKeys;
import org.biograd.train.trial.SettingLines;

/** The values that a key of the profile may have in a search. */
public abstract sealed class KeyValues {

    private static final int MAX_VALUES = 1000;
    private static final Pattern RANGE =
            Pattern.compile("(-?[0-9]{1,9})[ \t]*\\.\\.[ \t]*(-?[0-9]{1,9})([ \t]+[a-z \t]+)?");
    private static final String INTEGER = "-?[0-9]{1,9}";

    private final String key;
    private final String text;

    private KeyValues(String key, String text) {
        this.key = key;
        this.text = text;
    }

    /** The key, as it stands in a profile. */
    public final String key() {
        return key;
    }

    /** The values in words, as a search file has them. */
    public final String text() {
        return text;
    }

    /** One of the values, by dice. */
    abstract String draw(Dice dice);

    /** Values one by one, each as likely as the others. */
    private static final class Listed extends KeyValues {

        private final String[] values;

        private Listed(String key, Set<String> values) {
            super(key, String.join(", ", values));
            this.values = values.toArray(String[]::new);
        }

        @Override
        String draw(Dice dice) {
            return dice.any(values);
        }
    }

    /** Whole numbers of a range, each as likely as the others. */
    private static final class Even extends KeyValues {

        private final int low;
        private final int high;

        private Even(String key, int low, int high) {
            super(key, low + ".." + high);
            this.low = low;
            this.high = high;
        }

        @Override
        String draw(Dice dice) {
            return Integer.toString(dice.between(low, high));
        }
    }

    /** Whole numbers of a range, as likely to lie below as above the geometric mean of any part of it. */
    private static final class Logarithmic extends KeyValues {

        private static final double UNIT = 0x1p-53;
        private static final int UNUSED_BITS = 11;

        private final int low;
        private final int high;

        private Logarithmic(String key, int low, int high) {
            super(key, low + ".." + high + " log");
            this.low = low;
            this.high = high;
        }

        // StrictMath, for the same candidates on every machine.
        @Override
        String draw(Dice dice) {
            double u = (dice.bits() >>> UNUSED_BITS) * UNIT;
            double value = low * StrictMath.pow((high + 1.0) / low, u);
            return Integer.toString((int) Math.max(low, Math.min(high, StrictMath.floor(value))));
        }
    }

    /** Powers of two of a range, each as likely as the others. */
    private static final class Powers extends KeyValues {

        private final int least;
        private final int most;

        private Powers(String key, int low, int high, int least, int most) {
            super(key, low + ".." + high + " power of two");
            this.least = least;
            this.most = most;
        }

        @Override
        String draw(Dice dice) {
            return Integer.toString(1 << dice.between(least, most));
        }
    }

    /**
     * Reads what stands after a key in a search file.
     *
     * @throws IllegalArgumentException where it is neither values nor a range of this key; the message has the
     *     value and what would be right
     */
    static KeyValues read(String key, String text) {
        Class<?> type = ProfileKeys.type(key);
        if (type == null || type == String.class) {
            throw new IllegalArgumentException(
                    "neither a setting of a search nor a key of a profile that could be searched");
        }
        if (type == int.class && text.contains("..")) {
            return range(key, text);
        }
        Set<String> values = new LinkedHashSet<>();
        for (String value : text.split(",", -1)) {
            String one = value.strip();
            require(type, one);
            if (!values.add(type == int.class ? Integer.toString(Integer.parseInt(one)) : one)) {
                throw new IllegalArgumentException("'" + one + "' stands twice");
            }
        }
        if (values.size() > MAX_VALUES) {
            throw new IllegalArgumentException(values.size() + " values; at most " + MAX_VALUES + " are possible");
        }
        return new Listed(key, values);
    }

    private static void require(Class<?> type, String value) {
        if (type == int.class) {
            if (!value.matches(INTEGER)) {
                throw new IllegalArgumentException("'" + SettingLines.shorten(value)
                        + "' is not an integer of at most 9 digits; values such as 1, 2, 4 or a range such as "
                        + "1..8, 1..64 log or 1..64 power of two is needed");
            }
            return;
        }
        List<String> names = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            names.add(((Enum<?>) constant).name());
        }
        if (!names.contains(value)) {
            throw new IllegalArgumentException(
                    "'" + SettingLines.shorten(value) + "' is none of " + String.join(", ", names));
        }
    }

    private static KeyValues range(String key, String text) {
        Matcher match = RANGE.matcher(text);
        String form = match.matches() && match.group(3) != null
                ? String.join(" ", Arrays.asList(match.group(3).strip().split("[ \t]+")))
                : "";
        if (!match.matches() || !List.of("", "log", "power of two").contains(form)) {
            throw new IllegalArgumentException("'" + SettingLines.shorten(text)
                    + "' is no range; low..high, low..high log or low..high power of two is needed");
        }
        int low = Integer.parseInt(match.group(1));
        int high = Integer.parseInt(match.group(2));
        if (low > high) {
            throw new IllegalArgumentException(low + ".." + high + " is empty; the smaller number comes first");
        }
        if (form.isEmpty()) {
            return new Even(key, low, high);
        }
        if (low < 1) {
            throw new IllegalArgumentException(low + ".." + high + " " + form + " needs numbers of 1 or more");
        }
        if (form.equals("log")) {
            return new Logarithmic(key, low, high);
        }
        int least = Integer.SIZE - Integer.numberOfLeadingZeros(low - 1);
        int most = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(high);
        if (least > most) {
            throw new IllegalArgumentException(low + ".." + high + " has no power of two in it");
        }
        return new Powers(key, low, high, least, most);
    }
}
