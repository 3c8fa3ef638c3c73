package org.biograd.kit.layer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.biograd.fixedpoint.OutputError;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.Json;
import org.biograd.kit.cases.Limits;
import org.biograd.kit.cases.Operation;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.profile.ErrorParameters;

/** {@code softmax.integer}: the error of the outputs, ERR-2, or ERR-3 where the function is DIFFERENCE. */
public final class OutputErrorOperation implements Operation {

    /** What a case says of its parameters. */
    public static final Section<ErrorParameters> PARAMETERS =
            new Section<>(ErrorParameters.class, "error.", ErrorSections.REST, "function", "fraction");

    /** The most steps of a sample: no output has more spikes. */
    public static final int STEPS = 4096;

    @Override
    public ObjectNode answer(JsonNode params, JsonNode in) throws BadCaseException {
        ErrorParameters parameters = PARAMETERS.read(params);
        JsonNode counts = in.path("o");
        int rows = Fields.count(counts, "in.o", Limits.VALUES);
        int outputs = Fields.count(counts.get(0), "in.o[0]", Limits.VALUES / rows);
        int[][] o = Fields.ints(counts, "in.o", rows, outputs, 0, STEPS);
        int[] label = Fields.ints(in.path("label"), "in.label", rows, 0, outputs - 1);
        int[] t = parameters.function() == ErrorFunction.DIFFERENCE
                ? Fields.ints(in.path("t"), "in.t", rows, 0, STEPS - 1)
                : new int[rows];
        OutputError error = new OutputError(outputs, parameters);
        ObjectNode out = Json.object();
        ArrayNode e = out.putArray("e");
        for (int r = 0; r < rows; r++) {
            requireReached(parameters, o[r], t[r], r);
            System.arraycopy(o[r], 0, error.counts(), 0, outputs);
            error.step(t[r], label[r]);
            e.add(Json.of(error.errors()));
        }
        return out;
    }

    private static void requireReached(ErrorParameters parameters, int[] o, int t, int row) throws BadCaseException {
        for (int k = 0; parameters.function() == ErrorFunction.DIFFERENCE && k < o.length; k++) {
            if (o[k] > t + 1) {
                throw BadCaseException.field(
                        "in.o[" + row + "][" + k + "]", o[k] + "; at most t + 1 = " + (t + 1) + " spikes are possible");
            }
        }
    }
}
