package org.biograd.fixedpoint;

import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Draws;
import org.biograd.spec.Clause;
import org.biograd.spec.DrawStream;
import org.biograd.spec.NoiseSource;
import org.biograd.spec.SpikeTrain;

/** The noise of one sleep. Not for use by two threads at once. */
public final class SleepNoise implements NoiseSource {

    private final DrawSource draws;
    private long sleep;

    /**
     * Makes the noise of sleep number 0.
     *
     * @param seed the seed of the run
     */
    public SleepNoise(long seed) {
        this(new Draws(seed));
    }

    /** Makes the noise of sleep number 0, with draws from elsewhere. */
    public SleepNoise(DrawSource draws) {
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

    /**
     * The intensity of a trajectory.
     *
     * @param layer the sleeping layer
     * @param trajectory its number m
     * @return p, 0..255
     */
    @Clause("SLEEP-1")
    public int intensity(int layer, int trajectory) {
        draws.select(DrawStream.SLEEP_RATE, layer, sleep, 0, RateCode.DRAW_BITS);
        return (int) draws.at(trajectory);
    }

    @Override
    @Clause("SLEEP-1")
    public void fill(int layer, int trajectory, SpikeTrain positives, SpikeTrain negatives) {
        int intensity = intensity(layer, trajectory);
        fill(DrawStream.SLEEP_POSITIVE, layer, trajectory, intensity, positives);
        fill(DrawStream.SLEEP_NEGATIVE, layer, trajectory, intensity, negatives);
    }

    private void fill(DrawStream stream, int layer, int trajectory, int intensity, SpikeTrain out) {
        int[] draw = new int[out.size()];
        int[] spike = new int[out.size()];
        out.clear();
        for (int t = 0; t < out.steps(); t++) {
            draws.select(stream, layer, sleep, trajectory * out.steps() + t, RateCode.DRAW_BITS);
            draws.fill(0, draw.length, draw);
            for (int i = 0; i < draw.length; i++) {
                spike[i] = RateCode.spikes(intensity, draw[i]) ? 1 : 0;
            }
            out.addDense(spike);
        }
    }
}
