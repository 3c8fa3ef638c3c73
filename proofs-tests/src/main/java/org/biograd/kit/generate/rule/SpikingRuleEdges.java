package org.biograd.kit.generate.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.biograd.kit.generate.Flag;
import org.biograd.kit.generate.Question;

/** Directed cases of the rules whose outputs spike. */
final class SpikingRuleEdges {

    private static final int THRESHOLD = 8;

    private final RuleEdges edges;
    private final String rule;

    SpikingRuleEdges(RuleEdges edges, String rule) {
        this.edges = edges;
        this.rule = rule;
    }

    List<Question> all() {
        boolean online = rule.equals("ottt-o");
        if (rule.startsWith("ottt")) {
            edges.base(Map.of("neuron.soft", soft(), "error.shift", 0, "path.shift", 2, "sum.bits", 12));
            ottt(online);
        } else if (rule.startsWith("desire")) {
            edges.base(
                    Map.of("neuron.soft", soft(), "desire.margin", 1, "desire.output", 1, "desire.hidden", 8),
                    "update.shift",
                    2);
            desire();
        } else {
            edges.base(Map.of("neuron.soft", 0, "error.shift", 1, "path.shift", 3, "error.bits", 10));
            bptt();
        }
        common();
        return edges.all();
    }

    private int soft() {
        return rule.equals("ottt-a-soft") || rule.equals("desire") ? 1 : 0;
    }

    private void common() {
        edges.sizes(3, 2, 3, 2).learns(out -> true, "two hidden layers", Flag.LAYERS, Flag.ORDER);
        edges.sizes(3, 2).learns(out -> true, "no hidden layer", Flag.LAYERS);
        edges.label(2)
                .sizes(2, 2, 3)
                .learns(out -> out.path("predicted").asInt() < 2, "the last class is the right one", Flag.ORDER);
        edges.sizes(2, 2, 3)
                .shows(
                        out -> RuleEdges.largestTwice(counts(out))
                                && out.path("predicted").asInt() > 0,
                        "of equal counts the lowest class is predicted",
                        Flag.EQUAL);
        edges.silent().shows(out -> true, "no input spikes; the biases alone act", Flag.BIAS, Flag.NO_CHANGE);
        edges.with("weight.shift", 4).saturates("u", "u wraps in 10 bits");
        edges.with("weight.shift", 3, "soma.threshold", 64, "soma.window", 64).saturates("v", "v saturates at 127");
        edges.with("weight.shift", 1).learns(out -> true, "what is sent back is shifted too", Flag.PLAIN);
        edges.with("update.accumulatorBits", 10, "update.shift", 0).saturates("dW", "accumulators saturate");
        edges.with("update.shift", 0).saturates("w", "weights saturate");
        edges.with("update.rounding", "STOCHASTIC").learns(out -> true, "weights are rounded by draws", Flag.DRAW);
        edges.with("update.halveEvery", 1).learns(out -> true, "rates halved after every sample", Flag.HALVING);
        if (rule.startsWith("desire")) {
            edges.with("update.shift", 0).set("desire.margin", 0).set("desire.output", 0);
        }
        edges.with("time.steps", 1).learns(out -> true, "one step", Flag.SMALL);
        if (!rule.equals("bptt")) {
            edges.with("trace.bits", 5, "trace.impulse", 31).saturates("z", "traces saturate");
            edges.with("trace.rounding", "STOCHASTIC").learns(out -> true, "traces decay by draws", Flag.DRAW);
            for (int soft = 0; soft < 2; soft++) {
                edges.set("neuron.soft", soft)
                        .learns(
                                out -> RuleQuestions.holds(out.path("v"), THRESHOLD),
                                soft == 1
                                        ? "soft reset: a voltage at the threshold spikes, and what is above it stays"
                                        : "hard reset: a voltage at the threshold does not spike",
                                Flag.THRESHOLD,
                                Flag.RESET);
            }
        }
    }

    /** Spikes of the outputs, summed over the steps. */
    private static JsonNode counts(ObjectNode out) {
        JsonNode steps = out.path("s").path(out.path("s").size() - 1);
        long[] counts = new long[steps.path(0).size()];
        for (JsonNode row : steps) {
            for (int k = 0; k < counts.length; k++) {
                counts[k] += row.path(k).asLong();
            }
        }
        return org.biograd.kit.cases.Json.of(counts);
    }

    private void ottt(boolean online) {
        edges.learns(
                out -> out.path("events").isEmpty(),
                "DIFFERENCE: the error of a step from its spikes alone",
                Flag.PLAIN);
        edges.with("error.function", "SOFTMAX").learns(out -> true, "SOFTMAX of the spikes of a step", Flag.PLAIN);
        edges.with("error.learningBits", 3).set("path.shift", 0).saturates("L", "errors saturate");
        edges.with("time.softStart", 3).learns(out -> true, "nothing is learned before time.softStart", Flag.ORDER);
        for (String mode : List.of("NEAREST_EVEN", "STOCHASTIC", "TOWARD_ZERO")) {
            edges.with("error.rounding", mode)
                    .set("error.shift", 1)
                    .set("path.shift", 1)
                    .learns(
                            out -> true,
                            "errors rounded " + mode,
                            mode.equals("STOCHASTIC") ? Flag.DRAW : mode.equals("NEAREST_EVEN") ? Flag.TIE : Flag.SIGN);
        }
        if (!online) {
            edges.set("sum.bits", 8).saturates("A", "a sum saturates in the step in which it leaves its width");
            edges.with("update.batch", 4).learns(out -> true, "the only sample of its batch", Flag.BATCH);
        } else {
            edges.with("update.shift", 1)
                    .learns(out -> true, "errors of a step are those before any weight moves", Flag.ORDER);
        }
        edges.with("trace.mode", "FULL")
                .learns(out -> true, "traces are those of ELIG-1 in every trace.mode", Flag.MODE);
    }

    private void desire() {
        edges.learns(out -> out.path("events").isEmpty(), "what a neuron should do, and what it did", Flag.PLAIN);
        edges.set("desire.output", 2)
                .learns(
                        out -> RuleQuestions.holds(out.path("y").path(1), 0)
                                && RuleQuestions.holds(out.path("y").path(1), 3),
                        "an output that is off by desire.output is left alone, by one more it is not",
                        Flag.THRESHOLD);
        edges.set("desire.hidden", 24)
                .learns(
                        out -> RuleQuestions.holds(out.path("Q"), 24) || RuleQuestions.holds(out.path("Q"), -24),
                        "a hidden neuron with |Q| = desire.hidden learns",
                        Flag.THRESHOLD);
        edges.set("desire.hidden", 0)
                .learns(
                        out -> RuleQuestions.holds(out.path("Q"), 0),
                        "Q = 0 is no wish to spike; with desire.hidden = 0 it is one not to",
                        Flag.SMALL);
        edges.set("desire.margin", 4).learns(out -> true, "the largest margin: R is 1", Flag.EDGE);
        edges.set("desire.margin", 0).learns(out -> true, "no margin", Flag.EDGE);
        edges.with("eligibility.bits", 5, "eligibility.shift", 0)
                .saturates("S", "sums of spikes times traces saturate");
        edges.with("eligibility.shift", 3).learns(out -> true, "traces are cut before they are added", Flag.ORDER);
        edges.with("update.batch", 4).learns(out -> true, "the only sample of its batch", Flag.BATCH);
    }

    private void bptt() {
        for (String mode : List.of("PRE_ONLY", "DETACHED", "FULL")) {
            edges.with("trace.mode", mode)
                    .learns(out -> out.path("events").isEmpty(), "the reset in " + mode, Flag.MODE);
        }
        edges.with("trace.mode", "FULL", "soma.voltageOne", 2)
                .learns(
                        out -> RuleQuestions.holds(out.path("f"), -8191),
                        "a reset factor saturates at 14 bits",
                        Flag.SATURATION,
                        Flag.ASYMMETRY);
        edges.with("trace.mode", "FULL")
                .learns(
                        out -> out.path("v").toString().contains("-")
                                && out.path("f").toString().matches(".*40[0-9]{2}.*|.*4[1-9][0-9]{2}.*"),
                        "a quotient of a negative voltage goes toward zero",
                        Flag.SIGN);
        edges.with("error.function", "SOFTMAX").learns(out -> true, "SOFTMAX of the counts", Flag.PLAIN);
        edges.set("error.bits", 6).set("error.shift", 3).saturates("sbar", "errors of spikes saturate");
        edges.set("error.bits", 6)
                .set("error.shift", 2)
                .with("soma.keep", 4096)
                .saturates("vbar", "errors of voltages saturate");
        edges.set("path.shift", 1).learns(out -> true, "ties of what is sent back go to the even", Flag.TIE);
        edges.with("time.softStart", 3).learns(out -> true, "time.softStart is of no effect", Flag.ORDER);
        edges.with("update.batch", 4).learns(out -> true, "the only sample of its batch", Flag.BATCH);
    }
}
