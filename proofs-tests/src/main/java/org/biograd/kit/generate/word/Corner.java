package org.biograd.kit.generate.word;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.biograd.kit.generate.Flag;

/**
 * A named class of values at which arithmetic goes wrong.
 *
 * @param name what it is called
 * @param flag the fault that it shows
 * @param values its values
 */
record Corner(String name, Flag flag, long... values) {

    /** The classes of a signed word around the limits of some width. */
    static List<Corner> ofWidth(int bits) {
        long half = 1L << bits - 1;
        List<Corner> corners = new ArrayList<>();
        corners.add(new Corner("zero and one", Flag.SMALL, 0, 1, -1));
        corners.add(new Corner("the limits", Flag.EDGE, half - 1, 1 - half));
        corners.add(new Corner("inside the limits", Flag.EDGE, half - 2, 2 - half));
        corners.add(new Corner("the most negative word", Flag.ASYMMETRY, -half));
        if (bits < 64) {
            corners.add(new Corner("one beyond the limits", Flag.EDGE, half, -half - 1));
        }
        if (bits < 63) {
            corners.add(new Corner("a whole turn", Flag.WRAP, 2 * half, -2 * half, 2 * half - 1, 1 - 2 * half));
        }
        if (bits < 62) {
            corners.add(
                    new Corner("one and a half turns", Flag.WRAP, 3 * half, -3 * half, 3 * half - 1, -3 * half - 1));
        }
        corners.add(new Corner(
                "the ends of 64 bits",
                Flag.WIDE,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                Long.MAX_VALUE - 1,
                Long.MIN_VALUE + 1));
        return corners;
    }

    /** The classes of a value that is divided by 2^k, k above 0. */
    static List<Corner> ofShift(int k, long beyond) {
        long unit = 1L << k;
        long half = unit >> 1;
        List<Corner> corners = new ArrayList<>();
        corners.add(new Corner("zero and one", Flag.SMALL, 0, 1, -1));
        corners.add(new Corner(
                "an exact half", Flag.TIE, within(beyond, half, unit + half, 2 * unit + half, -half, -unit - half)));
        if (k > 1) {
            corners.add(new Corner(
                    "next to a half",
                    Flag.NEAR_TIE,
                    within(beyond, half - 1, half + 1, unit + half - 1, unit + half + 1, 1 - half, -half - 1)));
        }
        corners.add(new Corner("next to a whole", Flag.SIGN, within(beyond, unit - 1, unit + 1, 1 - unit, -unit - 1)));
        corners.add(new Corner("whole", Flag.PLAIN, within(beyond, unit, -unit, 2 * unit, -2 * unit, 3 * unit)));
        corners.add(new Corner("the largest", Flag.WIDE, beyond - 1, 1 - beyond));
        corners.removeIf(corner -> corner.values().length == 0);
        return corners;
    }

    private static long[] within(long beyond, long... values) {
        return Arrays.stream(values)
                .filter(x -> Math.abs(x) < beyond && x != Long.MIN_VALUE)
                .toArray();
    }
}
