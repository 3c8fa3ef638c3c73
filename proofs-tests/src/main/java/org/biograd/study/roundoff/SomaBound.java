package org.biograd.study.roundoff;

import java.util.Arrays;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;

/**
 * The errors of u and v of one layer. With r the voltage that is left of the step before, 0 after a spike,
 *
 * <pre>
 *   bound u(t) = |local u(t)|
 *   bound v(t) = d bound r(t-1) + bound u(t) + |local v(t)|
 * </pre>
 */
final class SomaBound {

    private final Profile profile;
    private final LocalErrors local;
    private final BigFraction decay;

    /** 2^weight.shift a_i(t): exact, since weights and spikes are the same. */
    private final long[] input;

    /** r_i(t-1). */
    private final int[] rest;

    private final BigFraction[] restBound;
    private BigFraction[] inputBound;
    private BigFraction[] voltageBound;

    /** v of this step. */
    private int[] voltage;

    SomaBound(int size, Profile profile, LocalErrors local) {
        this.profile = profile;
        this.local = local;
        decay = BigFraction.of(profile.soma().keep(), 4096);
        input = new long[size];
        rest = new int[size];
        restBound = new BigFraction[size];
        clear();
    }

    void clear() {
        Arrays.fill(rest, 0);
        Arrays.fill(restBound, BigFraction.ZERO);
    }

    /**
     * Bounds of u.
     *
     * @param weights in the order of SYN-1
     * @param x the spikes that the layer hears
     */
    BigFraction[] current(int[] weights, int[] x) {
        inputBound = new BigFraction[rest.length];
        for (int i = 0; i < rest.length; i++) {
            long sum = weights[x.length * rest.length + i];
            for (int j = 0; j < x.length; j++) {
                sum += (long) x[j] * weights[j * rest.length + i];
            }
            input[i] = sum << profile.weight().shift();
            inputBound[i] = local.of(Signal.SYNAPTIC_INPUT, wrapped(i), BigFraction.of(input[i]));
        }
        return inputBound;
    }

    private long wrapped(int i) {
        return Rounded.wrap(input[i], profile.soma().currentBits());
    }

    /**
     * Bounds of v.
     *
     * @param values v of this step
     */
    BigFraction[] voltage(int[] values) {
        voltage = values;
        voltageBound = new BigFraction[values.length];
        for (int i = 0; i < values.length; i++) {
            BigFraction left = decay.multiply(rest[i]);
            long stored = Rounded.saturate(
                    Rounded.towardZero(left) + wrapped(i), profile.soma().voltageBits());
            voltageBound[i] = decay.multiply(restBound[i])
                    .add(inputBound[i])
                    .add(local.of(Signal.MEMBRANE_VOLTAGE, stored, left.add(wrapped(i))));
        }
        return voltageBound;
    }

    /** Resets the neurons that spiked. */
    void reset(int[] spikes) {
        for (int i = 0; i < spikes.length; i++) {
            rest[i] = spikes[i] == 1 ? 0 : voltage[i];
            restBound[i] = spikes[i] == 1 ? BigFraction.ZERO : voltageBound[i];
        }
    }

    /** v of this step. */
    int[] voltage() {
        return voltage;
    }

    /** Bounds of v of this step. */
    BigFraction[] voltageBound() {
        return voltageBound;
    }
}
