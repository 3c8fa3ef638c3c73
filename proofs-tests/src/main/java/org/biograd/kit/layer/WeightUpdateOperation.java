package org.biograd.kit.layer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.biograd.fixedpoint.Events;
import org.biograd.fixedpoint.WeightUpdate;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.Json;
import org.biograd.kit.cases.Limits;
import org.biograd.kit.cases.Operation;
import org.biograd.spec.DrawStream;
import org.biograd.spec.Rounding;
import org.biograd.spec.profile.EligibilityParameters;
import org.biograd.spec.profile.ErrorParameters;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.UpdateParameters;
import org.biograd.spec.profile.WeightParameters;

/** {@code weight.update}: LEARN-1 to LEARN-3 of one layer, after a batch of one or more samples. */
public final class WeightUpdateOperation implements Operation {

    /** What a case says of its weights. */
    public static final Section<WeightParameters> WEIGHT =
            new Section<>(WeightParameters.class, "weight.", BaseProfile.VALUE.weight(), "bits");

    /** What a case says of its eligibilities. */
    public static final Section<EligibilityParameters> ELIGIBILITY =
            new Section<>(EligibilityParameters.class, "eligibility.", BaseProfile.VALUE.eligibility(), "bits");

    /** What a case says of its learning errors. */
    public static final Section<ErrorParameters> ERROR =
            new Section<>(ErrorParameters.class, "error.", ErrorSections.REST, "learningBits");

    /** What a case says of the update. */
    public static final Section<UpdateParameters> UPDATE = new Section<>(
            UpdateParameters.class,
            "update.",
            new UpdateParameters(0, 0, 0, 62, 0, Rounding.FLOOR, 1, 0),
            "hiddenMultiplier",
            "shift",
            "accumulatorBits",
            "accumulatorFraction",
            "rounding",
            "halveEvery");

    private static final int BATCH = 4096;

    @Override
    public ObjectNode answer(JsonNode params, JsonNode in) throws BadCaseException {
        int samples = Fields.count(in.path("q"), "in.q", BATCH);
        Profile one = profile(params, samples);
        int rows = Fields.count(in.path("w"), "in.w", Limits.NEURONS + 1);
        int post = Fields.count(in.path("w").get(0), "in.w[0]", Limits.VALUES / rows);
        int largestWeight = (1 << one.weight().bits() - 1) - 1;
        int largestError = (1 << one.error().learningBits() - 1) - 1;
        int[] w = Rows.flat(Fields.ints(in.path("w"), "in.w", rows, post, -largestWeight, largestWeight));
        int[][] q = Fields.ints(in.path("q"), "in.q", samples, post, -largestError, largestError);
        int[][] e = eligibilities(
                in.path("E"), samples, rows, post, one.eligibility().bits());
        long sample = Fields.word(in.path("sample"), "in.sample", 0, 0xFFFFFFFFL);
        int fraction = one.update().accumulatorFraction();
        GivenDraws draws = new GivenDraws();
        if (one.update().rounding() == Rounding.STOCHASTIC && fraction > 0) {
            draws.put(DrawStream.WEIGHT, Drawn.rows(in.path("draw"), "in.draw", rows, post, fraction));
        }

        WeightUpdate update = new WeightUpdate(0, false, w.length, one, draws, new Events());
        for (int b = 0; b < samples; b++) {
            update.accumulate(q[b], e[b]);
        }
        update.begin(sample);
        long[] gradient = update.gradients().clone();
        long[] product = new long[w.length];
        long[] accumulator = new long[w.length];
        for (int s = 0; s < w.length; s++) {
            product[s] = update.product(gradient[s]);
            accumulator[s] = update.accumulator(w[s], product[s]);
        }
        update.apply(sample, w);
        ObjectNode out = Json.object();
        out.set("G", Rows.of(gradient, post));
        out.set("P", Rows.of(product, post));
        out.set("c", Rows.of(accumulator, post));
        out.set("w", Rows.of(w, post));
        return out;
    }

    private static Profile profile(JsonNode params, int batch) throws BadCaseException {
        UpdateParameters update = UPDATE.read(params);
        UpdateParameters batched = new UpdateParameters(
                update.hiddenMultiplier(),
                update.outputMultiplier(),
                update.shift(),
                update.accumulatorBits(),
                update.accumulatorFraction(),
                update.rounding(),
                batch,
                update.halveEvery());
        return BaseProfile.with(WEIGHT.read(params), ELIGIBILITY.read(params), ERROR.read(params), batched);
    }

    private static int[][] eligibilities(JsonNode node, int samples, int rows, int post, int bits)
            throws BadCaseException {
        Fields.array(node, "in.E", samples, "matrix a sample");
        int largest = (1 << bits - 1) - 1;
        int[][] e = new int[samples][];
        for (int b = 0; b < samples; b++) {
            e[b] = Rows.flat(Fields.ints(node.get(b), "in.E[" + b + "]", rows, post, -largest, largest));
        }
        return e;
    }
}
