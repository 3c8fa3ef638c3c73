package org.biograd.study.sweep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.biograd.study.sweep.PointSummary;
import org.biograd.study.sweep.Statistics;
import org.biograd.study.sweep.StudyResult;
import org.biograd.study.sweep.plan.Axis;

/** What levels do to the accuracy, on the average of everything else. */
final class Effects {

    private Effects() {}

    /**
     * The effect of a level.
     *
     * @param label the level
     * @param mean accuracy in percent, over all points with it and all seeds
     * @param halfWidth of the 95 % interval of that mean, the seeds being the repetitions; NaN of one seed
     * @param points how many points have it
     */
    record Effect(String label, double mean, double halfWidth, int points) {}

    /** The effects of the levels of an axis that a point has, in their order. */
    static List<Effect> main(StudyResult result, List<PointSummary> summaries, Axis axis) {
        List<Effect> effects = new ArrayList<>();
        for (int level = 0; level < axis.levels().size(); level++) {
            int wanted = level;
            List<PointSummary> having = summaries.stream()
                    .filter(summary -> axis.level(summary.point().levels()) == wanted)
                    .toList();
            if (!having.isEmpty()) {
                double[] seeds = seeds(result, having);
                effects.add(new Effect(
                        axis.label(level), Statistics.mean(seeds), Statistics.halfWidth(seeds), having.size()));
            }
        }
        return effects;
    }

    /** Mean accuracy of points with a level of each of two axes; NaN where there is none. */
    static double mean(List<PointSummary> summaries, Axis a, int levelA, Axis b, int levelB) {
        return summaries.stream()
                .filter(summary -> {
                    Map<String, String> levels = summary.point().levels();
                    return a.level(levels) == levelA && b.level(levels) == levelB;
                })
                .mapToDouble(PointSummary::mean)
                .average()
                .orElse(Double.NaN);
    }

    /** For each seed the mean over points. */
    private static double[] seeds(StudyResult result, List<PointSummary> summaries) {
        double[] seeds = new double[result.study().seeds().size()];
        for (int s = 0; s < seeds.length; s++) {
            int seed = s;
            seeds[s] = summaries.stream()
                    .mapToDouble(summary -> summary.accuracy().get(seed))
                    .average()
                    .orElse(Double.NaN);
        }
        return seeds;
    }
}
