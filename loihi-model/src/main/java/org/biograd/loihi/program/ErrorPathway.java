package org.biograd.loihi.program;

import org.biograd.loihi.neuron.CompartmentParameters;
import org.biograd.loihi.neuron.Compartments;
import org.biograd.loihi.neuron.Join;
import org.biograd.loihi.neuron.RangeHandling;
import org.biograd.spec.Clause;
import org.biograd.spec.profile.ErrorParameters;

/**
 * The error neurons of one sign, each of two compartments: one integrates the error and never resets, the other spikes
 * where the first is above 1. That spike returns through a synapse of weight -1 in the next step: the chip resets to 0,
 * and error neurons must not.
 */
final class ErrorPathway {

    private static final int MAX_SHIFT = 13;

    private final Compartments potential;
    private final Compartments spike;
    private final OneToOne reset;

    /**
     * Makes the error neurons of an output layer.
     *
     * @throws IllegalArgumentException where the potential is wider than a compartment, or its unit beyond a weight
     */
    @Clause("PROG-5")
    ErrorPathway(int outputs, ErrorParameters parameters) {
        potential = new Compartments(
                outputs, CompartmentParameters.dendrite(parameters.potentialBits()), RangeHandling.NORMATIVE);
        spike = Compartments.joinedTo(
                potential, Join.ADD, CompartmentParameters.comparator(1 << parameters.fraction()));
        // One error is 2^fraction: the exponent carries what it can, the mantissa the rest.
        int shift = Math.min(parameters.fraction(), MAX_SHIFT);
        reset = new OneToOne(Formats.signedWithShift(shift), -(1 << parameters.fraction() - shift));
    }

    void clear() {
        potential.clear();
        spike.clear();
    }

    /**
     * One step.
     *
     * @param error what the host injects, one value per output
     * @param sign 1 for the neurons of positive errors, -1 for the others
     */
    void step(int[] error, int sign) {
        long[] input = potential.input();
        for (int k = 0; k < error.length; k++) {
            input[k] += sign * error[k];
        }
        reset.deliver(spike.spiking(), spike.spikes(), input);
        potential.step();
        spike.step();
    }

    long[] potential() {
        return potential.voltage();
    }

    int[] spike() {
        return spike.spike();
    }

    int[] spiking() {
        return spike.spiking();
    }

    int spikes() {
        return spike.spikes();
    }
}
