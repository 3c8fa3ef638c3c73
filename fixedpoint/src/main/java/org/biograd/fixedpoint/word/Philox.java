package org.biograd.fixedpoint.word;

import org.biograd.spec.Clause;

/**
 * Philox4x32-10, a counter-based generator: a keyed bijection of 128-bit counters.
 *
 * <p>Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
 */
public final class Philox {

    static final long MULTIPLIER_0 = 0xD2511F53L;
    static final long MULTIPLIER_1 = 0xCD9E8D57L;
    static final int WEYL_0 = 0x9E3779B9;
    static final int WEYL_1 = 0xBB67AE85;
    static final int ROUNDS = 10;
    static final long LOW_WORD = 0xFFFFFFFFL;

    private Philox() {}

    /**
     * Computes one block. All words are unsigned.
     *
     * @param c0 counter word 0
     * @param c1 counter word 1
     * @param c2 counter word 2
     * @param c3 counter word 3
     * @param k0 key word 0
     * @param k1 key word 1
     * @param out receives the four words of the block
     */
    @Clause("DRAW-1")
    public static void block(int c0, int c1, int c2, int c3, int k0, int k1, int[] out) {
        int x0 = c0;
        int x1 = c1;
        int x2 = c2;
        int x3 = c3;
        int key0 = k0;
        int key1 = k1;
        // Two rounds a turn: words that only change places need not be moved.
        for (int round = 0; round < ROUNDS; round += 2) {
            long a = MULTIPLIER_0 * (x0 & LOW_WORD);
            long b = MULTIPLIER_1 * (x2 & LOW_WORD);
            int y0 = (int) (b >>> 32) ^ x1 ^ key0;
            int y2 = (int) (a >>> 32) ^ x3 ^ key1;
            key0 += WEYL_0;
            key1 += WEYL_1;
            long c = MULTIPLIER_0 * (y0 & LOW_WORD);
            long d = MULTIPLIER_1 * (y2 & LOW_WORD);
            x0 = (int) (d >>> 32) ^ (int) b ^ key0;
            x1 = (int) d;
            x2 = (int) (c >>> 32) ^ (int) a ^ key1;
            x3 = (int) c;
            key0 += WEYL_0;
            key1 += WEYL_1;
        }
        out[0] = x0;
        out[1] = x1;
        out[2] = x2;
        out[3] = x3;
    }
}
