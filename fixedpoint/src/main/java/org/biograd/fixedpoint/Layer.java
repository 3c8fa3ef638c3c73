package org.biograd.fixedpoint;

import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.spec.Clause;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;

/** One layer: its synapses, its neurons, and what they need to learn. */
final class Layer {

    final Synapses synapses;
    final Soma soma;
    final SurrogateGate gate;
    final Eligibility eligibility;
    final ErrorDendrite dendrite;
    final WeightUpdate update;

    /** What the layer below is fed; null where no layer is. */
    final FedBackError fedBack;

    private final int[] sum;

    Layer(int number, Shape shape, Profile profile, DrawSource draws, Events events) {
        int pre = shape.size(number - 1);
        int post = shape.size(number);
        boolean output = number == shape.layers();
        synapses = new Synapses(pre, post);
        soma = new Soma(post, profile.soma(), profile.weight().shift(), events);
        gate = new SurrogateGate(post, profile.soma());
        eligibility = new Eligibility(number, pre, post, profile, draws, events);
        dendrite = new ErrorDendrite(number, post, output, profile.error(), draws, events);
        update = new WeightUpdate(number, output, synapses, profile, draws, events);
        boolean feedsBelow = profile.feedback().path() == FeedbackPath.LAYERWISE && number > 1;
        fedBack = feedsBelow ? new FedBackError(number, post, profile, draws, events) : null;
        sum = new int[post];
    }

    /** Forgets the sample before. */
    void clear() {
        soma.clear();
        eligibility.clear();
        dendrite.clear();
    }

    /** The forward step: the spikes of the layer below come in, this layer's spikes come about. */
    @Clause("SOMA-1")
    void forward(int[] spiking, int spikes) {
        synapses.startWithBias(sum);
        for (int s = 0; s < spikes; s++) {
            synapses.addRow(sum, spiking[s]);
        }
        soma.step(sum);
    }

    /** The forward step of the layer above the one that noise is injected into. */
    @Clause("SLEEP-2")
    void forwardNoise(int[] positive, int positives, int[] negative, int negatives) {
        Synapses.startWithoutBias(sum);
        for (int s = 0; s < positives; s++) {
            synapses.addRow(sum, positive[s]);
        }
        for (int s = 0; s < negatives; s++) {
            synapses.subtractRow(sum, negative[s]);
        }
        soma.step(sum);
    }
}
