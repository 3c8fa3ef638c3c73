package org.biograd.kit.layer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.biograd.fixedpoint.Events;
import org.biograd.fixedpoint.FeedbackUpdate;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.Json;
import org.biograd.kit.cases.Limits;
import org.biograd.kit.cases.Operation;
import org.biograd.spec.DrawStream;
import org.biograd.spec.Rounding;
import org.biograd.spec.profile.FeedbackParameters;
import org.biograd.spec.profile.SleepParameters;

/** {@code sleep.update}: SLEEP-4 of one layer, from the counts of its trajectories. */
public final class SleepUpdateOperation implements Operation {

    /** What a case says of sleep. */
    public static final Section<SleepParameters> SLEEP =
            new Section<>(SleepParameters.class, "sleep.", BaseProfile.VALUE.sleep(), "hebbShift", "shift", "rounding");

    /** What a case says of feedback weights. */
    public static final Section<FeedbackParameters> FEEDBACK =
            new Section<>(FeedbackParameters.class, "feedback.", BaseProfile.NO_FEEDBACK, "bits");

    private static final int STEPS = 4096;

    @Override
    public ObjectNode answer(JsonNode params, JsonNode in) throws BadCaseException {
        SleepParameters sleep = SLEEP.read(params);
        int bits = FEEDBACK.read(params).bits();
        int largest = (1 << bits - 1) - 1;
        int trajectories = Fields.count(in.path("H"), "in.H", STEPS);
        int size = Fields.count(in.path("B"), "in.B", Limits.NEURONS);
        int counted = Fields.count(in.path("B").get(0), "in.B[0]", Limits.VALUES / size);
        int[][] h = Fields.ints(in.path("H"), "in.H", trajectories, size, -STEPS, STEPS);
        int[][] o = Fields.ints(in.path("O"), "in.O", trajectories, counted, 0, STEPS);
        int[] feedback = Rows.flat(Fields.ints(in.path("B"), "in.B", size, counted, -largest, largest));
        GivenDraws draws = new GivenDraws();
        if (sleep.rounding() == Rounding.STOCHASTIC && sleep.shift() > 0) {
            draws.put(DrawStream.SLEEP_FEEDBACK, Drawn.rows(in.path("draw"), "in.draw", size, counted, sleep.shift()));
        }
        FeedbackUpdate update = new FeedbackUpdate(0, size, counted, sleep, bits, draws, new Events());
        for (int m = 0; m < trajectories; m++) {
            update.correlate(h[m], o[m]);
        }
        ObjectNode out = Json.object();
        out.set("hebb", Rows.of(update.correlations(), counted));
        out.set("square", Json.words(update.squares()));
        update.apply(0, feedback);
        out.set("B", Rows.of(feedback, counted));
        return out;
    }
}
