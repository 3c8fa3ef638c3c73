package org.biograd.study.rules;

import java.util.ArrayList;
import java.util.List;
import org.biograd.fixedpoint.rule.frame.LearningRule;
import org.biograd.spec.profile.Profile;

/**
 * What is compared.
 *
 * @param rules in the order of the table
 * @param profile gives words and constants; each rule gives some of its keys values of its own
 * @param hidden neurons of the hidden layer
 * @param epochs how often each sample is shown
 * @param seeds so many trainings of each rule, seeds 1, 2, ...
 * @param validation the last so many training samples are held out, for the learning curves
 * @param words widths of weights: 8, or 16, or both
 */
public record CompareSettings(
        List<LearningRule> rules,
        Profile profile,
        int hidden,
        int epochs,
        int seeds,
        int validation,
        List<Integer> words) {

    /** Copies the lists. */
    public CompareSettings {
        rules = List.copyOf(rules);
        words = List.copyOf(words);
    }

    /** Every training, rule by rule. */
    List<TrialKey> trials() {
        List<TrialKey> trials = new ArrayList<>();
        for (LearningRule rule : rules) {
            for (int bits : words) {
                for (int seed = 1; seed <= seeds; seed++) {
                    trials.add(new TrialKey(rule.name(), bits, seed));
                }
            }
        }
        return trials;
    }
}
