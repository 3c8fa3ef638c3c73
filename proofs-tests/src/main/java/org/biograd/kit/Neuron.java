package org.biograd.kit;

import com.fasterxml.jackson.databind.JsonNode;

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
