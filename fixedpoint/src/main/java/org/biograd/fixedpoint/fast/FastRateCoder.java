package org.biograd.fixedpoint.fast;

import org.biograd.fixedpoint.RateCode;
import org.biograd.fixedpoint.run.InputSource;
import org.biograd.fixedpoint.run.RateCoded;
import org.biograd.fixedpoint.run.SpikeCoder;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Draws;
import org.biograd.spec.Clause;
import org.biograd.spec.DrawStream;
import org.biograd.spec.SpikeTrain;

/**
 * Equals {@link org.biograd.fixedpoint.run.RateCoder}, always: the draws of the inputs that can spike at all are made
 * for many steps together. Held equal by {@code RateCoderContract}; benchmark: {@code DrawsBenchmark.fillSteps}. Not
 * for use by two threads at once.
 */
public final class FastRateCoder implements SpikeCoder {

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
     * Makes a coder.
     *
     * @param seed the seed of the run
     */
    public FastRateCoder(long seed) {
        this(new Draws(seed));
    }

    /** Makes a coder with draws from elsewhere. */
    public FastRateCoder(DrawSource draws) {
        this.draws = draws;
    }

    /**
     * A source of samples that are coded by this class; it keeps the array.
     *
     * @param intensities shape [samples][inputs], unsigned bytes; at least one sample
     * @param seed the seed of the run
     * @throws IllegalArgumentException where there is no sample, or samples differ in length
     */
    public static InputSource source(byte[][] intensities, long seed) {
        return new RateCoded(intensities, () -> new FastRateCoder(seed));
    }

    @Override
    public void encodeTraining(long sample, byte[] intensities, SpikeTrain out) {
        encode(DrawStream.INPUT, sample, intensities, out);
    }

    @Override
    public void encodeTest(long sample, byte[] intensities, SpikeTrain out) {
        encode(DrawStream.TEST_INPUT, sample, intensities, out);
    }

    /** 1 where an intensity of that limit spikes at a draw of 8 bits, else 0. */
    @Clause(value = "CODE-1", form = Clause.Form.FAST)
    static int spikes(int limit, int draw) {
        return draw - limit >>> 31;
    }

    private void encode(DrawStream stream, long sample, byte[] intensities, SpikeTrain out) {
        SpikeCoder.requireFits(intensities, out);
        out.clear();
        int lit = findLit(intensities);
        int stepsAtOnce = Math.min(out.steps(), Math.max(1, DRAWS / Math.max(1, lit)));
        if (draw.length < stepsAtOnce * lit) {
            draw = new int[Math.max(DRAWS, lit)];
        }
        draws.select(stream, 0, sample, 0, RateCode.DRAW_BITS);
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
            limit[lit] = RateCode.limit(value);
            lit += -value >>> 31;
        }
        return lit;
    }
}
