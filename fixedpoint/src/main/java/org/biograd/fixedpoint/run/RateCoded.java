package org.biograd.fixedpoint.run;

import java.util.Objects;
import java.util.function.Supplier;
import org.biograd.spec.SpikeTrain;

/** Intensities, coded as spikes by rate (CODE-1). Not for use by two threads at once. */
public final class RateCoded implements InputSource {

    private final byte[][] intensities;
    private final Supplier<? extends SpikeCoder> coding;
    private final SpikeCoder coder;

    /**
     * Makes a source that is coded input by input; it keeps the array.
     *
     * @param intensities shape [samples][inputs], unsigned bytes; at least one sample
     * @param seed the seed of the run
     * @throws IllegalArgumentException where there is no sample, or samples differ in length
     */
    public RateCoded(byte[][] intensities, long seed) {
        this(intensities, () -> new RateCoder(seed));
    }

    /**
     * Makes a source with a coder of some other make; it keeps the array.
     *
     * @param intensities shape [samples][inputs], unsigned bytes; at least one sample
     * @param coding makes a coder, for each copy anew
     * @throws IllegalArgumentException where there is no sample, or samples differ in length
     */
    public RateCoded(byte[][] intensities, Supplier<? extends SpikeCoder> coding) {
        this.intensities = checked(intensities);
        this.coding = coding;
        this.coder = coding.get();
    }

    /**
     * Requires at least one sample, and samples of one length.
     *
     * @return the same array
     * @throws IllegalArgumentException where there is no sample, or samples differ in length
     */
    public static byte[][] checked(byte[][] intensities) {
        Objects.requireNonNull(intensities, "intensities");
        if (intensities.length == 0) {
            throw new IllegalArgumentException("intensities has no sample; at least one is needed");
        }
        for (int i = 1; i < intensities.length; i++) {
            if (intensities[i].length != intensities[0].length) {
                throw new IllegalArgumentException("sample " + i + " has " + intensities[i].length
                        + " intensities, sample 0 has " + intensities[0].length);
            }
        }
        return intensities;
    }

    @Override
    public int size() {
        return intensities.length;
    }

    @Override
    public int inputs() {
        return intensities[0].length;
    }

    @Override
    public void training(long sample, int index, SpikeTrain out) {
        coder.encodeTraining(sample, intensities[index], out);
    }

    @Override
    public void test(int index, SpikeTrain out) {
        coder.encodeTest(index, intensities[index], out);
    }

    @Override
    public InputSource copy() {
        return new RateCoded(intensities, coding);
    }
}
