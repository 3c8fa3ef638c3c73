package org.biograd.study.sweep.plan;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a study tries.
 *
 * @param points the base and all points that are possible and differ, by number
 * @param refused those that are impossible
 * @param repeated how many combinations gave a profile that was there before
 */
public record Plan(List<Point> points, List<Refusal> refused, int repeated) {

    /**
     * A point that is impossible.
     *
     * @param levels the values of the keys on an axis
     * @param why what is wrong with it
     */
    public record Refusal(Map<String, String> levels, String why) {

        @Override
        public String toString() {
            return words(levels) + ": " + why;
        }
    }

    /** Values in words, such as {@code weight.bits = 4, update.shift = 2}. */
    public static String words(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + " = " + value.getValue())
                .collect(Collectors.joining(", "));
    }
}
