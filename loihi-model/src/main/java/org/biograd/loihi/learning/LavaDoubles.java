package org.biograd.loihi.learning;

import org.biograd.loihi.Format;
import org.biograd.spec.Clause;

/**
 * The arithmetic of the emulator Lava that uses floating point: how a trace decays and how a weight is rounded. Nothing
 * else in this module computes in doubles.
 */
@Clause("ENG-12")
public final class LavaDoubles {

    private static final Format WEIGHT = Format.signed(9, 0);
    private static final double ACCUMULATOR_ONE = 128;

    private LavaDoubles() {}

    /**
     * A trace after one step: x exp(-1 / tau), rounded with a random number that all traces of a step share.
     *
     * @param x the trace, 0..127
     * @param tau time constant in steps, above 0
     * @param random 0 or more, below 1
     */
    public static int decay(int x, double tau, double random) {
        double exact = x * StrictMath.exp(-1 / tau);
        double floor = Math.floor(exact);
        return (int) floor + (random < exact - floor ? 1 : 0);
    }

    /**
     * A trace after a spike. The fraction counts in 1/256 and is compared with a random number of 7 bits, so from one
     * half on it always rounds up.
     *
     * @param decayed the trace
     * @param impulse the whole part of the impulse, 0..127
     * @param fraction its fraction, 0..256
     * @param random 0..127, shared by all traces of a step
     */
    public static int addImpulse(int decayed, int impulse, int fraction, int random) {
        return (int) Variable.TRACE.clip((long) decayed + impulse + (random < fraction ? 1 : 0));
    }

    /**
     * A weight from its accumulator.
     *
     * @param accumulator {@link LavaLearning#accumulator}
     * @param random 0 or more, below 1, shared by all weights
     */
    public static int weight(int accumulator, double random) {
        double exact = accumulator / ACCUMULATOR_ONE;
        double floor = Math.floor(exact);
        return (int) WEIGHT.clip((long) floor + (random < exact - floor ? 1 : 0));
    }
}
