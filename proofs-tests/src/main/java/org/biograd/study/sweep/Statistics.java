package org.biograd.study.sweep;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.biograd.spec.Clause;

/** The few statistics of a study. */
@Clause("STUDY-9")
public final class Statistics {

    private static final double TAIL = 0.025;

    private Statistics() {}

    /** The mean; NaN of nothing. */
    public static double mean(double... values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** The standard deviation of a sample, with n - 1; NaN of fewer than two. */
    public static double deviation(double... values) {
        double mean = mean(values);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
    }

    /** Half the width of the 95 % interval of the mean, by Student's t; NaN of fewer than two. */
    public static double halfWidth(double... values) {
        return values.length < 2
                ? Double.NaN
                : TDistribution.of(values.length - 1).inverseSurvivalProbability(TAIL)
                        * deviation(values)
                        / Math.sqrt(values.length);
    }

    /**
     * The two-sided sign test of pairs that differ (McNemar's exact test): how likely they fall at least as unevenly as
     * they do where either side is as likely as the other.
     *
     * @param gained pairs that differ to one side
     * @param lost those that differ to the other
     */
    public static double signTest(int gained, int lost) {
        int pairs = gained + lost;
        return pairs == 0
                ? 1
                : Math.min(1, 2 * BinomialDistribution.of(pairs, 0.5).cumulativeProbability(Math.min(gained, lost)));
    }

    /** How likely at least so many of so many are right by chance. */
    public static double atLeast(int right, int of, double chance) {
        return right == 0 ? 1 : BinomialDistribution.of(of, chance).survivalProbability(right - 1);
    }

    /** The probabilities adjusted for as many tests as there are, by Holm. */
    public static double[] holm(double... probabilities) {
        Integer[] order = IntStream.range(0, probabilities.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> Double.compare(probabilities[a], probabilities[b]));
        double[] adjusted = new double[probabilities.length];
        double least = 0;
        for (int i = 0; i < order.length; i++) {
            least = Math.max(least, Math.min(1, (order.length - i) * probabilities[order[i]]));
            adjusted[order[i]] = least;
        }
        return adjusted;
    }
}
