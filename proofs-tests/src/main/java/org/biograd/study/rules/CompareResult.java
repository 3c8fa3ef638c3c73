package org.biograd.study.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.biograd.fixedpoint.rule.Rules;
import org.biograd.fixedpoint.rule.frame.LearningRule;
import org.biograd.fixedpoint.rule.frame.RuleCard;
import org.biograd.fixedpoint.rule.frame.RuleSettings;
import org.biograd.spec.Shape;

/**
 * What came of a comparison.
 *
 * @param settings what was asked for
 * @param data what the data are, for people
 * @param trials in the order of the settings
 */
public record CompareResult(CompareSettings settings, String data, List<TrialResult> trials) {

    /**
     * The trainings of one rule with weights of one width.
     *
     * @param card of the rule
     * @param weightBits width of a weight
     * @param words what it holds besides forward weights
     * @param trials one for each seed
     */
    record Row(RuleCard card, int weightBits, HeldWords words, List<TrialResult> trials) {

        double mean() {
            return trials.stream().mapToDouble(TrialResult::accuracy).average().orElse(Double.NaN);
        }

        double lowest() {
            return trials.stream().mapToDouble(TrialResult::accuracy).min().orElse(Double.NaN);
        }

        double highest() {
            return trials.stream().mapToDouble(TrialResult::accuracy).max().orElse(Double.NaN);
        }

        /** Operations of a kind per training sample, mean over the seeds. */
        double perSample(String kind, boolean all) {
            return trials.stream()
                    .mapToDouble(trial -> trial.perSample(kind, all))
                    .average()
                    .orElse(Double.NaN);
        }

        String label() {
            return card.name() + ", " + weightBits + " bits";
        }
    }

    /** The rows of the table. */
    List<Row> rows(Shape shape) {
        List<Row> rows = new ArrayList<>();
        for (LearningRule rule : settings.rules()) {
            for (int bits : settings.words()) {
                List<TrialResult> own = trials.stream()
                        .filter(trial -> trial.rule().equals(rule.name()) && trial.weightBits() == bits)
                        .toList();
                rows.add(new Row(card(rule, bits, shape), bits, words(rule, bits, shape), own));
            }
        }
        return rows;
    }

    private RuleCard card(LearningRule rule, int bits, Shape shape) {
        return Rules.named(rule.name())
                .card(
                        shape,
                        RuleTrial.profile(rule, bits, settings.profile()),
                        RuleSettings.of(rule.parameters(), Map.of()));
    }

    private HeldWords words(LearningRule rule, int bits, Shape shape) {
        return HeldWords.of(card(rule, bits, shape), shape, RuleTrial.profile(rule, bits, settings.profile()));
    }
}
