package org.biograd.conform.cause;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.biograd.study.explain.Line;
import org.biograd.study.explain.Operand;

/**
 * Why a value is what it is.
 *
 * @param clause the one clause to look at
 * @param lines the values that no signal shows, on the way from what a case gives or shows to the value, and last the
 *     value itself; empty where the clause is no formula
 */
public record Cause(String clause, List<Line> lines) {

    /** A clause that is no formula. */
    static Cause of(String clause) {
        return new Cause(clause, List.of());
    }

    /** The value itself. */
    public Optional<Line> value() {
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1));
    }

    /**
     * For example {@code SOMA-3: v = saturate(decay(r, soma.keep) + u, soma.voltageBits) = ... = -25}, one for each
     * line.
     */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        for (Line line : lines) {
            String formula = line.formula().equals(line.numbers()) ? "" : line.formula() + " = ";
            words.add(line.clause() + ": " + line.symbol() + " = " + formula + line.arithmetic()
                    + (line.words().isEmpty() ? "" : "   (" + line.words() + ")"));
        }
        return words;
    }

    /**
     * The lines that lead to a value, and the clause among theirs that is to be looked at.
     *
     * @param all lines by their keys
     * @param key of the value
     * @param shown symbols that answers show: what they differ in later is none of this value's business
     */
    static Cause leadingTo(Map<String, Line> all, String key, List<String> shown) {
        List<Line> chain = new ArrayList<>();
        collect(all, all.get(key), shown, chain);
        return new Cause(Blame.of(chain).clause(), chain);
    }

    private static void collect(Map<String, Line> all, Line line, List<String> shown, List<Line> chain) {
        for (Operand operand : line.operands()) {
            Line source = all.get(operand.source());
            if (source != null && !shown.contains(source.symbol()) && !chain.contains(source)) {
                collect(all, source, shown, chain);
            }
        }
        chain.add(line);
    }
}
