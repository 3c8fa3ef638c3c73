package org.biograd.conform.cause;

import java.util.List;
import java.util.OptionalLong;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.layer.BaseProfile;
import org.biograd.kit.layer.EligibilityOperation;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.Profile;
import org.biograd.study.explain.Explanation;
import org.biograd.study.explain.Line;
import org.biograd.study.explain.Place;
import org.biograd.study.explain.Shown;
import org.biograd.study.lockstep.Recording;

/** ELIG-1 to ELIG-5 of one layer, from the start of a sample. */
final class EligibilityCaseLines extends NetworkLines {

    private EligibilityCaseLines(Answered of, Profile profile, Shape shape, Signal signal) {
        super(of, profile, shape, signal);
    }

    /** ELIG-1 to ELIG-5 of one layer. */
    static Cause eligibility(Answered of) {
        Signal signal = of.first.signal().equals("E") ? Signal.ELIGIBILITY : Signal.TRACE;
        Shape shape =
                Shape.of(of.in.path("x").path(0).size(), of.in.path("v").path(0).size());
        try {
            boolean full = of.choice("trace.mode").equals(TraceMode.FULL.name());
            Profile profile = BaseProfile.with(
                    full ? EligibilityOperation.SOMA.read(of.params) : BaseProfile.VALUE.soma(),
                    EligibilityOperation.TRACE.read(of.params),
                    EligibilityOperation.ELIGIBILITY.read(of.params));
            return new EligibilityCaseLines(of, profile, shape, signal).eligibility();
        } catch (BadCaseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Cause eligibility() {
        int t = of.index(0);
        int index = of.index(1);
        Recording recording = new Recording();
        for (int s = 0; s < of.in.path("x").size(); s++) {
            recording.put(Signal.SPIKE, 0, s, ints(of.in.path("x").path(s)));
            recording.put(Signal.MEMBRANE_VOLTAGE, 1, s, ints(of.in.path("v").path(s)));
            recording.put(Signal.SPIKE, 1, s, ints(of.in.path("s").path(s)));
            recording.put(Signal.GATE, 1, s, ints(of.in.path("g").path(s)));
            recording.put(Signal.TRACE, 1, s, ints(of.expected.path("z").path(s)));
            recording.put(Signal.ELIGIBILITY, 1, s, ints(of.expected.path("E").path(s)));
        }
        Shown shown = new Shown(
                shape,
                profile,
                0,
                false,
                recording,
                new int[][] {null, new int[shape.synapses(1)]},
                new int[1][],
                new RowDraws(of.in.path("draw")),
                OptionalLong.empty());
        if (of.first.signal().equals("f")) {
            // It acts at the start of the step after, where explanations have it.
            List<Line> lines = Explanation.resetFactor(shown, Place.of(1, index, t + 1));
            return cause(lines, Place.of(1, index, t + 1).key("f"));
        }
        Place place = place(signal, 1, index, t);
        return cause(Explanation.valueOfSample(shown, signal, place, 0), place.key(signal.symbol()), "f");
    }
}
