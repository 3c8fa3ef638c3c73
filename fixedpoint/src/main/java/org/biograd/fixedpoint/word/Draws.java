package org.biograd.fixedpoint.word;

import org.biograd.spec.Clause;
import org.biograd.spec.DrawStream;

/**
 * Random draws, each a pure function of seed, stream, layer, sample, step, index and number of bits.
 *
 * <p>An instance is a cursor that keeps the last block, so that draws at neighbouring indices cost one block together;
 * it changes no draw. Not for use by two threads at once.
 */
@Clause({"DRAW-2", "DRAW-3"})
public final class Draws implements DrawSource {

    /** From so many blocks on, computing them together is the faster way. */
    private static final int MANY = 24;

    private final int key0;
    private final int key1;
    private final int[] words = new int[4];
    private final PhiloxBlocks blocks = new PhiloxBlocks();

    /** Of each index of {@link #fillSteps}: its block among those of a step, and the first bit of its draw in that. */
    private int[] blockOf = new int[0];

    private int[] bitOf = new int[0];
    private int[] wanted = new int[0];

    private int streamAndLayer;
    private int sample;
    private int step;
    private int laneLog;
    private long laneMask;

    private int block;
    private boolean filled;
    private long low;
    private long high;

    /**
     * Draws of a seed.
     *
     * @param seed all 64 bits count
     */
    public Draws(long seed) {
        key0 = (int) seed;
        key1 = (int) (seed >>> 32);
    }

    @Override
    public void select(DrawStream stream, int layer, long ofSample, int ofStep, int bits) {
        assert layer >= 0
                && layer < 1 << 16
                && ofSample >= 0
                && ofSample < 1L << 32
                && ofStep >= 0
                && bits >= 1
                && bits <= 32;
        streamAndLayer = stream.code() << 16 | layer;
        sample = (int) ofSample;
        step = ofStep;
        laneLog = bits <= 8 ? 3 : bits <= 16 ? 4 : 5;
        laneMask = (1L << bits) - 1;
        filled = false;
    }

    @Override
    public long at(int index) {
        int b = index >>> 7 - laneLog;
        if (b != block || !filled) {
            fill(b);
        }
        int position = index << laneLog & 127;
        return (position < 64 ? low >>> position : high >>> position - 64) & laneMask;
    }

    @Override
    public void nextStep() {
        step++;
        filled = false;
    }

    @Override
    public void fill(int from, int count, int[] out) {
        int blockLog = 7 - laneLog;
        int perBlock = 1 << blockLog;
        int first = from >>> blockLog;
        int many = count == 0 ? 0 : (from + count - 1 >>> blockLog) - first + 1;
        if (many >= MANY) {
            blocks.begin(many);
            for (int b = 0; b < many; b++) {
                blocks.count(b, first + b, step);
            }
            blocks.compute(many, sample, streamAndLayer, key0, key1);
        }
        int mask = (int) laneMask;
        int i = 0;
        while (i < count) {
            int index = from + i;
            int b = index >>> blockLog;
            if (many >= MANY) {
                keep(b, blocks.low()[b - first], blocks.high()[b - first]);
            } else if (b != block || !filled) {
                fill(b);
            }
            int here = Math.min(count - i, perBlock - (index & perBlock - 1));
            if (here == 16) {
                fillBytes(low, mask, out, i);
                fillBytes(high, mask, out, i + 8);
            } else {
                for (int n = 0; n < here; n++) {
                    out[i + n] = (int) at(index + n);
                }
            }
            i += here;
        }
    }

    /** The eight lanes of half a block. */
    private static void fillBytes(long half, int mask, int[] out, int i) {
        int lowWord = (int) half;
        int highWord = (int) (half >>> 32);
        out[i] = lowWord & mask;
        out[i + 1] = lowWord >>> 8 & mask;
        out[i + 2] = lowWord >>> 16 & mask;
        out[i + 3] = lowWord >>> 24 & mask;
        out[i + 4] = highWord & mask;
        out[i + 5] = highWord >>> 8 & mask;
        out[i + 6] = highWord >>> 16 & mask;
        out[i + 7] = highWord >>> 24 & mask;
    }

    @Override
    public void fillSteps(int steps, int[] index, int count, int[] out) {
        int inStep = findBlocks(index, count);
        blocks.begin(steps * inStep);
        for (int t = 0; t < steps; t++) {
            for (int b = 0; b < inStep; b++) {
                blocks.count(t * inStep + b, wanted[b], step + t);
            }
        }
        blocks.compute(steps * inStep, sample, streamAndLayer, key0, key1);
        for (int t = 0; t < steps; t++) {
            take(t * inStep, blocks.low(), blocks.high(), count, out, t * count);
        }
        step += steps;
        filled = false;
    }

    private void take(int firstBlock, long[] lows, long[] highs, int count, int[] out, int first) {
        int mask = (int) laneMask;
        for (int p = 0; p < count; p++) {
            // A shift counts modulo 64: the first bit of the high half is bit 64.
            int bit = bitOf[p];
            long half = (bit < 64 ? lows : highs)[firstBlock + blockOf[p]];
            out[first + p] = (int) (half >>> bit) & mask;
        }
    }

    /** Lists the blocks that the indices lie in, and returns how many there are. */
    private int findBlocks(int[] index, int count) {
        if (blockOf.length < count) {
            blockOf = new int[index.length];
            bitOf = new int[index.length];
            wanted = new int[index.length];
        }
        int found = 0;
        for (int p = 0; p < count; p++) {
            int b = index[p] >>> 7 - laneLog;
            if (found == 0 || wanted[found - 1] != b) {
                wanted[found++] = b;
            }
            blockOf[p] = found - 1;
            bitOf[p] = index[p] << laneLog & 127;
        }
        return found;
    }

    private void fill(int b) {
        Philox.block(b, step, sample, streamAndLayer, key0, key1, words);
        keep(b, words[0] & 0xFFFFFFFFL | (long) words[1] << 32, words[2] & 0xFFFFFFFFL | (long) words[3] << 32);
    }

    private void keep(int b, long lowHalf, long highHalf) {
        low = lowHalf;
        high = highHalf;
        block = b;
        filled = true;
    }
}
