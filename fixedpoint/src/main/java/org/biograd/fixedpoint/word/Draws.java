package org.biograd.fixedpoint.word;

import org.biograd.spec.Clause;
import org.biograd.spec.Stream;

/**
 * Random draws, each a pure function of seed, stream, layer, sample, step, index and number of bits.
 *
 * <p>An instance is a cursor that keeps the last block, so that draws at neighbouring indices cost one block together; it changes no
 * draw. Not for use by two threads at once.
 */
@Clause({"DRAW-2", "DRAW-3"})
public final class Draws implements DrawSource {

    private final int key0;
    private final int key1;
    private final int[] words = new int[4];

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
    public void select(Stream stream, int layer, long ofSample, int ofStep, int bits) {
        assert layer >= 0 && layer < 1 << 16 && ofSample >= 0 && ofSample < 1L << 32 && ofStep >= 0 && bits >= 1 && bits <= 32;
        streamAndLayer = stream.code() << 16 | layer;
        sample = (int) ofSample;
        step = ofStep;
        laneLog = bits <= 8 ? 3 : bits <= 16 ? 4 : 5;
        laneMask = (1L << bits) - 1;
        filled = false;
    }

    @Override
    public long at(int index) {
        int wanted = index >>> (7 - laneLog);
        if (wanted != block || !filled) {
            fill(wanted);
        }
        int position = index << laneLog & 127;
        return (position < 64 ? low >>> position : high >>> position - 64) & laneMask;
    }

    @Override
    public void fill(int from, int[] out) {
        int perWordLog = 5 - laneLog;
        int lanes = 1 << perWordLog;
        int mask = (int) laneMask;
        int index = from;
        int i = 0;
        while (i < out.length) {
            int wanted = index >>> perWordLog + 2;
            if (wanted != block || !filled) {
                fill(wanted);
            }
            int lane = index & 4 * lanes - 1;
            if (lane == 0 && laneLog == 3 && i + 16 <= out.length) {
                for (int w = 0; w < 4; w++) {
                    int word = words[w];
                    out[i] = word & mask;
                    out[i + 1] = word >>> 8 & mask;
                    out[i + 2] = word >>> 16 & mask;
                    out[i + 3] = word >>> 24 & mask;
                    i += 4;
                }
                index += 16;
            } else {
                out[i++] = words[lane >>> perWordLog] >>> ((lane & lanes - 1) << laneLog) & mask;
                index++;
            }
        }
    }

    private void fill(int wanted) {
        Philox.block(wanted, step, sample, streamAndLayer, key0, key1, words);
        low = words[0] & 0xFFFFFFFFL | (long) words[1] << 32;
        high = words[2] & 0xFFFFFFFFL | (long) words[3] << 32;
        block = wanted;
        filled = true;
    }
}
