package org.biograd.fixedpoint;

import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Draws;
import org.biograd.spec.Clause;
import org.biograd.spec.DrawStream;
import org.biograd.spec.NoiseSource;
import org.biograd.spec.SpikeTrain;

/** The noise of one sleep. Not for use by two threads at once. */
public final class SleepNoise implements NoiseSource {

    private static final int DRAW_BITS = 8;

    private final DrawSource rates;
    private final DrawSource draws;
    private long sleep;

    private int layer;
    private int firstStep;
    private int limit;
    private int[] draw = new int[0];
    private int[] spiking = new int[1];

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

    /**
     * Chooses a trajectory for {@link #net}.
     *
     * @param ofLayer the sleeping layer
     * @param ofTrajectory its number, from 0
     * @param ofSteps how many steps a trajectory has
     */
    @Clause("SLEEP-1")
    void select(int ofLayer, int ofTrajectory, int ofSteps) {
        layer = ofLayer;
        firstStep = ofTrajectory * ofSteps;
        rates.select(DrawStream.SLEEP_RATE, layer, sleep, 0, DRAW_BITS);
        int intensity = (int) rates.at(ofTrajectory);
        limit = RateCoder.limit(intensity);
    }

    /**
     * The noise of a step: the positive spike of each neuron less its negative one.
     *
     * @param step of the trajectory
     * @param net receives -1, 0 or 1, one a neuron
     * @param scratch of the same size; what is left in it means nothing
     */
    @Clause("SLEEP-1")
    void net(int step, int[] net, int[] scratch) {
        draws.select(DrawStream.SLEEP_POSITIVE, layer, sleep, firstStep + step, DRAW_BITS);
        draws.fill(0, net.length, net);
        draws.select(DrawStream.SLEEP_NEGATIVE, layer, sleep, firstStep + step, DRAW_BITS);
        draws.fill(0, scratch.length, scratch);
        for (int i = 0; i < net.length; i++) {
            net[i] = (net[i] - limit >>> 31) - (scratch[i] - limit >>> 31);
        }
    }

    @Override
    @Clause("SLEEP-1")
    public void fill(int ofLayer, int trajectory, SpikeTrain positives, SpikeTrain negatives) {
        rates.select(DrawStream.SLEEP_RATE, ofLayer, sleep, 0, DRAW_BITS);
        int intensity = (int) rates.at(trajectory);
        fill(DrawStream.SLEEP_POSITIVE, ofLayer, trajectory, intensity, positives);
        fill(DrawStream.SLEEP_NEGATIVE, ofLayer, trajectory, intensity, negatives);
    }

    private void fill(DrawStream stream, int ofLayer, int trajectory, int intensity, SpikeTrain out) {
        if (draw.length != out.size()) {
            draw = new int[out.size()];
            // One more than can ever spike: the place after the last spike is written to before it is known whether
            // there is a spike.
            spiking = new int[out.size() + 1];
        }
        int least = RateCoder.limit(intensity);
        out.clear();
        for (int t = 0; t < out.steps(); t++) {
            draws.select(stream, ofLayer, sleep, trajectory * out.steps() + t, DRAW_BITS);
            draws.fill(0, draw.length, draw);
            int spikes = 0;
            for (int i = 0; i < draw.length; i++) {
                spiking[spikes] = i;
                spikes += draw[i] - least >>> 31;
            }
            out.addStep(spiking, spikes);
        }
    }
}
