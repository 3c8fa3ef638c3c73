package org.biograd.kit.reference;

import com.fasterxml.jackson.databind.JsonNode;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;

/** The constants of the neurons of a case. */
record Neuron(double decay, double theta, double win, double amp) {

    static Neuron of(JsonNode params) throws BadCaseException {
        return new Neuron(
                Fields.notNegative(params.path("decay"), "params.decay", 1),
                Fields.notNegative(params.path("theta"), "params.theta", Double.POSITIVE_INFINITY),
                Fields.notNegative(params.path("win"), "params.win", Double.POSITIVE_INFINITY),
                Fields.notNegative(params.path("amp"), "params.amp", Double.POSITIVE_INFINITY));
    }
}
