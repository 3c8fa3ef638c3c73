package org.biograd.fixedpoint.word;

import java.util.Arrays;
import org.biograd.spec.Clause;

/**
 * Many blocks of {@link Philox} at once: the same bits, in plain loops over arrays that the compiler turns into vector
 * code. Not for use by two threads at once.
 */
final class PhiloxBlocks {

    private long[] x0 = new long[0];
    private long[] x1 = new long[0];
    private long[] x2 = new long[0];
    private long[] x3 = new long[0];

    /** Makes room for so many blocks; {@link #count} is to be called for each of them. */
    void begin(int blocks) {
        if (x0.length < blocks) {
            x0 = new long[blocks];
            x1 = new long[blocks];
            x2 = new long[blocks];
            x3 = new long[blocks];
        }
    }

    /** Gives a block the first two words of its counter. */
    void count(int block, int c0, int c1) {
        x0[block] = c0 & Philox.LOW_WORD;
        x1[block] = c1 & Philox.LOW_WORD;
    }

    /**
     * Computes all blocks.
     *
     * @param blocks how many
     * @param c2 counter word 2 of all of them
     * @param c3 counter word 3
     * @param k0 key word 0
     * @param k1 key word 1
     */
    @Clause(value = "DRAW-1", form = Clause.Form.FAST)
    void compute(int blocks, int c2, int c3, int k0, int k1) {
        Arrays.fill(x2, 0, blocks, c2 & Philox.LOW_WORD);
        Arrays.fill(x3, 0, blocks, c3 & Philox.LOW_WORD);
        int key0 = k0;
        int key1 = k1;
        for (int round = 0; round < Philox.ROUNDS; round++) {
            round(x0, x1, x2, x3, blocks, key0 & Philox.LOW_WORD, key1 & Philox.LOW_WORD);
            key0 += Philox.WEYL_0;
            key1 += Philox.WEYL_1;
        }
        join(x0, x1, blocks);
        join(x2, x3, blocks);
    }

    private static void round(long[] x0, long[] x1, long[] x2, long[] x3, int blocks, long key0, long key1) {
        for (int i = 0; i < blocks; i++) {
            long a = Philox.MULTIPLIER_0 * x0[i];
            long b = Philox.MULTIPLIER_1 * x2[i];
            x0[i] = b >>> 32 ^ x1[i] ^ key0;
            x1[i] = b & Philox.LOW_WORD;
            x2[i] = a >>> 32 ^ x3[i] ^ key1;
            x3[i] = a & Philox.LOW_WORD;
        }
    }

    private static void join(long[] low, long[] high, int blocks) {
        for (int i = 0; i < blocks; i++) {
            low[i] |= high[i] << 32;
        }
    }

    /** The first two words of each block, the first of them low; until the next {@link #begin}. */
    long[] low() {
        return x0;
    }

    /** The last two words of each block, the first of them low. */
    long[] high() {
        return x2;
    }
}
