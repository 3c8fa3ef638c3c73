package org.biograd.loihi.program;

import org.biograd.loihi.neuron.Compartments;
import org.biograd.loihi.synapse.SynapseGroup;
import org.biograd.spec.Clause;

/**
 * The synapses from the error neurons to the error dendrites of a hidden layer: B for the positive ones, -B for the
 * negative ones.
 */
@Clause(value = "PROG-5", form = Clause.Form.PART)
final class Feedback {

    private final int outputs;
    private final SynapseGroup positive;
    private final SynapseGroup negative;

    /** B_ik at i * outputs + k, as the host keeps it. */
    final int[] weights;

    Feedback(int size, int outputs) {
        this.outputs = outputs;
        positive = new SynapseGroup(outputs, size, Formats.signedWithShift(0));
        negative = new SynapseGroup(outputs, size, Formats.signedWithShift(0));
        weights = new int[size * outputs];
    }

    /** Writes what the host keeps to both groups of synapses. */
    void load() {
        int size = weights.length / outputs;
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < outputs; k++) {
                int b = weights[i * outputs + k];
                positive.set(k, i, b);
                negative.set(k, i, -b);
            }
        }
    }

    void deliver(ErrorPathway above, ErrorPathway below, Compartments dendrite) {
        positive.deliver(above.spiking(), above.spikes(), dendrite.input());
        negative.deliver(below.spiking(), below.spikes(), dendrite.input());
        dendrite.step();
    }
}
