package org.biograd.fixedpoint;

import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Draws;
import org.biograd.spec.Clause;
import org.biograd.spec.DrawStream;
import org.biograd.spec.SpikeTrain;

/** Turns intensities into spikes. Not for use by two threads at once. */
public final class RateCoder {

    private static final int DRAW_BITS = 8;

    /** About so many draws are made at a time. */
    private static final int DRAWS = 4096;

    private final DrawSource draws;

    /**
     * The inputs of a sample whose intensity is not 0, the limits of their draws, and those of them that spike in a
     * step.
     */
    private int[] pixel = new int[0];

    private int[] limit = new int[0];
    private int[] spiking = new int[0];

    /** The draws of some steps, one a step and listed input. */
    private int[] draw = new int[0];

    /**
     * A coder.
     *
     * @param seed the seed of the run
     */
    public RateCoder(long seed) {
        this(new Draws(seed));
    }

    /** A coder with draws from elsewhere. */
    public RateCoder(DrawSource draws) {
        this.draws = draws;
    }

    /** The least draw at which an intensity of 0..255 does not spike. */
    @Clause("CODE-1")
    static int limit(int intensity) {
        return intensity + (intensity >> 7);
    }

    /** 1 where an intensity of that limit spikes at a draw of 8 bits, else 0. */
    @Clause("CODE-1")
    static int spikes(int limit, int draw) {
        return draw - limit >>> 31;
    }

    /**
     * Codes the sample of a training run.
     *
     * @param sample its number n, counted over the whole run
     * @param intensities one of 0..255 an input, as unsigned bytes
     * @param out receives the spikes
     * @throws IllegalArgumentException where the train is not of the sample's size
     */
    public void encodeTraining(long sample, byte[] intensities, SpikeTrain out) {
        encode(DrawStream.INPUT, sample, intensities, out);
    }

    /**
     * Codes a test sample.
     *
     * @param sample its number within the test set
     * @param intensities one of 0..255 an input, as unsigned bytes
     * @param out receives the spikes
     * @throws IllegalArgumentException where the train is not of the sample's size
     */
    public void encodeTest(long sample, byte[] intensities, SpikeTrain out) {
        encode(DrawStream.TEST_INPUT, sample, intensities, out);
    }

    private void encode(DrawStream stream, long sample, byte[] intensities, SpikeTrain out) {
        if (intensities.length != out.size()) {
            throw new IllegalArgumentException("a sample of " + intensities.length
                    + " intensities does not fit a spike train of " + out.size() + " inputs");
        }
        out.clear();
        int lit = findLit(intensities);
        int stepsAtOnce = Math.min(out.steps(), Math.max(1, DRAWS / Math.max(1, lit)));
        if (draw.length < stepsAtOnce * lit) {
            draw = new int[Math.max(DRAWS, lit)];
        }
        draws.select(stream, 0, sample, 0, DRAW_BITS);
        for (int t = 0; t < out.steps(); t += stepsAtOnce) {
            int steps = Math.min(stepsAtOnce, out.steps() - t);
            draws.fillSteps(steps, pixel, lit, draw);
            for (int s = 0; s < steps; s++) {
                out.addStep(spiking, findSpiking(s * lit, lit));
            }
        }
    }

    /** Lists the inputs that spike in a step, and returns how many there are. */
    private int findSpiking(int firstDraw, int lit) {
        int spikes = 0;
        for (int p = 0; p < lit; p++) {
            spiking[spikes] = pixel[p];
            spikes += spikes(limit[p], draw[firstDraw + p]);
        }
        return spikes;
    }

    /** Lists the inputs that can spike at all, and returns how many there are. */
    private int findLit(byte[] intensities) {
        if (pixel.length <= intensities.length) {
            // One more than needed: the place after the last is written to before it is known whether there is anything
            // to write.
            pixel = new int[intensities.length + 1];
            limit = new int[intensities.length + 1];
            spiking = new int[intensities.length + 1];
        }
        int lit = 0;
        for (int j = 0; j < intensities.length; j++) {
            int value = intensities[j] & 0xFF;
            pixel[lit] = j;
            limit[lit] = limit(value);
            lit += -value >>> 31;
        }
        return lit;
    }
}
