package org.biograd.fixedpoint;

import java.util.Arrays;
import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.Clause;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.SomaParameters;

/** A population of leaky integrate-and-fire neurons: synaptic input, voltage, threshold, reset. */
final class Soma {

    private final SomaParameters parameters;
    private final int weightShift;
    private final Events events;

    /** Does the steps where 32-bit words hold all that happens; null where they do not. */
    private final NarrowSoma narrow;

    /** u of this step. */
    final int[] current;

    /** v of this step, before the reset. */
    final int[] voltage;

    /** s of this step, 0 or 1. */
    final int[] spike;

    /** The neurons that spiked in this step, ascending; the first {@link #spikes} entries count. */
    final int[] spiking;

    /** How many neurons spiked in this step. */
    int spikes;

    Soma(int size, SomaParameters parameters, int weightShift, Events events) {
        this.parameters = parameters;
        this.weightShift = weightShift;
        this.events = events;
        this.current = new int[size];
        this.voltage = new int[size];
        this.spike = new int[size];
        this.spiking = new int[size + 1];
        this.narrow =
                NarrowSoma.fits(parameters, weightShift) ? new NarrowSoma(size, parameters, weightShift, events) : null;
    }

    void clear() {
        Arrays.fill(voltage, 0);
        Arrays.fill(spike, 0);
        spikes = 0;
    }

    /**
     * One step of all neurons.
     *
     * @param sum a_i, the sum of the weights of the neurons that spiked
     */
    void step(int[] sum) {
        if (narrow == null) {
            stepPlainly(sum);
        } else {
            narrow.step(sum, current, voltage, spike);
            spikes = 0;
            for (int i = 0; i < spike.length; i++) {
                // Written to before it is known whether there is a spike; hence the room for one more.
                spiking[spikes] = i;
                spikes += spike[i];
            }
        }
    }

    /** The plain form, for every width. */
    @Clause({"SOMA-2", "SOMA-3", "SOMA-4"})
    private void stepPlainly(int[] sum) {
        int wraps = 0;
        int saturations = 0;
        spikes = 0;
        for (int i = 0; i < voltage.length; i++) {
            long input = (long) sum[i] << weightShift;
            long u = Words.wrap(input, parameters.currentBits());
            wraps += u != input ? 1 : 0;

            long rest = spike[i] == 1 ? 0 : voltage[i];
            long driven = Words.decay(rest, parameters.keep()) + u;
            long v = Words.saturate(driven, parameters.voltageBits());
            saturations += v != driven ? 1 : 0;

            boolean fires = v > parameters.threshold();
            current[i] = (int) u;
            voltage[i] = (int) v;
            spike[i] = fires ? 1 : 0;
            if (fires) {
                spiking[spikes++] = i;
            }
        }
        events.add(Signal.SYNAPTIC_INPUT, wraps);
        events.add(Signal.MEMBRANE_VOLTAGE, saturations);
    }
}
