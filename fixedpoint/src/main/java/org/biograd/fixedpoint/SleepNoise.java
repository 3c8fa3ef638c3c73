package org.biograd.fixedpoint;

import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Draws;
import org.biograd.spec.Clause;
import org.biograd.spec.NoiseSource;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.Stream;

/** The noise of one sleep. Not for use by two threads at once. */
public final class SleepNoise implements NoiseSource {

    private static final int DRAW_BITS = 8;

    private final DrawSource rates;
    private final DrawSource draws;
    private long sleep;

    /**
     * The noise of sleep number 0.
     *
     * @param seed the seed of the run
     */
    public SleepNoise(long seed) {
        this(new Draws(seed), new Draws(seed));
    }

    /**
     * The noise of sleep number 0, with draws from elsewhere.
     *
     * @param rates draws the intensities
     * @param draws draws the spikes; not the same object
     */
    public SleepNoise(DrawSource rates, DrawSource draws) {
        this.rates = rates;
        this.draws = draws;
    }

    /**
     * Goes to another sleep.
     *
     * @param number its number q, counted over the whole run
     * @return this
     */
    public SleepNoise of(long number) {
        sleep = number;
        return this;
    }

    @Override
    @Clause("SLEEP-1")
    public void fill(int layer, int trajectory, SpikeTrain positive, SpikeTrain negative) {
        rates.select(Stream.SLEEP_RATE, layer, sleep, 0, DRAW_BITS);
        int intensity = (int) rates.at(trajectory);
        fill(Stream.SLEEP_POSITIVE, layer, trajectory, intensity, positive);
        fill(Stream.SLEEP_NEGATIVE, layer, trajectory, intensity, negative);
    }

    private void fill(Stream stream, int layer, int trajectory, int intensity, SpikeTrain out) {
        out.clear();
        for (int t = 0; t < out.steps(); t++) {
            draws.select(stream, layer, sleep, trajectory * out.steps() + t, DRAW_BITS);
            for (int i = 0; i < out.size(); i++) {
                if (RateCoder.spikes(intensity, draws.at(i))) {
                    out.add(i);
                }
            }
            out.endStep();
        }
    }
}
