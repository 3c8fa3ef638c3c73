package org.biograd.study.sweep;

import java.util.Map;
import java.util.Optional;
import org.biograd.fixedpoint.rule.Rules;
import org.biograd.fixedpoint.rule.frame.LearningRule;
import org.biograd.fixedpoint.rule.frame.RuleSettings;
import org.biograd.loihi.placement.Placement;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;
import org.biograd.study.rules.HeldWords;

/**
 * The bits that a network holds from one step to the next.
 *
 * @param perSynapse of a forward synapse: weight, eligibility, trace where it has one, gradient sum of a batch
 * @param perNeuron of a neuron of a layer: voltage and dendrite, and what else its card lists
 * @param all of the network, feedback weights among them
 * @param cores of the chip that it fills; 0 where it does not fit
 */
public record StateBits(int perSynapse, int perNeuron, long all, int cores) {

    /** The bits of a network. */
    public static StateBits of(Shape shape, Profile profile) {
        LearningRule rule = Rules.named("biograd");
        HeldWords words =
                HeldWords.of(rule.card(shape, profile, RuleSettings.of(rule.parameters(), Map.of())), shape, profile);
        int batch = profile.update().batch();
        int sum = batch == 1
                ? 0
                : profile.error().learningBits()
                        + profile.eligibility().bits()
                        - 1
                        + Integer.SIZE
                        - Integer.numberOfLeadingZeros(batch);
        int learned = profile.weight().bits() + sum;
        long synapses = 0;
        for (int l = 1; l <= shape.layers(); l++) {
            synapses += shape.synapses(l);
        }
        Optional<Placement> placement = Places.of(shape, profile);
        return new StateBits(
                words.perSynapse() + learned,
                words.perNeuron(),
                words.bits() + synapses * learned,
                placement.map(place -> place.cores().size()).orElse(0));
    }
}
