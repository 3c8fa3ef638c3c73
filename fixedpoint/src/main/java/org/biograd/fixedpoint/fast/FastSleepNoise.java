package org.biograd.fixedpoint.fast;

import org.biograd.fixedpoint.RateCode;
import org.biograd.fixedpoint.SleepNoise;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.spec.Clause;
import org.biograd.spec.DrawStream;

/**
 * Equals {@link SleepNoise}, always: positive spikes less negative ones of a step, without a list of either. Held equal
 * by {@code NetworkContract}; benchmark: {@code NetworkBenchmark.sleep}. Not for use by two threads at once.
 */
final class FastSleepNoise {

    private final SleepNoise plain;
    private final DrawSource draws;
    private long sleep;
    private int layer;
    private int firstStep;
    private int limit;

    /**
     * Makes noise.
     *
     * @param rates draws the intensities
     * @param draws draws the spikes; not the same object
     */
    FastSleepNoise(DrawSource rates, DrawSource draws) {
        this.plain = new SleepNoise(rates);
        this.draws = draws;
    }

    /**
     * Chooses a trajectory for {@link #net}.
     *
     * @param number of the sleep
     * @param ofLayer the sleeping layer
     * @param trajectory its number, from 0
     * @param steps how many steps a trajectory has
     */
    void select(long number, int ofLayer, int trajectory, int steps) {
        sleep = number;
        layer = ofLayer;
        firstStep = trajectory * steps;
        limit = RateCode.limit(plain.of(number).intensity(layer, trajectory));
    }

    /**
     * The noise of a step: the positive spike of each neuron less its negative one.
     *
     * @param step of the trajectory
     * @param net receives -1, 0 or 1, one per neuron
     * @param scratch of the same size; what is left in it means nothing
     */
    @Clause(value = "SLEEP-1", form = Clause.Form.FAST)
    void net(int step, int[] net, int[] scratch) {
        draws.select(DrawStream.SLEEP_POSITIVE, layer, sleep, firstStep + step, RateCode.DRAW_BITS);
        draws.fill(0, net.length, net);
        draws.select(DrawStream.SLEEP_NEGATIVE, layer, sleep, firstStep + step, RateCode.DRAW_BITS);
        draws.fill(0, scratch.length, scratch);
        for (int i = 0; i < net.length; i++) {
            // A draw below the limit is a spike: their difference is negative, and its sign as a number -1.
            net[i] = (net[i] - limit >>> 31) - (scratch[i] - limit >>> 31);
        }
    }
}
