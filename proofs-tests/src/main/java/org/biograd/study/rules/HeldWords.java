package org.biograd.study.rules;

import java.util.ArrayList;
import java.util.List;
import org.biograd.fixedpoint.rule.frame.Need;
import org.biograd.fixedpoint.rule.frame.Per;
import org.biograd.fixedpoint.rule.frame.RuleCard;
import org.biograd.fixedpoint.rule.frame.StateWord;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;

/**
 * What a rule holds besides its forward weights: words that outlive a step.
 *
 * @param perSynapse bits per synapse
 * @param perNeuron bits per neuron, words of outputs and of presynaptic neurons apart
 * @param bits of the whole network
 * @param text the words with their widths
 */
public record HeldWords(int perSynapse, int perNeuron, long bits, String text) {

    /** The words of a card, with the widths of a profile. */
    public static HeldWords of(RuleCard card, Shape shape, Profile profile) {
        int perSynapse = 0;
        int perNeuron = 0;
        long bits = 0;
        List<String> words = new ArrayList<>();
        for (StateWord word : card.state()) {
            if (!word.kept()) {
                continue;
            }
            perSynapse += word.per() == Per.SYNAPSE ? word.bits() : 0;
            perNeuron += word.per() == Per.NEURON ? word.bits() : 0;
            bits += word.bits() * count(word.per(), card, shape, profile);
            words.add(word.name() + " " + word.bits() + " per " + word.per().text());
        }
        return new HeldWords(perSynapse, perNeuron, bits, String.join(", ", words));
    }

    private static long count(Per per, RuleCard card, Shape shape, Profile profile) {
        long neurons = 0;
        long pre = 0;
        long synapses = 0;
        long feedback = 0;
        for (int l = 1; l <= shape.layers(); l++) {
            neurons += shape.size(l);
            pre += shape.size(l - 1) + 1;
            synapses += shape.synapses(l);
            if (l < shape.layers()) {
                int columns = card.needs().contains(Need.RECURRENT_WEIGHTS)
                        ? shape.size(l)
                        : shape.size(profile.feedback().path().source(l, shape.layers()));
                feedback += (long) shape.size(l) * columns;
            }
        }
        return switch (per) {
            case SYNAPSE -> synapses;
            case PRE -> pre;
            case NEURON -> neurons;
            case OUTPUT -> shape.outputs();
            case NEURON_AND_STEP -> neurons * profile.time().steps();
            case FEEDBACK -> feedback;
        };
    }
}
