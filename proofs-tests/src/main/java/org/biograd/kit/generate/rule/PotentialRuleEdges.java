package org.biograd.kit.generate.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.biograd.kit.cases.Json;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.Flag;
import org.biograd.kit.generate.ProfileChange;
import org.biograd.kit.generate.Question;

/** Directed cases of the rules whose outputs do not spike. */
final class PotentialRuleEdges {

    private static final int THRESHOLD = 8;

    private final RuleEdges edges;
    private final RuleQuestions questions;
    private final boolean spiking;

    PotentialRuleEdges(RuleEdges edges, RuleQuestions questions) {
        this.edges = edges;
        this.questions = questions;
        this.spiking = questions.rule().equals("spide");
    }

    List<Question> all() {
        if (questions.fires()) {
            edges.base(times(), "error.function", "SOFTMAX", "time.steps", 8);
            firstSpikes();
        } else {
            edges.base(
                    Map.of(
                            "phase.steps", 6,
                            "gradient.shift", 1,
                            "gradient.bits", 8,
                            "readout.shift", 5,
                            "recurrent.bound", 230,
                            "recurrent.spread", 2),
                    "error.function",
                    "SOFTMAX",
                    "time.steps",
                    8);
            equilibrium();
        }
        common();
        return edges.all();
    }

    private static Map<String, Integer> times() {
        return Map.of(
                "ttfs.window", 12,
                "ttfs.slope", 4,
                "ttfs.bias", 2,
                "readout.shift", 6,
                "path.shift", 2,
                "error.bits", 8);
    }

    private void common() {
        edges.label(2)
                .sizes(2, 2, 3)
                .learns(out -> out.path("predicted").asInt() < 2, "the last class is the right one", Flag.ORDER);
        edges.sizes(2, 2, 3)
                .shows(
                        out -> RuleEdges.largestTwice(potentials(out))
                                && out.path("predicted").asInt() > 0,
                        "of equal potentials the lowest class is predicted",
                        Flag.EQUAL);
        edges.set("readout.shift", 0)
                .shows(
                        out -> !RuleEdges.largestTwice(potentials(out)),
                        "potentials more than 12 units apart: the end of the table",
                        Flag.TABLE_END);
        edges.silent().shows(out -> true, "no input spikes; the biases alone act", Flag.BIAS, Flag.NO_CHANGE);
        edges.with("update.accumulatorBits", 10, "update.shift", 0).saturates("dW", "accumulators saturate");
        edges.with("update.shift", 0).saturates("w", "weights saturate");
        edges.with("update.rounding", "STOCHASTIC").learns(out -> true, "weights are rounded by draws", Flag.DRAW);
        edges.with("update.halveEvery", 1).learns(out -> true, "rates halved after every sample", Flag.HALVING);
        edges.with("update.batch", 4).learns(out -> true, "the only sample of its batch", Flag.BATCH);
        for (String mode : List.of("NEAREST_EVEN", "STOCHASTIC", "TOWARD_ZERO")) {
            edges.with("error.rounding", mode)
                    .learns(
                            out -> true,
                            "what is sent back is rounded " + mode,
                            mode.equals("STOCHASTIC") ? Flag.DRAW : mode.equals("NEAREST_EVEN") ? Flag.TIE : Flag.SIGN);
        }
    }

    /** y of the outputs, of TTFS in units before the shift. */
    private JsonNode potentials(ObjectNode out) {
        JsonNode layers = out.path(questions.fires() ? "v" : "y");
        return layers.path(layers.size() - 1);
    }

    private void firstSpikes() {
        edges.learns(out -> out.path("events").isEmpty(), "times as leads before the end of a window", Flag.PLAIN);
        edges.sizes(3, 2, 3, 2).learns(out -> true, "two hidden layers", Flag.LAYERS, Flag.ORDER);
        edges.sizes(3, 2).learns(out -> true, "no hidden layer", Flag.LAYERS);
        edges.set("ttfs.window", 3).saturates("x", "a neuron that would spike before its window begins");
        edges.set("ttfs.window", 3)
                .learns(
                        out -> !out.path("events").has("x")
                                && RuleQuestions.holds(out.path("x").path(1), 3),
                        "a neuron that spikes in the first step of its window, which is no event",
                        Flag.EDGE);
        edges.learns(
                out -> RuleQuestions.holds(out.path("x").path(0), 8)
                        && RuleQuestions.holds(out.path("x").path(0), 1),
                "inputs in the first step and in the last",
                Flag.EDGE,
                Flag.ORDER);
        edges.learns(
                out -> out.path("v").path(0).toString().contains("-")
                        && RuleQuestions.holds(out.path("x").path(1), 0),
                "a hidden neuron with a negative potential does not spike, and learns nothing",
                Flag.SIGN);
        edges.set("error.bits", 4).set("path.shift", 0).saturates("delta", "errors saturate");
        edges.set("ttfs.slope", 0).set("ttfs.window", 200).learns(out -> true, "a slope of one unit", Flag.SMALL);
        edges.with("weight.shift", 3)
                .learns(out -> true, "a step of a window is 2^(slope - shift) of v", Flag.EXPONENT);
        edges.set("ttfs.bias", 8).learns(out -> true, "the bias spikes first", Flag.BIAS, Flag.BIAS_SYNAPSE);
        Question twice = questions.drawn(
                ProfileChange.small("error.function", "SOFTMAX", "time.steps", "3"),
                times(),
                new int[] {1, 1, 2},
                true,
                new Dice(0, "twice", 0));
        twice.params().withObject("/rule").put("ttfs.bias", 1);
        twice.in("x", Json.of(new int[][] {{1}, {0}, {1}}));
        edges.add(twice, "an input that spikes twice is refused", Flag.FORM);
    }

    private void equilibrium() {
        edges.learns(out -> out.path("events").isEmpty(), "forward, back, and the update", Flag.PLAIN);
        edges.with("weight.shift", 4).saturates("u", "u wraps in 10 bits");
        edges.with("weight.shift", 3, "soma.threshold", 16).saturates("v", "v saturates at 127");
        edges.learns(
                out -> RuleQuestions.holds(out.path("v"), THRESHOLD),
                "a voltage at the threshold spikes, and what is above stays",
                Flag.THRESHOLD,
                Flag.RESET);
        edges.learns(
                out -> RuleQuestions.holds(out.path("mask"), 0)
                        && RuleQuestions.holds(out.path("c").path(0), 0),
                "a neuron that never spiked takes no part",
                Flag.EDGE);
        edges.set("gradient.bits", 4)
                .set("gradient.shift", 0)
                .saturates("grad", "what the outputs send back saturates");
        edges.set("recurrent.bound", 40)
                .learns(
                        out -> !RuleQuestions.isZero(out.path("R")),
                        "R is bounded after its update, by a quotient toward zero",
                        Flag.SIGN,
                        Flag.EDGE);
        edges.set("recurrent.bound", 0).learns(out -> RuleQuestions.isZero(out.path("R")), "a bound of 0", Flag.SMALL);
        edges.set("recurrent.bound", 255).learns(out -> true, "hardly a bound", Flag.EDGE);
        edges.set("phase.steps", 1).with("update.shift", 0).learns(out -> true, "one step back", Flag.SMALL);
        edges.with("time.steps", 1)
                .shows(out -> true, "one step: no neuron spikes in some steps, not in all", Flag.SMALL);
        if (spiking) {
            edges.learns(
                    out -> RuleQuestions.holds(out.path("c").path(0), 8) && RuleQuestions.holds(out.path("mask"), 0),
                    "a neuron that spiked in every step takes no part",
                    Flag.EDGE);
            edges.set("gradient.bits", 12)
                    .set("gradient.shift", 0)
                    .with("error.fraction", 8, "error.potentialBits", 12)
                    .saturates("ub", "voltages of errors saturate");
            edges.learns(
                    out -> RuleQuestions.holds(out.path("ob"), 1) && RuleQuestions.holds(out.path("ob"), -1),
                    "errors of both signs",
                    Flag.SIGN);
            edges.learns(
                    out -> RuleQuestions.holds(out.path("ub"), -THRESHOLD)
                            || RuleQuestions.holds(out.path("ub"), THRESHOLD),
                    "an error that reaches V exactly spikes and leaves -V",
                    Flag.THRESHOLD,
                    Flag.RESET);
        } else {
            edges.set("gradient.bits", 5).set("phase.steps", 30).saturates("beta", "errors saturate in a sweep");
            edges.learns(
                    out -> out.path("mask").path(0).toString().contains("1")
                            && out.path("beta").path(0).size() == 6
                            && !out.at("/beta/0/0").equals(out.at("/beta/0/5")),
                    "sweeps that have not come to rest",
                    Flag.ORDER);
        }
    }
}
