package org.biograd.kit.layer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.biograd.fixedpoint.ErrorDendrite;
import org.biograd.fixedpoint.Events;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.Json;
import org.biograd.kit.cases.Limits;
import org.biograd.kit.cases.Operation;
import org.biograd.spec.DrawStream;
import org.biograd.spec.Rounding;
import org.biograd.spec.profile.ErrorParameters;

/** {@code dendrite.run}: ERR-5 or ERR-6 step by step, and ERR-7 at the end. */
public final class DendriteOperation implements Operation {

    /** What a case of a hidden layer says of its parameters. */
    public static final Section<ErrorParameters> HIDDEN = section("hiddenShift");

    /** What a case of an output layer says of its parameters. */
    public static final Section<ErrorParameters> OUTPUT = section("outputShift");

    private static final int MOST_OUTPUTS = 256;
    private static final int LARGEST_WEIGHT = (1 << 23) - 1;

    private static Section<ErrorParameters> section(String shift) {
        return new Section<>(
                ErrorParameters.class, "error.", ErrorSections.REST, "dendriteBits", "learningBits", shift, "rounding");
    }

    @Override
    public ObjectNode answer(JsonNode params, JsonNode in) throws BadCaseException {
        boolean output = !in.has("B");
        ErrorParameters parameters = (output ? OUTPUT : HIDDEN).read(params);
        int shift = output ? parameters.outputShift() : parameters.hiddenShift();
        int steps = Fields.count(in.path("sp"), "in.sp", Limits.STEPS);
        int outputs = Fields.count(in.path("sp").get(0), "in.sp[0]", MOST_OUTPUTS);
        int[][] sp = Fields.ints(in.path("sp"), "in.sp", steps, outputs, 0, 1);
        int[][] sn = Fields.ints(in.path("sn"), "in.sn", steps, outputs, 0, 1);
        int size = output ? outputs : Fields.count(in.path("B"), "in.B", Limits.VALUES / steps);
        int[] feedback = output
                ? null
                : Rows.flat(Fields.ints(in.path("B"), "in.B", size, outputs, -LARGEST_WEIGHT, LARGEST_WEIGHT));
        GivenDraws draws = new GivenDraws();
        if (parameters.rounding() == Rounding.STOCHASTIC && shift > 0) {
            draws.put(DrawStream.LEARNING_ERROR, Fields.ints(in.path("draw"), "in.draw", size, 0, (1 << shift) - 1));
        }
        ErrorDendrite dendrite = new ErrorDendrite(0, size, output, parameters, draws, new Events());
        if (in.has("D")) {
            int largest = (1 << parameters.dendriteBits() - 1) - 1;
            System.arraycopy(Fields.ints(in.path("D"), "in.D", size, -largest, largest), 0, dendrite.values(), 0, size);
        }
        ObjectNode out = Json.object();
        ArrayNode d = out.putArray("D");
        for (int t = 0; t < steps; t++) {
            if (output) {
                dendrite.receiveOwn(net(sp[t], sn[t]));
            } else {
                dendrite.receive(feedback, net(sp[t], sn[t]));
            }
            d.add(Json.of(dendrite.values()));
        }
        dendrite.computeLearningErrors(0);
        out.set("q", Json.of(dendrite.learningErrors()));
        return out;
    }

    private static int[] net(int[] sp, int[] sn) {
        int[] net = new int[sp.length];
        for (int k = 0; k < net.length; k++) {
            net[k] = sp[k] - sn[k];
        }
        return net;
    }
}
