package org.biograd.kit.layer;

import java.util.EnumMap;
import java.util.Map;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.spec.DrawStream;

/**
 * Draws of one stream of one layer that an operation has read from its case. What is not given is 0, as if nothing were
 * drawn.
 */
final class GivenDraws implements DrawSource {

    private final Map<DrawStream, int[][]> rows = new EnumMap<>(DrawStream.class);
    private int[][] steps;
    private int step;

    /** Draws of a stream that has one step. */
    void put(DrawStream stream, int[] draws) {
        put(stream, new int[][] {draws});
    }

    /** Draws by step and index. */
    void put(DrawStream stream, int[][] draws) {
        rows.put(stream, draws);
    }

    @Override
    public void select(DrawStream stream, int layer, long sample, int ofStep, int bits) {
        steps = rows.get(stream);
        step = ofStep;
    }

    @Override
    public void nextStep() {
        step++;
    }

    @Override
    public long at(int index) {
        return steps == null ? 0 : steps[step][index] & 0xFFFFFFFFL;
    }
}
