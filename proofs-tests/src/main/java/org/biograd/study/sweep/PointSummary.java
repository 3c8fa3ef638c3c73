package org.biograd.study.sweep;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.biograd.spec.Clause;
import org.biograd.study.sweep.plan.Point;

/**
 * What a point came to, over all seeds, and how it stands to the base.
 *
 * @param point which
 * @param accuracy held-out samples predicted right at the end, in percent, a value per seed
 * @param difference from the base with the same seed, in percent points, a value per seed
 * @param gained pairs of seed and held-out sample that are right here and wrong at the base
 * @param lost the other way round
 * @param probability of the sign test of these
 * @param adjusted the same adjusted for as many tests as there are points
 * @param chance whether it is not seen to be better than naming the commonest class
 * @param state bits that the network holds
 */
@Clause(value = "STUDY-9", form = Clause.Form.PART)
public record PointSummary(
        Point point,
        List<Double> accuracy,
        List<Double> difference,
        int gained,
        int lost,
        double probability,
        double adjusted,
        boolean chance,
        StateBits state) {

    /** A point is at chance where naming the commonest class is right as often at least this often. */
    public static final double LIKELY = 0.001;

    /** Below this a difference from the base is called one. */
    public static final double SIGNIFICANT = 0.05;

    /** The summaries of all points, by number. */
    public static List<PointSummary> of(StudyResult result) {
        List<Point> points = result.plan().points();
        int[] gained = new int[points.size()];
        int[] lost = new int[points.size()];
        double[] probability = new double[Math.max(0, points.size() - 1)];
        List<RunResult> base = result.runs(points.get(0));
        for (int p = 1; p < points.size(); p++) {
            List<RunResult> runs = result.runs(points.get(p));
            for (int s = 0; s < runs.size(); s++) {
                BigInteger here = runs.get(s).bits();
                BigInteger there = base.get(s).bits();
                gained[p] += here.andNot(there).bitCount();
                lost[p] += there.andNot(here).bitCount();
            }
            probability[p - 1] = Statistics.signTest(gained[p], lost[p]);
        }
        double[] adjusted = Statistics.holm(probability);
        List<PointSummary> summaries = new ArrayList<>();
        for (int p = 0; p < points.size(); p++) {
            List<RunResult> runs = result.runs(points.get(p));
            List<Double> accuracy = runs.stream().map(result::accuracy).toList();
            List<Double> difference = new ArrayList<>();
            for (int s = 0; s < runs.size(); s++) {
                difference.add(accuracy.get(s) - result.accuracy(base.get(s)));
            }
            summaries.add(new PointSummary(
                    points.get(p),
                    accuracy,
                    difference,
                    gained[p],
                    lost[p],
                    p == 0 ? 1 : probability[p - 1],
                    p == 0 ? 1 : adjusted[p - 1],
                    atChance(result, runs),
                    StateBits.of(result.shape(), points.get(p).profile())));
        }
        return summaries;
    }

    private static boolean atChance(StudyResult result, List<RunResult> runs) {
        int held = result.study().validation();
        int right = runs.stream().mapToInt(run -> run.bits().bitCount()).sum();
        double chance =
                Math.max(1.0 / result.head().classes(), (double) result.head().commonest() / held);
        return Statistics.atLeast(right, held * runs.size(), chance) > LIKELY;
    }

    /** The mean over the seeds. */
    public double mean() {
        return Statistics.mean(array(accuracy));
    }

    /** The standard deviation over the seeds. */
    public double spread() {
        return Statistics.deviation(array(accuracy));
    }

    /** Half the width of the 95 % interval of the mean. */
    public double halfWidth() {
        return Statistics.halfWidth(array(accuracy));
    }

    /** The mean difference from the base. */
    public double meanDifference() {
        return Statistics.mean(array(difference));
    }

    /** Half the width of its 95 % interval. */
    public double differenceHalfWidth() {
        return Statistics.halfWidth(array(difference));
    }

    /** Energy of a training sample on the chip, in picojoules, the mean of the seeds; NaN where there is none. */
    public double energy(StudyResult result) {
        return mean(result.runs(point).stream()
                .map(run -> run.probes() == null ? null : run.probes().energy())
                .toList());
    }

    /** The mean of numbers some of which may be missing; NaN where all are. */
    public static double mean(List<BigDecimal> values) {
        return values.stream()
                .filter(Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue)
                .average()
                .orElse(Double.NaN);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
