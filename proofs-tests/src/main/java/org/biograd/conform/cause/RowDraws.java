package org.biograd.conform.cause;

import com.fasterxml.jackson.databind.JsonNode;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.spec.DrawStream;

/** The draws of one stream of one layer, as a case of one layer gives them: [step][index]. */
final class RowDraws implements DrawSource {

    private final JsonNode rows;
    private int step;

    RowDraws(JsonNode rows) {
        this.rows = rows;
    }

    @Override
    public void select(DrawStream stream, int layer, long sample, int ofStep, int bits) {
        step = ofStep;
    }

    @Override
    public void nextStep() {
        step++;
    }

    @Override
    public long at(int index) {
        return rows.path(step).path(index).asLong();
    }
}
