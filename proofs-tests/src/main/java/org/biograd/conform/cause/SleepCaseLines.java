package org.biograd.conform.cause;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;
import org.biograd.study.explain.Explanation;
import org.biograd.study.explain.Line;
import org.biograd.study.explain.Place;
import org.biograd.study.explain.Shown;
import org.biograd.study.lockstep.Recording;

/** SLEEP-1 to SLEEP-4: one sleep of every hidden layer. */
final class SleepCaseLines extends NetworkLines {

    private SleepCaseLines(Answered of, Profile profile, Shape shape, Signal signal) {
        super(of, profile, shape, signal);
    }

    /** The lines of a signal of a sleep. */
    static Cause sleep(Answered of) {
        String name = of.first.signal().substring(of.first.signal().lastIndexOf('.') + 1);
        return new SleepCaseLines(of, profile(of), shape(of.in.path("sizes")), signal(name)).sleep();
    }

    private Cause sleep() {
        int sleeping = of.index(0) + 1;
        JsonNode out = of.expected.path("layers").path(sleeping - 1);
        Recording recording = recordingOfSleep(out, sleeping);
        Shown shown = shown(true, recording, of.input("sleep"));
        int deepest = of.first.indices().size() - 1;
        int index = of.index(deepest);
        int steps = profile.sleep().steps();
        int source = profile.feedback().path().source(sleeping, shape.layers());
        Place place = switch (signal) {
            case NOISE_COUNT -> Place.of(sleeping, index, (of.index(1) + 1) * steps - 1);
            case SLEEP_COUNT -> Place.of(source, index, (of.index(1) + 1) * steps - 1);
            case FEEDBACK_WEIGHT ->
                Place.of(sleeping, index / shape.size(source), index % shape.size(source), Place.END);
            default -> Place.of(sleeping + 1 + of.index(1), index, of.index(2));
        };
        List<Line> lines = Explanation.valueOfSleep(shown, sleeping, signal, place);
        Cause cause = cause(lines, place.key(signal.symbol()));
        if (signal != Signal.SYNAPTIC_INPUT || place.layer() != sleeping + 1) {
            return cause;
        }
        // The counts of the trajectory tell whether the noise is another, or what is made of it.
        boolean summed = cause.clause().equals("SLEEP-1") && !otherNoise(sleeping, place);
        return new Cause(otherNoise(sleeping, place) ? "SLEEP-1" : summed ? "SLEEP-2" : cause.clause(), cause.lines());
    }

    /** Whether the program counts other noise in the trajectory, so that the noise that a sum hears is another. */
    private boolean otherNoise(int sleeping, Place place) {
        int trajectory = place.step() / profile.sleep().steps();
        JsonNode right = of.expected.path("layers").path(sleeping - 1).path("H").path(trajectory);
        JsonNode given = of.got.path("layers").path(sleeping - 1).path("H").path(trajectory);
        return !right.equals(given);
    }

    private Recording recordingOfSleep(JsonNode out, int sleeping) {
        Recording recording = new Recording();
        int steps = profile.sleep().steps();
        int source = profile.feedback().path().source(sleeping, shape.layers());
        for (Signal one : List.of(Signal.SYNAPTIC_INPUT, Signal.MEMBRANE_VOLTAGE, Signal.SPIKE)) {
            JsonNode layers = out.path(one.symbol());
            for (int l = 0; l < layers.size(); l++) {
                for (int t = 0; t < layers.path(l).size(); t++) {
                    recording.put(one, sleeping + 1 + l, t, ints(layers.path(l).path(t)));
                }
            }
        }
        for (int m = 0; m < out.path("H").size(); m++) {
            int last = (m + 1) * steps - 1;
            recording.put(Signal.NOISE_COUNT, sleeping, last, ints(out.path("H").path(m)));
            recording.put(Signal.SLEEP_COUNT, source, last, ints(out.path("O").path(m)));
        }
        recording.put(Signal.FEEDBACK_WEIGHT, sleeping, 0, ints(out.path("B").path(0)));
        return recording;
    }
}
