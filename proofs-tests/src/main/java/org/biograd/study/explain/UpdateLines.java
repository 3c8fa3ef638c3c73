package org.biograd.study.explain;

import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.DrawStream;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.Rounding;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.ErrorParameters;
import org.biograd.spec.profile.UpdateParameters;

/** The end of a sample: ERR-7 to ERR-9 and LEARN-1 to LEARN-3. */
final class UpdateLines {

    private static final int MOST_SHIFT = 62;

    private final Shown shown;
    private final ErrorParameters error;
    private final UpdateParameters update;
    private final int last;

    UpdateLines(Shown shown) {
        this.shown = shown;
        this.error = shown.profile.error();
        this.update = shown.profile.update();
        this.last = shown.profile.time().steps() - 1;
    }

    /** q of a neuron, and before it, in LAYERWISE, what comes down to it. */
    void learningError(Place at) {
        boolean output = at.layer() == shown.shape.layers();
        boolean layerwise = !output && shown.profile.feedback().path() == FeedbackPath.LAYERWISE;
        if (layerwise) {
            layerwise(at);
        }
        long d = shown.at(Signal.DENDRITE, at.layer(), last, at.neuron());
        int shift = output ? error.outputShift() : error.hiddenShift();
        String key = output ? "error.outputShift" : "error.hiddenShift";
        Place source = layerwise ? at : Place.of(at.layer(), at.neuron(), last);
        Draft line = shown.line(at, "q", "ERR-7")
                .from("D", d, source, "D")
                .given(key, shift)
                .given("error.learningBits", error.learningBits());
        boolean drawing = Rounded.draws(d, Math.max(shift, 0), error.rounding());
        String inner = shift < 0 ? "D * 2^(-" + key + ")" : Rounded.text("D", key, error.rounding(), drawing);
        Rounded.draw(shown, line, drawing, at, "q", DrawStream.LEARNING_ERROR, at.neuron(), shift);
        long q = shown.at(Signal.LEARNING_ERROR, at.layer(), last, at.neuron());
        line.is("saturate(" + inner + ", error.learningBits)")
                .words(q == 0 ? "nothing is learned here" : "")
                .value(q);
    }

    private void layerwise(Place at) {
        int above = at.layer() + 1;
        int neurons = shown.shape.size(above);
        Terms sum = new Terms(" + ").add("0");
        Draft line = shown.line(at, "D", "ERR-9");
        for (int m = 0; m < neurons; m++) {
            long c = shown.at(Signal.FED_BACK_ERROR, above, last, m);
            if (c != 0) {
                fedBack(Place.of(above, m, Place.END));
                sum.add("B[" + m + "] * c[" + m + "]");
                line.given("B[" + m + "]", shown.feedback[at.layer()][at.neuron() * neurons + m])
                        .from("c[" + m + "]", c, Place.of(above, m, Place.END), "c");
            }
        }
        line.is("saturate(" + sum + ", error.dendriteBits)")
                .given("error.dendriteBits", error.dendriteBits())
                .value(shown.at(Signal.DENDRITE, at.layer(), last, at.neuron()));
    }

    /** c of a neuron. */
    void fedBack(Place at) {
        if (shown.has(at, "c")) {
            return;
        }
        int bias = shown.synapse(at.layer(), shown.shape.size(at.layer() - 1), at.neuron());
        long q = shown.at(Signal.LEARNING_ERROR, at.layer(), last, at.neuron());
        long e = shown.at(Signal.ELIGIBILITY, at.layer(), last, bias);
        int shift = shown.profile.feedback().pathShift();
        boolean drawing = Rounded.draws(q * e, shift, error.rounding());
        Draft line = shown.line(at, "c", "ERR-8").from("q", q, at, "q").given("E", e);
        Rounded.draw(shown, line, drawing, at, "c", DrawStream.FED_BACK_ERROR, at.neuron(), shift);
        line.is("saturate(" + Rounded.text("q * E", "feedback.pathShift", error.rounding(), drawing)
                        + ", error.learningBits)")
                .given("feedback.pathShift", shift)
                .given("error.learningBits", error.learningBits())
                .value(shown.at(Signal.FED_BACK_ERROR, at.layer(), last, at.neuron()));
    }

    /**
     * From the gradient to the new weight of a synapse.
     *
     * @param at the synapse, at the end
     * @param updates whether the weights change now; else the batch goes on
     */
    void synapse(Place at, boolean updates) {
        int index = shown.synapse(at.layer(), at.pre(), at.neuron());
        long q = shown.at(Signal.LEARNING_ERROR, at.layer(), last, at.neuron());
        long e = shown.at(Signal.ELIGIBILITY, at.layer(), last, index);
        long earlier = shown.gradients[at.layer()][index];
        long g = earlier + q * e;
        Draft gradient = shown.line(at, "G", "LEARN-1")
                .is(earlier == 0 ? "q * E" : "earlier + q * E")
                .from("q", q, Place.of(at.layer(), at.neuron(), Place.END), "q")
                .from("E", e, Place.of(at.layer(), at.neuron(), at.pre(), last), "E")
                .words(updates ? "" : "the batch goes on: no weight changes yet");
        if (earlier != 0) {
            gradient.given("earlier", earlier);
        }
        gradient.value(g);
        if (updates) {
            weight(at, index, g);
        }
    }

    private void weight(Place at, int index, long g) {
        boolean output = at.layer() == shown.shape.layers();
        int m = output ? update.outputMultiplier() : update.hiddenMultiplier();
        long h = update.halveEvery() == 0 ? 0 : shown.number / update.halveEvery();
        int shift = (int) Math.min(update.shift() + h, MOST_SHIFT);
        long p = Words.shift(m * g, shift, Rounding.FLOOR, 0);
        shown.line(at, "P", "LEARN-2")
                .is("shift(m * G, min(update.shift + h, 62), FLOOR)")
                .given("m", m)
                .from("G", g, at, "G")
                .given("update.shift", update.shift())
                .given("h", h)
                .value(p);
        long w = shown.weights[at.layer()][index];
        int fraction = update.accumulatorFraction();
        long exact = (w << fraction) - p;
        long c = Words.saturate(exact, update.accumulatorBits());
        shown.line(at, "acc", "LEARN-3")
                .is("saturate(2^update.accumulatorFraction * w - P, update.accumulatorBits)")
                .given("update.accumulatorFraction", fraction)
                .given("w", w)
                .from("P", p, at, "P")
                .given("update.accumulatorBits", update.accumulatorBits())
                .worked("saturate(" + exact + ", " + update.accumulatorBits() + ")")
                .value(c);
        boolean drawing = Rounded.draws(c, fraction, update.rounding());
        Draft line = shown.line(at, "w", "LEARN-3").from("acc", c, at, "acc");
        Rounded.draw(shown, line, drawing, at, "w", DrawStream.WEIGHT, index, fraction);
        long after = shown.at(Signal.WEIGHT, at.layer(), last, index);
        line.is("saturate(" + Rounded.text("acc", "update.accumulatorFraction", update.rounding(), drawing)
                        + ", weight.bits)")
                .given("update.accumulatorFraction", fraction)
                .given("weight.bits", shown.profile.weight().bits())
                .value(after);
        shown.line(at, "dW", "OBS-1")
                .is("w_new - w")
                .from("w_new", after, at, "w")
                .given("w", w)
                .value(shown.at(Signal.WEIGHT_CHANGE, at.layer(), last, index));
    }
}
