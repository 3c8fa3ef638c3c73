package org.biograd.conform.cause;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.biograd.fixedpoint.word.Draws;
import org.biograd.spec.DrawStream;
import org.biograd.spec.FeedbackPath;
import org.biograd.study.explain.Draft;

/** NET-4 and NET-5: the weights that a network starts with. */
final class StartLines {

    private static final int DRAW_BITS = 32;

    private final Answered of;
    private final JsonNode profile;
    private final int layers;

    private StartLines(Answered of) {
        this.of = of;
        this.profile = of.params.path("profile");
        this.layers = of.in.path("sizes").size() - 1;
    }

    static Cause start(Answered of) {
        return switch (of.first.signal()) {
            case "w" -> new StartLines(of).weight();
            case "B" -> new StartLines(of).feedback();
            default -> Cause.of("NET-8");
        };
    }

    private long key(String name) {
        return profile.path(name).asLong();
    }

    private Cause weight() {
        int layer = of.index(0) + 1;
        long inputs = of.input("sizes", layer - 1);
        String formula = "min(isqrt(floor(weight.spread^2 / n)), 2^(weight.bits - 1) - 1)";
        long spread = key("weight.spread");
        long bits = key("weight.bits");
        long range = Answered.computed(formula, Map.of("weight.spread", spread, "n", inputs, "weight.bits", bits));
        of.line("R", "NET-4")
                .is(formula)
                .given("weight.spread", spread)
                .given("n", inputs)
                .given("weight.bits", bits)
                .value(range);
        long index = of.index(1) * of.input("sizes", layer) + of.index(2);
        return drawn("w", "NET-4", DrawStream.INITIAL_WEIGHT, layer, index, range);
    }

    private Cause feedback() {
        int layer = of.index(0) + 1;
        if (profile.path("feedback.start").asText().equals("ALIGNED")) {
            return aligned(layer, of.index(1), of.index(2));
        }
        long range = key("feedback.spread");
        of.line("R", "NET-5")
                .is("feedback.spread")
                .given("feedback.spread", range)
                .value(range);
        long index = of.index(1) * of.input("sizes", source(layer)) + of.index(2);
        return drawn("B", "NET-5", DrawStream.INITIAL_FEEDBACK, layer, index, range);
    }

    private int source(int layer) {
        return FeedbackPath.valueOf(profile.path("feedback.path").asText()).source(layer, layers);
    }

    private Cause drawn(String symbol, String clause, DrawStream stream, int layer, long index, long range) {
        Draws draws = new Draws(of.param("seed"));
        draws.select(stream, layer, 0, 0, DRAW_BITS);
        long draw = draws.at((int) index);
        of.line("draw", "DRAW-3")
                .is("draw(seed, stream, layer, 0, 0, index, bits)")
                .given("seed", of.param("seed"))
                .given("stream", stream.code())
                .given("layer", layer)
                .given("index", index)
                .given("bits", DRAW_BITS)
                .words("stream " + stream)
                .value(draw);
        of.line(symbol, clause)
                .is("floor((r * (2 * R + 1)) / 2^32) - R")
                .from("r", draw, Answered.place(), "draw")
                .from("R", range, Answered.place(), "R")
                .value(of.right());
        Cause cause = of.cause(symbol);
        return new Cause(clause, cause.lines());
    }

    private Cause aligned(int layer, int i, int k) {
        long m = matrix(layer, i, k);
        of.line("B", "NET-5")
                .is("saturate(quotient(2^feedback.fraction * M, soma.voltageOne), feedback.bits)")
                .given("feedback.fraction", key("feedback.fraction"))
                .from("M", m, Answered.place(), name(layer, i, k))
                .given("soma.voltageOne", key("soma.voltageOne"))
                .given("feedback.bits", key("feedback.bits"))
                .value(of.right());
        return new Cause("NET-5", of.cause("B").lines());
    }

    private static String name(int layer, int i, int k) {
        return "M[" + layer + "." + i + "." + k + "]";
    }

    /** M(l)_ik, and the lines of all that it is made of. */
    private long matrix(int layer, int i, int k) {
        String name = name(layer, i, k);
        if (of.line(name) != null) {
            return of.line(name).value();
        }
        long shift = key("weight.shift");
        boolean next = source(layer) == layer + 1;
        Draft line = of.line(name, "NET-5").given("weight.shift", shift);
        String formula;
        long value;
        if (next) {
            long w = of.output("w", layer, i, k);
            line.given("w", w);
            formula = "2^weight.shift * w";
            value = w << shift;
        } else {
            List<String> terms = new ArrayList<>();
            long sum = 0;
            for (int j = 0; j < of.input("sizes", layer + 1); j++) {
                long w = of.output("w", layer, i, j);
                long above = matrix(layer + 1, j, k);
                terms.add("2^weight.shift * w[" + j + "] * M[" + j + "]");
                line.given("w[" + j + "]", w).from("M[" + j + "]", above, Answered.place(), name(layer + 1, j, k));
                sum += (w << shift) * above;
            }
            long one = key("soma.voltageOne");
            formula = "quotient(" + Answered.sum(terms) + ", soma.voltageOne)";
            line.given("soma.voltageOne", one);
            value = sum / one;
        }
        line.is(formula).value(value);
        return value;
    }
}
