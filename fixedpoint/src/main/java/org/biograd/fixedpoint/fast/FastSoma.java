package org.biograd.fixedpoint.fast;

import org.biograd.fixedpoint.Events;
import org.biograd.fixedpoint.Soma;
import org.biograd.spec.profile.SomaParameters;

/**
 * Equals {@link Soma}, always: the narrow form steps where it fits, the plain one elsewhere. Beside the spikes as 0 and
 * 1 it lists the neurons that spiked. Held equal by {@code SomaContract}; benchmark: {@code NetworkBenchmark.predict}.
 */
final class FastSoma {

    private final Soma plain;
    private final NarrowSoma narrow;
    private final long[] wideSum;

    /** v of this step, before the reset. */
    final int[] voltage;

    /** s of this step, 0 or 1. */
    final int[] spike;

    /** The neurons that spiked in this step, ascending; the first {@link #spikes} entries count. */
    final int[] spiking;

    /** How many neurons spiked in this step. */
    int spikes;

    FastSoma(int size, SomaParameters parameters, int weightShift, Events events) {
        plain = new Soma(size, parameters, weightShift, events);
        narrow =
                NarrowSoma.fits(parameters, weightShift) ? new NarrowSoma(size, parameters, weightShift, events) : null;
        wideSum = new long[size];
        voltage = plain.voltages();
        spike = plain.spikes();
        spiking = new int[size + 1];
    }

    void clear() {
        plain.clear();
        spikes = 0;
    }

    /**
     * One step of all neurons.
     *
     * @param sum a_i, the sum of the weights of the neurons that spiked
     */
    void step(int[] sum) {
        if (narrow == null) {
            for (int i = 0; i < sum.length; i++) {
                wideSum[i] = sum[i];
            }
            plain.step(wideSum);
        } else {
            narrow.step(sum, plain.currents(), voltage, spike);
        }
        spikes = 0;
        for (int i = 0; i < spike.length; i++) {
            // Written to before it is known whether there is a spike; hence the room for one more.
            spiking[spikes] = i;
            spikes += spike[i];
        }
    }
}
