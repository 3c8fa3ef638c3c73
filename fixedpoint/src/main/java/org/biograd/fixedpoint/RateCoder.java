package org.biograd.fixedpoint;

import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Draws;
import org.biograd.spec.Clause;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.Stream;

/** Turns intensities into spikes. Not for use by two threads at once. */
public final class RateCoder {

    private static final int DRAW_BITS = 8;

    private final DrawSource draws;

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

    /** Whether an intensity of 0..255 spikes at a draw of 8 bits. */
    @Clause("CODE-1")
    static boolean spikes(int intensity, long draw) {
        return draw < intensity + (intensity >> 7);
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
        encode(Stream.INPUT, sample, intensities, out);
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
        encode(Stream.TEST_INPUT, sample, intensities, out);
    }

    private void encode(Stream stream, long sample, byte[] intensities, SpikeTrain out) {
        if (intensities.length != out.size()) {
            throw new IllegalArgumentException(
                    "a sample of " + intensities.length + " intensities does not fit a spike train of " + out.size() + " inputs");
        }
        out.clear();
        for (int t = 0; t < out.steps(); t++) {
            draws.select(stream, 0, sample, t, DRAW_BITS);
            for (int j = 0; j < intensities.length; j++) {
                int intensity = intensities[j] & 0xFF;
                if (intensity != 0 && spikes(intensity, draws.at(j))) {
                    out.add(j);
                }
            }
            out.endStep();
        }
    }
}
