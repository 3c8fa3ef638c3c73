package org.biograd.fixedpoint;

import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;

/** One layer: its synapses, its neurons, and what they need to learn. */
final class Layer {

    final Synapses synapses;
    final Soma soma;
    final SurrogateGate gate;
    final Eligibility eligibility;
    final ErrorDendrite dendrite;
    final FedBackError fedBack;
    final WeightUpdate update;

    /**
     * Makes a layer with weights of 0.
     *
     * @param number its number, 1..L
     */
    Layer(int number, Shape shape, Profile profile, DrawSource draws, Events events) {
        int pre = shape.size(number - 1);
        int post = shape.size(number);
        boolean output = number == shape.layers();
        synapses = new Synapses(pre, post);
        soma = new Soma(post, profile.soma(), profile.weight().shift(), events);
        gate = new SurrogateGate(post, profile.soma());
        eligibility = new Eligibility(number, pre, post, profile, draws, events);
        dendrite = new ErrorDendrite(number, post, output, profile.error(), draws, events);
        fedBack = new FedBackError(number, post, profile, draws, events);
        update = new WeightUpdate(number, output, shape.synapses(number), profile, draws, events);
    }

    /** Forgets the sample before: all of u, v, s, traces, eligibilities and dendrites are 0. */
    void clear() {
        soma.clear();
        eligibility.clear();
        dendrite.clear();
    }

    /** The forward step: SOMA-1 to SOMA-4 on the spikes of the layer below. */
    void forward(int[] x) {
        soma.step(synapses.sum(Synapses.withBias(x)));
    }

    /** The step of a training sample: the forward step, GATE-1 and ELIG-1 to ELIG-4. */
    void learn(long sample, int step, int[] x) {
        forward(x);
        gate.step(soma.voltages());
        eligibility.step(sample, step, Synapses.withBias(x), soma.voltages(), soma.spikes(), gate.gates());
    }
}
