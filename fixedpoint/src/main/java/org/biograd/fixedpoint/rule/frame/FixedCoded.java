package org.biograd.fixedpoint.rule.frame;

import org.biograd.fixedpoint.RateCode;
import org.biograd.fixedpoint.run.InputSource;
import org.biograd.fixedpoint.run.RateCoded;
import org.biograd.spec.Clause;
import org.biograd.spec.SpikeTrain;

/** Intensities, coded as spikes without draws: evenly spaced, or one spike each. Not for use by two threads at once. */
public final class FixedCoded implements InputSource {

    private static final int LIMIT = 256;

    private final byte[][] intensities;
    private final Coding coding;

    /**
     * A source; it keeps the array.
     *
     * @param intensities shape [samples][inputs], unsigned bytes; at least one sample, all of one length
     * @param coding EVEN or FIRST_SPIKE
     * @throws IllegalArgumentException where there is no sample, samples differ in length, or the coding needs draws
     */
    public FixedCoded(byte[][] intensities, Coding coding) {
        if (coding == Coding.RATE) {
            throw new IllegalArgumentException("random rates need draws");
        }
        this.intensities = RateCoded.checked(intensities);
        this.coding = coding;
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
        encode(intensities[index], out);
    }

    @Override
    public void test(int index, SpikeTrain out) {
        encode(intensities[index], out);
    }

    private void encode(byte[] sample, SpikeTrain out) {
        out.clear();
        for (int t = 0; t < out.steps(); t++) {
            for (int j = 0; j < sample.length; j++) {
                int intensity = sample[j] & 0xFF;
                if (coding == Coding.EVEN ? even(intensity, t) : first(intensity, out.steps()) == t) {
                    out.add(j);
                }
            }
            out.endStep();
        }
    }

    /** Whether an intensity spikes at a step: where the sum so far passes the next multiple of 256. */
    @Clause("RULE-4")
    static boolean even(int intensity, int step) {
        long rate = RateCode.limit(intensity);
        long before = LIMIT / 2 + rate * step;
        return (before + rate) / LIMIT > before / LIMIT;
    }

    /** The step at which an intensity spikes; {@code steps} where it does not. */
    @Clause("RULE-5")
    static int first(int intensity, int steps) {
        return steps - (int) ((long) intensity * steps / LIMIT);
    }

    @Override
    public InputSource copy() {
        return new FixedCoded(intensities, coding);
    }
}
