package org.biograd.study.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A line that is being written; it is not there before {@link #value} ends it. */
public final class Draft {

    private final Place place;
    private final String symbol;
    private final String clause;
    private final Map<String, Line> lines;
    private final List<Operand> operands = new ArrayList<>();
    private String formula = "";
    private String worked = "";
    private String words = "";

    /**
     * Begins a line.
     *
     * @param place what it belongs to
     * @param symbol what its value is called
     * @param clause that says so
     * @param lines receives it
     */
    public Draft(Place place, String symbol, String clause, Map<String, Line> lines) {
        this.place = place;
        this.symbol = symbol;
        this.clause = clause;
        this.lines = lines;
    }

    /** The right side of the equation. */
    public Draft is(String text) {
        formula = text;
        return this;
    }

    /** A parameter, a constant or an initial value of the formula. */
    public Draft given(String name, long value) {
        return with(Operand.given(name, value));
    }

    /** A value that another line computes. */
    public Draft from(String name, long value, Place source, String sourceSymbol) {
        return with(new Operand(name, value, source.key(sourceSymbol)));
    }

    /** An operand. */
    public Draft with(Operand operand) {
        operands.add(operand);
        return this;
    }

    /** The formula with inner results in numbers. */
    public Draft worked(String text) {
        worked = text;
        return this;
    }

    /** What it means. */
    public Draft words(String text) {
        words = text;
        return this;
    }

    /** Ends the line. */
    public void value(long value) {
        lines.put(
                place.key(symbol),
                new Line(place, symbol, clause, formula, List.copyOf(operands), worked, value, words));
    }
}
