package org.biograd.conform.cause;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.biograd.conform.judge.Discrepancy;
import org.biograd.conform.judge.Leaf;
import org.biograd.conform.judge.Steps;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Draws;
import org.biograd.kit.network.CaseDraws;
import org.biograd.spec.DrawStream;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;
import org.biograd.study.explain.Draft;
import org.biograd.study.explain.Explanation;
import org.biograd.study.explain.Line;
import org.biograd.study.explain.Place;
import org.biograd.study.explain.Shown;
import org.biograd.study.lockstep.Recording;

/** NET-1: one training sample and the update after it. */
final class SampleLines extends NetworkLines {

    private static final int CODING_BITS = 8;
    private static final List<String> OF_OUTPUTS = List.of("o", "e", "p", "n", "sp", "sn");
    private static final List<String> AT_THE_END = List.of("q", "c", "dW", "w");

    private SampleLines(Answered of, Profile profile, Shape shape, Signal signal) {
        super(of, profile, shape, signal);
    }

    /** NET-1: the lines of a signal of a training sample. */
    static Cause sample(Answered of) {
        if (of.first.signal().equals("predicted")) {
            return prediction(of, of.expected.path("o"));
        }
        if (of.first.signal().equals("x")) {
            return coding(of, of.index(0), of.index(1));
        }
        Shape shape = shape(of.in.path("sizes"));
        return new SampleLines(of, profile(of), shape, signal(of.first.signal())).sample();
    }

    private Cause sample() {
        Discrepancy first = of.first;
        int layer = first.layer().orElse(shape.layers());
        boolean comesDown = signal == Signal.DENDRITE
                && layer < shape.layers()
                && profile.feedback().path() == FeedbackPath.LAYERWISE;
        int step = comesDown || AT_THE_END.contains(first.signal())
                ? Place.END
                : first.step().orElse(Place.END);
        int index = of.index(first.indices().size() - 1);
        Place place = place(signal, layer, index, step);
        Shown shown = shown(false, recording(of.expected), of.input("sample"));
        List<Line> lines = Explanation.valueOfSample(shown, signal, place, (int) of.input("label"));
        return cause(lines, place.key(signal.symbol()));
    }

    /** What the answer to a sample shows. */
    private Recording recording(JsonNode out) {
        Recording recording = new Recording();
        JsonNode x = out.has("x") ? out.path("x") : of.in.path("x");
        for (int t = 0; t < x.size(); t++) {
            recording.put(Signal.SPIKE, 0, t, ints(x.path(t)));
        }
        int last = profile.time().steps() - 1;
        for (Signal one : Signal.values()) {
            JsonNode values = out.path(one.symbol());
            boolean outputs = OF_OUTPUTS.contains(one.symbol());
            for (int l = 0; l < (outputs ? 1 : values.size()); l++) {
                int layer = outputs ? shape.layers() : l + Steps.firstLayer(one.symbol());
                JsonNode rows = outputs ? values : values.path(l);
                boolean once = rows.isArray() && !rows.path(0).isArray();
                int late = Math.max(0, last + 1 - rows.size());
                for (int t = 0; !once && t < rows.size(); t++) {
                    recording.put(one, layer, late + t, ints(rows.path(t)));
                }
                if (once) {
                    recording.put(one, layer, last, ints(rows));
                }
            }
        }
        return recording;
    }

    /** NET-2: the class with the most spikes. */
    static Cause prediction(Answered of, JsonNode counts) {
        JsonNode last = counts.path(counts.size() - 1);
        List<String> names = new ArrayList<>();
        Draft line = of.line("predicted", "NET-2");
        for (int k = 0; k < last.size(); k++) {
            names.add("o[" + k + "]");
            line.given("o[" + k + "]", Leaf.word(last.path(k)));
        }
        line.is("argmax(" + String.join(", ", names) + ")")
                .words("of several the smallest")
                .value(of.right());
        return of.cause("predicted");
    }

    /** CODE-1: spikes of the input; where the case gives them they are only repeated. */
    private static Cause coding(Answered of, int t, int j) {
        if (of.in.has("x")) {
            return Cause.of("OBS-1");
        }
        boolean seeded = of.params.has("seed");
        DrawSource draws = seeded ? new Draws(of.param("seed")) : new CaseDraws(of.in.path("draws"));
        draws.select(DrawStream.INPUT, 0, of.input("sample"), t, CODING_BITS);
        of.line("x", "CODE-1")
                .is("[r < p + floor(p / 128)]")
                .given("r", draws.at(j))
                .given("p", of.input("intensities", j))
                .words("r is the draw")
                .value(of.right());
        return of.cause("x");
    }
}
