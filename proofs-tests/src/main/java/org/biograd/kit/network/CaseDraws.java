package org.biograd.kit.network;

import com.fasterxml.jackson.databind.JsonNode;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Text;
import org.biograd.spec.DrawStream;

/**
 * The draws of a case of a network: {@code in.draws.STREAM[layer][step][index]}, the first layer that draws being 0.
 */
public final class CaseDraws implements DrawSource {

    /** A draw that was made and not given, or that has more bits than are drawn. */
    static final class MissingException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private MissingException(String message) {
            super(message, null, false, false);
        }

        /** The same, of the case. */
        BadCaseException ofCase() {
            return new BadCaseException(getMessage());
        }
    }

    private final JsonNode draws;
    private DrawStream stream;
    private int layer;
    private int step;
    private int bits;
    private JsonNode row;

    /** The draws of {@code in.draws}. */
    public CaseDraws(JsonNode draws) {
        this.draws = draws;
    }

    @Override
    public void select(DrawStream of, int ofLayer, long sample, int ofStep, int ofBits) {
        stream = of;
        layer = Math.max(0, ofLayer - 1);
        step = ofStep;
        bits = ofBits;
        row = null;
    }

    @Override
    public void nextStep() {
        step++;
        row = null;
    }

    @Override
    public long at(int index) {
        if (stream == DrawStream.INITIAL_WEIGHT || stream == DrawStream.INITIAL_FEEDBACK) {
            // The case gives the weights themselves.
            return 0;
        }
        if (row == null) {
            row = draws.path(stream.name()).path(layer).path(step);
        }
        JsonNode node = row.path(index);
        long draw = node.isIntegralNumber() && node.canConvertToLong() ? node.longValue() : -1;
        if (draw < 0 || draw >= 1L << bits) {
            throw new MissingException("field in.draws." + stream.name() + "[" + layer + "][" + step + "][" + index
                    + "]: " + Text.describe(node) + "; a draw of " + bits + " bits, 0.." + ((1L << bits) - 1)
                    + ", is needed");
        }
        return draw;
    }
}
