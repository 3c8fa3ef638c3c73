package org.biograd.fixedpoint.fast;

import org.biograd.fixedpoint.Events;
import org.biograd.spec.Clause;
import org.biograd.spec.Decay;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.SomaParameters;

/**
 * Equals {@link org.biograd.fixedpoint.Soma} where 32-bit words hold every value ({@link #fits}): without a branch, so
 * that the compiler turns it into vector code. Held equal by {@code SomaContract}; benchmark: {@code
 * NetworkBenchmark.predict}.
 */
final class NarrowSoma {

    private static final int WORD_BITS = 30;
    private static final int LOW = (1 << Decay.BITS) - 1;

    private final int weightShift;
    private final int unused;
    private final int keep;
    private final int threshold;
    private final int largest;
    private final Events events;
    private final int[] wraps;
    private final int[] saturations;

    NarrowSoma(int size, SomaParameters parameters, int weightShift, Events events) {
        this.weightShift = weightShift;
        this.unused = Integer.SIZE - parameters.currentBits();
        this.keep = parameters.keep();
        this.threshold = parameters.threshold();
        this.largest = (1 << parameters.voltageBits() - 1) - 1;
        this.events = events;
        this.wraps = new int[size];
        this.saturations = new int[size];
    }

    /** Whether the words of a profile are narrow enough: then a sum of input and voltage has 31 bits at most. */
    static boolean fits(SomaParameters parameters, int weightShift) {
        return parameters.currentBits() <= WORD_BITS
                && parameters.voltageBits() <= WORD_BITS
                && weightShift < Integer.SIZE;
    }

    /**
     * One step of all neurons.
     *
     * @param sum a_i
     * @param current receives u
     * @param voltage v, before the reset of the step before and after this step
     * @param spike s likewise, 0 or 1
     */
    @Clause(
            value = {"SOMA-2", "SOMA-3", "SOMA-4"},
            form = Clause.Form.FAST)
    void step(int[] sum, int[] current, int[] voltage, int[] spike) {
        takeInput(sum, current, wraps, weightShift, unused);
        decay(voltage, spike, keep);
        integrate(voltage, current, saturations, largest);
        fire(voltage, spike, threshold);
        events.add(Signal.SYNAPTIC_INPUT, NarrowWords.sum(wraps));
        events.add(Signal.MEMBRANE_VOLTAGE, NarrowWords.sum(saturations));
    }

    // Short loops, one after the other: the compiler turns them into vector code, but not the one long loop that does
    // it all.

    /** u, and a 1 where it is not the exact a 2^shift: then u shifted back is another sum. */
    private static void takeInput(int[] sum, int[] current, int[] wraps, int shift, int unused) {
        for (int i = 0; i < sum.length; i++) {
            int u = sum[i] << shift << unused >> unused;
            int lost = (u >> shift) - sum[i];
            current[i] = u;
            wraps[i] = (lost | -lost) >>> 31;
        }
    }

    /** What is left of v, 0 after a spike: |v| k / 4096 in two parts, so that no product needs more than 32 bits. */
    private static void decay(int[] voltage, int[] spike, int keep) {
        for (int i = 0; i < voltage.length; i++) {
            int rest = voltage[i] & spike[i] - 1;
            int sign = rest >> 31;
            int magnitude = Math.abs(rest);
            int kept = (magnitude >> Decay.BITS) * keep + ((magnitude & LOW) * keep >> Decay.BITS);
            voltage[i] = (kept ^ sign) - sign;
        }
    }

    private static void integrate(int[] voltage, int[] current, int[] saturations, int largest) {
        for (int i = 0; i < voltage.length; i++) {
            int driven = voltage[i] + current[i];
            saturations[i] = NarrowWords.saturates(driven, largest);
            voltage[i] = NarrowWords.saturate(driven, largest);
        }
    }

    private static void fire(int[] voltage, int[] spike, int threshold) {
        for (int i = 0; i < voltage.length; i++) {
            spike[i] = threshold - voltage[i] >>> 31;
        }
    }
}
