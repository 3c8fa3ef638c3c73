package org.biograd.conform.cause;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.biograd.conform.judge.Leaf;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Draws;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.network.CaseDraws;
import org.biograd.kit.network.ProfileFields;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.Profile;
import org.biograd.study.explain.Line;
import org.biograd.study.explain.Place;
import org.biograd.study.explain.Shown;
import org.biograd.study.lockstep.Recording;

/** What lines of networks share: what the answer shows is handed to those who explain networks. */
abstract class NetworkLines {

    final Answered of;
    final Profile profile;
    final Shape shape;
    final Signal signal;

    NetworkLines(Answered of, Profile profile, Shape shape, Signal signal) {
        this.of = of;
        this.profile = profile;
        this.shape = shape;
        this.signal = signal;
    }

    /** The profile that a case gives. */
    static Profile profile(Answered of) {
        try {
            return ProfileFields.read(of.params);
        } catch (BadCaseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The shape that a case gives. */
    static Shape shape(JsonNode sizes) {
        int[] of = new int[sizes.size()];
        Arrays.setAll(of, l -> sizes.path(l).asInt());
        return Shape.of(of);
    }

    static Signal signal(String symbol) {
        return Arrays.stream(Signal.values())
                .filter(one -> one.symbol().equals(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(symbol));
    }

    /** Where a value is: of a synapse, of a presynaptic neuron, or of a neuron. */
    Place place(Signal what, int layer, int index, int step) {
        int size = shape.size(layer);
        boolean shared = what == Signal.TRACE && profile.trace().mode() == TraceMode.PRE_ONLY;
        if (shared) {
            return Place.of(layer, Place.NONE, index, step);
        }
        return switch (what) {
            case TRACE, ELIGIBILITY, WEIGHT, WEIGHT_CHANGE -> Place.of(layer, index % size, index / size, step);
            default -> Place.of(layer, index, step);
        };
    }

    /** The cause that lines tell; what signals show, and what is named, is told by itself. */
    static Cause cause(List<Line> lines, String key, String... shownToo) {
        Map<String, Line> all = new LinkedHashMap<>();
        lines.forEach(line -> all.put(line.key(), line));
        List<String> shown = new ArrayList<>(List.of(shownToo));
        for (Signal one : Signal.values()) {
            shown.add(one.symbol());
        }
        return Cause.leadingTo(all, key, shown);
    }

    Shown shown(boolean asleep, Recording recording, long number) {
        int[][] weights = new int[shape.layers() + 1][];
        int[][] feedback = new int[shape.layers()][];
        for (int l = 1; l <= shape.layers(); l++) {
            weights[l] = flat(of.in.path("w").path(l - 1));
            if (l < shape.layers()) {
                feedback[l] = flat(of.in.path("B").path(l - 1));
            }
        }
        boolean seeded = of.params.has("seed");
        long seed = of.param("seed");
        DrawSource draws = seeded ? new Draws(seed) : new CaseDraws(of.in.path("draws"));
        OptionalLong told = seeded ? OptionalLong.of(seed) : OptionalLong.empty();
        return new Shown(shape, profile, number, asleep, recording, weights, feedback, draws, told);
    }

    static int[] ints(JsonNode row) {
        int[] values = new int[row.size()];
        Arrays.setAll(values, i -> (int) Leaf.word(row.path(i)));
        return values;
    }

    static int[] flat(JsonNode matrix) {
        List<Integer> values = new ArrayList<>();
        matrix.forEach(row -> row.forEach(value -> values.add((int) Leaf.word(value))));
        return values.stream().mapToInt(Integer::intValue).toArray();
    }
}
