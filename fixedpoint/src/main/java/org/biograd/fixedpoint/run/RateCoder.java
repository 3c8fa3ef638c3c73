package org.biograd.fixedpoint.run;

import org.biograd.fixedpoint.RateCode;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Draws;
import org.biograd.spec.DrawStream;
import org.biograd.spec.SpikeTrain;

/** Turns intensities into spikes, input by input. Not for use by two threads at once. */
public final class RateCoder implements SpikeCoder {

    private final DrawSource draws;

    /**
     * Makes a coder.
     *
     * @param seed the seed of the run
     */
    public RateCoder(long seed) {
        this(new Draws(seed));
    }

    /** Makes a coder with draws from elsewhere. */
    public RateCoder(DrawSource draws) {
        this.draws = draws;
    }

    @Override
    public void encodeTraining(long sample, byte[] intensities, SpikeTrain out) {
        encode(DrawStream.INPUT, sample, intensities, out);
    }

    @Override
    public void encodeTest(long sample, byte[] intensities, SpikeTrain out) {
        encode(DrawStream.TEST_INPUT, sample, intensities, out);
    }

    private void encode(DrawStream stream, long sample, byte[] intensities, SpikeTrain out) {
        SpikeCoder.requireFits(intensities, out);
        out.clear();
        for (int t = 0; t < out.steps(); t++) {
            draws.select(stream, 0, sample, t, RateCode.DRAW_BITS);
            for (int j = 0; j < intensities.length; j++) {
                int intensity = intensities[j] & 0xFF;
                if (intensity > 0 && RateCode.spikes(intensity, draws.at(j))) {
                    out.add(j);
                }
            }
            out.endStep();
        }
    }
}
