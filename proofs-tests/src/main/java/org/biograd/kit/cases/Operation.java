package org.biograd.kit.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One thing that a case can ask for. */
public interface Operation {

    /**
     * Computes {@code out}.
     *
     * @throws BadCaseException where a field is missing or does not fit
     */
    ObjectNode answer(JsonNode params, JsonNode in) throws BadCaseException;
}
