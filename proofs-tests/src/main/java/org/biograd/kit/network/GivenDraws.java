package org.biograd.kit.network;

import java.util.EnumMap;
import java.util.Map;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.spec.Stream;

/** Draws of one stream of one layer that an operation has read from its case. What is not given is 0, as if nothing were drawn. */
final class GivenDraws implements DrawSource {

    private final Map<Stream, int[][]> rows = new EnumMap<>(Stream.class);
    private int[] row;

    /** Draws of a stream that has one step. */
    void put(Stream stream, int[] draws) {
        put(stream, new int[][] {draws});
    }

    /** Draws by step and index. */
    void put(Stream stream, int[][] draws) {
        rows.put(stream, draws);
    }

    @Override
    public void select(Stream stream, int layer, long sample, int step, int bits) {
        int[][] steps = rows.get(stream);
        row = steps == null ? null : steps[step];
    }

    @Override
    public long at(int index) {
        return row == null ? 0 : row[index] & 0xFFFFFFFFL;
    }
}
