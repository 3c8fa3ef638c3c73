package org.biograd.loihi.synapse;

import org.biograd.spec.Clause;

/** What Lava b6822fb makes of a weight. Mantissas may be any that 32 bits hold. */
@Clause("CHIP-9")
public final class LavaWeights {

    private LavaWeights() {}

    /**
     * Clears the low bits that are not stored, by an arithmetic shift to the right and back; of inhibitory weights
     * those of the magnitude.
     *
     * @param bits how many bits a weight has, 0..maxBits
     * @param maxBits how many it can have
     */
    public static long truncate(long w, SignMode signMode, int bits, int maxBits) {
        int lost = maxBits - bits + signMode.signBits();
        return signMode == SignMode.INHIBITORY ? -(-w >> lost << lost) : w >> lost << lost;
    }

    /**
     * Limits a weight to its range.
     *
     * @param bits how many bits the magnitude has
     * @param learning whether the largest mixed weight is one less, as Lava has it for plastic synapses
     */
    public static long clip(long w, SignMode signMode, int bits, boolean learning) {
        long end = 1L << bits;
        switch (signMode) {
            case MIXED:
                return Math.max(-end, Math.min(end - 1 - (learning ? 1 : 0), w));
            case EXCITATORY:
                return Math.max(0, Math.min(end - 1, w));
            default:
                return Math.max(-(end - 1), Math.min(0, w));
        }
    }

    /**
     * What spikes add to the current, whose weights have this sum: it is shifted by the exponent once, a negative one
     * rounding down.
     */
    public static long current(long sum, int exponent) {
        return (exponent < 0 ? sum >> -exponent : sum << exponent) << 6;
    }
}
