package org.biograd.kit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;

/** Answers single cases that are at hand as JSON. */
public final class Golden {

    private Golden() {}

    /**
     * Computes {@code out}.
     *
     * @param question a case: its {@code op}, {@code params} and {@code in} count
     * @throws BadCaseException where a field is missing or does not fit; the message is one line that names it
     */
    public static ObjectNode answer(ObjectNode question) throws BadCaseException {
        return Operations.answer(
                Fields.text(question.path("op"), "op"),
                Fields.object(question.path("params"), "params"),
                Fields.object(question.path("in"), "in"));
    }
}
