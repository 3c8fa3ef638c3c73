package org.biograd.kit.reference;

import com.fasterxml.jackson.databind.JsonNode;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.Limits;
import org.biograd.spec.Shape;

/** What a case of one training sample gives. */
record NetworkInput(Neuron neuron, int steps, int softStart, double rate, Layers layers, int[][] x, int label) {

    static NetworkInput of(JsonNode params, JsonNode in, Arithmetic arithmetic) throws BadCaseException {
        Neuron neuron = Neuron.of(params);
        int steps = Fields.integer(params.path("T"), "params.T", 1, Limits.STEPS);
        int soft = Fields.integer(params.path("soft"), "params.soft", 0, steps - 1);
        double rate = Fields.notNegative(params.path("lr"), "params.lr", Double.POSITIVE_INFINITY);
        Shape shape = Layers.shape(in);
        RunLimits.requireRun(shape, steps);
        Layers layers = Layers.of(in, shape);
        int[][] x = Fields.spikes(in.path("x"), "in.x", steps, shape.inputs());
        int label = Fields.integer(in.path("label"), "in.label", 0, shape.outputs() - 1);
        if (arithmetic == Arithmetic.EXACT) {
            RunLimits.requireDigits(shape, neuron, steps, 1, true, Rows.of(new double[] {rate}, layers.rows()));
        }
        return new NetworkInput(neuron, steps, soft, rate, layers, x, label);
    }

    /** N. */
    int feedbackSteps() {
        return steps - softStart;
    }
}
