package org.biograd.kit.reference;

import com.fasterxml.jackson.databind.JsonNode;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;

/** In which numbers a case is to be computed. */
public enum Arithmetic {

    /** Rational numbers, rounded once at the end. */
    EXACT(new ExactModel()),

    /** Doubles. */
    FLOAT64(new RealModel());

    private final Model model;

    Arithmetic(Model model) {
        this.model = model;
    }

    Model model() {
        return model;
    }

    /** In which numbers the answer to a case was computed; a case of integers alone need not say, and is exact. */
    public static Arithmetic ofAnswer(JsonNode params) throws BadCaseException {
        return params.has("arithmetic") ? of(params) : EXACT;
    }

    public static Arithmetic of(JsonNode params) throws BadCaseException {
        JsonNode node = params.path("arithmetic");
        String text = node.isTextual() ? node.textValue() : "";
        return switch (text) {
            case "exact" -> EXACT;
            case "float64" -> FLOAT64;
            default -> throw Fields.wrong(node, "params.arithmetic", "\"exact\" or \"float64\" is needed");
        };
    }
}
