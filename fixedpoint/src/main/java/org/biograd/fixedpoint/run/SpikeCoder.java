package org.biograd.fixedpoint.run;

import org.biograd.spec.SpikeTrain;

/** Turns intensities into spikes (CODE-1). Not for use by two threads at once. */
public interface SpikeCoder {

    /**
     * Codes the sample of a training run.
     *
     * @param sample its number n, counted over the whole run
     * @param intensities one of 0..255 per input, as unsigned bytes
     * @param out receives the spikes
     * @throws IllegalArgumentException where the train is not of the sample's size
     */
    void encodeTraining(long sample, byte[] intensities, SpikeTrain out);

    /**
     * Codes a test sample.
     *
     * @param sample its number within the test set
     * @param intensities one of 0..255 per input, as unsigned bytes
     * @param out receives the spikes
     * @throws IllegalArgumentException where the train is not of the sample's size
     */
    void encodeTest(long sample, byte[] intensities, SpikeTrain out);

    /**
     * Requires a train of as many inputs as a sample has intensities.
     *
     * @throws IllegalArgumentException where it has not
     */
    static void requireFits(byte[] intensities, SpikeTrain out) {
        if (intensities.length != out.size()) {
            throw new IllegalArgumentException("a sample of " + intensities.length
                    + " intensities does not fit a spike train of " + out.size() + " inputs");
        }
    }
}
