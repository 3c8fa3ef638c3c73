package org.biograd.kit.cases;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One case.
 *
 * @param id its name
 * @param op the operation that it asks for
 * @param clause the clauses that it is about, a missing node where it names none
 * @param params the constants
 * @param in the inputs
 * @param out the expected outputs, a missing node where there are none
 * @param outBegin where the value of {@code out} begins in the line; where there is none, where the case ends
 * @param outEnd where the value of {@code out} ends; where there is none, where the case ends
 * @param end where the closing brace of the case stands
 */
public record Case(
        String id,
        String op,
        JsonNode clause,
        JsonNode params,
        JsonNode in,
        JsonNode out,
        int outBegin,
        int outEnd,
        int end) {

    /** Whether there is something to compare with. */
    public boolean hasOut() {
        return !out.isMissingNode();
    }
}
