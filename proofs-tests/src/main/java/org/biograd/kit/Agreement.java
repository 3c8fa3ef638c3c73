package org.biograd.kit;

import com.fasterxml.jackson.databind.JsonNode;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.reference.Arithmetic;

/** Whether somebody's answer to a case is the right one. */
public final class Agreement {

    private Agreement() {}

    /**
     * Compares by the rules that {@link Checks} has.
     *
     * @param params of the case
     * @param right the answer of the golden model, or a part of it in an object
     * @param given the answer to be judged, or the same part of it
     */
    public static boolean of(JsonNode params, JsonNode right, JsonNode given) {
        try {
            return Comparison.of(given, right, Arithmetic.ofAnswer(params)).difference() == null;
        } catch (BadCaseException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
