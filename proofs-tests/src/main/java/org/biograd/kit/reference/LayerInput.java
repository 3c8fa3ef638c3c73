package org.biograd.kit.reference;

import com.fasterxml.jackson.databind.JsonNode;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.Limits;
import org.biograd.spec.Shape;

/** What a case of one layer gives. */
record LayerInput(Neuron neuron, int steps, Shape shape, double[][] weights, double[] biases, int[][] x) {

    static LayerInput of(JsonNode params, JsonNode in, Arithmetic arithmetic) throws BadCaseException {
        Neuron neuron = Neuron.of(params);
        int steps = Fields.integer(params.path("T"), "params.T", 1, Limits.STEPS);
        JsonNode w = in.path("W");
        int post = w.size();
        int pre = post == 0 ? 0 : w.get(0).size();
        if (!w.isArray() || pre == 0 || !w.get(0).isArray() || pre + post > Limits.NEURONS) {
            throw Fields.wrong(
                    w,
                    "in.W",
                    "[n_out][n_in] numbers are needed, at least one, n_in + n_out at most " + Limits.NEURONS);
        }
        Shape shape = Shape.of(pre, post);
        Fields.optionalCount(in, "n_in", pre);
        Fields.optionalCount(in, "n_out", post);
        RunLimits.requireRun(shape, steps);
        double[][] weights = Fields.matrix(w, "in.W", post, pre);
        double[] biases = Fields.vector(in.path("b"), "in.b", post);
        if (arithmetic == Arithmetic.EXACT) {
            RunLimits.requireDigits(shape, neuron, steps, 1, true, Rows.of(biases, weights));
        }
        return new LayerInput(neuron, steps, shape, weights, biases, Fields.spikes(in.path("x"), "in.x", steps, pre));
    }
}
