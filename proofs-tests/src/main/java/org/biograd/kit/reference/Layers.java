package org.biograd.kit.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.Limits;
import org.biograd.spec.Shape;

/** The layers of a case: their sizes, weights and biases; layer l at index l-1. */
record Layers(Shape shape, double[][][] weights, double[][] biases) {

    static Shape shape(JsonNode in) throws BadCaseException {
        JsonNode node = in.path("sizes");
        if (!node.isArray() || node.size() < 2 || node.size() > Shape.MAX_LAYERS) {
            throw Fields.wrong(
                    node,
                    "in.sizes",
                    "2.." + Shape.MAX_LAYERS + " sizes are needed, the inputs first, the outputs last");
        }
        int[] sizes = new int[node.size()];
        for (int l = 0; l < sizes.length; l++) {
            sizes[l] = Fields.integer(node.get(l), "in.sizes[" + l + "]", 1, Limits.NEURONS);
        }
        int sum = Arrays.stream(sizes).sum();
        if (sum > Limits.NEURONS) {
            throw BadCaseException.field("in.sizes", sum + " neurons; at most " + Limits.NEURONS + " are answered");
        }
        Fields.optionalCount(in, "n_layers", sizes.length - 1);
        return Shape.of(sizes);
    }

    static Layers of(JsonNode in, Shape shape) throws BadCaseException {
        int last = shape.layers();
        JsonNode w = Fields.array(in.path("W"), "in.W", last, "matrix a layer");
        JsonNode b = Fields.array(in.path("b"), "in.b", last, "vector a layer");
        double[][][] weights = new double[last][][];
        double[][] biases = new double[last][];
        for (int l = 0; l < last; l++) {
            weights[l] = Fields.matrix(w.get(l), "in.W[" + l + "]", shape.size(l + 1), shape.size(l));
            biases[l] = Fields.vector(b.get(l), "in.b[" + l + "]", shape.size(l + 1));
        }
        return new Layers(shape, weights, biases);
    }

    /** All numbers, row by row. */
    double[][] rows() {
        List<double[]> rows = new ArrayList<>(Arrays.asList(biases));
        for (double[][] matrix : weights) {
            rows.addAll(Arrays.asList(matrix));
        }
        return rows.toArray(double[][]::new);
    }
}
