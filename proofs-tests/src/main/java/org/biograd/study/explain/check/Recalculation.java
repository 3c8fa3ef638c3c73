package org.biograd.study.explain.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.biograd.study.explain.Line;
import org.biograd.study.explain.Operand;

/**
 * Holds an explanation against itself: every line is computed again, by {@link Evaluator}, from its formula and
 * operands and from every form of it that is printed, and every operand that names a line has that line's value.
 */
public final class Recalculation {

    private Recalculation() {}

    /** What does not hold, a sentence each; empty where all does. */
    public static List<String> faults(List<Line> lines) {
        List<String> faults = new ArrayList<>();
        Map<String, Long> values = new HashMap<>();
        for (Line line : lines) {
            Map<String, BigInteger> names = new HashMap<>();
            for (Operand operand : line.operands()) {
                names.put(operand.name(), BigInteger.valueOf(operand.value()));
                Long shown = values.get(operand.source());
                if (shown != null && shown != operand.value()) {
                    faults.add(line.key() + ": " + operand.name() + " is " + operand.value() + ", but the line "
                            + operand.source() + " says " + shown);
                }
            }
            check(line, line.formula(), names, faults);
            for (String form : line.forms()) {
                check(line, form, Map.of(), faults);
            }
            if (values.put(line.key(), line.value()) != null) {
                faults.add(line.key() + " is there twice");
            }
        }
        return faults;
    }

    private static void check(Line line, String form, Map<String, BigInteger> names, List<String> faults) {
        try {
            BigInteger found = Evaluator.of(form, names);
            if (!found.equals(BigInteger.valueOf(line.value()))) {
                faults.add(line.key() + ": " + form + " is " + found + ", not " + line.value());
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            faults.add(line.key() + ": " + e.getMessage());
        }
    }
}
