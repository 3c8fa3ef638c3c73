package org.biograd.kit.chip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.Json;
import org.biograd.kit.cases.Operation;
import org.biograd.loihi.learning.Factor;
import org.biograd.loihi.learning.LavaDoubles;
import org.biograd.loihi.learning.LavaLearning;
import org.biograd.loihi.learning.LearningEngine;
import org.biograd.loihi.learning.LearningFormats;
import org.biograd.loihi.learning.LearningRule;
import org.biograd.loihi.learning.LearningWords;
import org.biograd.loihi.learning.Product;
import org.biograd.loihi.learning.RuleLimits;
import org.biograd.loihi.learning.Variable;

/** {@code learning.productSeries}: a learning rule executed once, on synapses each with words of its own. */
public final class ProductSeriesOperation implements Operation {

    private static final long EVERY_U = 1L << 32;
    private static final long ONLY_U0 = 1;

    /** The synapses of a case; of the arrays only those that the rule reads. */
    private record Synapses(int count, Map<Variable, int[]> words, boolean decimated) {

        private int of(Variable variable, int s) {
            int[] values = words.get(variable);
            return values == null ? 0 : values[s];
        }
    }

    @Override
    public ObjectNode answer(JsonNode params, JsonNode in) throws BadCaseException {
        boolean lava = SynapseFields.lava(params);
        JsonNode mode = params.path("signMode");
        if (!mode.isMissingNode() && !mode.asText().equals("MIXED")) {
            throw Fields.wrong(
                    mode,
                    "params.signMode",
                    "\"MIXED\" is needed, or no such field: weights of either sign are answered");
        }
        LearningRule rule = RuleFields.rule(params, lava ? RuleLimits.LOIHI_1 : RuleLimits.NORMATIVE);
        Synapses synapses = synapses(rule, in, lava);
        return lava ? lava(rule, in, synapses) : normative(rule, in, synapses);
    }

    private static Synapses synapses(LearningRule rule, JsonNode in, boolean lava) throws BadCaseException {
        String target = rule.target().symbol();
        int count = SynapseFields.count(in.path(target), "in." + target);
        Map<Variable, int[]> words = new EnumMap<>(Variable.class);
        read(words, rule.target(), in, count, lava);
        boolean asksForU = false;
        for (Product product : rule.products()) {
            switch (product.dependency().kind()) {
                case X0 -> read(words, Variable.X0, in, count, lava);
                case Y0 -> read(words, Variable.Y0, in, count, lava);
                case U -> asksForU |= product.dependency().exponent() > 0;
            }
            for (Factor factor : product.factors()) {
                read(words, factor.variable(), in, count, lava);
            }
        }
        return new Synapses(count, words, asksForU && Fields.integer(in.path("u"), "in.u", 0, 1) == 1);
    }

    private static void read(Map<Variable, int[]> words, Variable variable, JsonNode in, int count, boolean lava)
            throws BadCaseException {
        if (!words.containsKey(variable)) {
            boolean synaptic = variable.side() == Variable.Side.SYNAPTIC;
            int largest = synaptic ? 255 : (1 << variable.bits()) - 1;
            int smallest = synaptic ? (lava ? -largest - 1 : -largest) : variable == Variable.Q ? -largest : 0;
            String name = variable.symbol();
            words.put(variable, SynapseFields.integers(in.path(name), "in." + name, count, smallest, largest));
        }
    }

    private static ObjectNode lava(LearningRule rule, JsonNode in, Synapses synapses) throws BadCaseException {
        if (rule.target() != Variable.W) {
            throw BadCaseException.field(
                    "params.rule", "d" + rule.target().symbol() + " = ...; for the emulator dw is answered");
        }
        double random = SynapseFields.random(in.path("random"), "in.random");
        LavaLearning learning = new LavaLearning(rule);
        int[] words = new int[Variable.values().length];
        int[] accumulator = new int[synapses.count];
        int[] weight = new int[synapses.count];
        for (int s = 0; s < synapses.count; s++) {
            for (Variable variable : Variable.values()) {
                words[variable.ordinal()] = synapses.of(variable, s);
            }
            accumulator[s] = learning.accumulator(words, synapses.decimated);
            weight[s] = LavaDoubles.weight(accumulator[s], random);
        }
        ObjectNode out = Json.object();
        out.set("wAccumulator", Json.of(accumulator));
        out.set("w", Json.of(weight));
        return out;
    }

    private static ObjectNode normative(LearningRule rule, JsonNode in, Synapses synapses) throws BadCaseException {
        Variable target = rule.target();
        LearningFormats formats = LearningFormats.LOIHI;
        int largest = (1 << formats.accumulator().fraction()) - 1;
        int[] draws = target == Variable.W
                ? SynapseFields.integers(in.path("draw"), "in.draw", synapses.count, 0, largest)
                : new int[synapses.count];
        LearningWords words = new LearningWords(1, 1);
        LearningEngine engine = new LearningEngine(words, formats, List.of(rule));
        long[] accumulator = new long[synapses.count];
        int[] moved = new int[synapses.count];
        for (int s = 0; s < synapses.count; s++) {
            int synapse = s;
            for (Variable variable : Variable.values()) {
                words.of(variable)[0] = synapses.of(variable, s);
            }
            engine.run(
                    synapses.decimated ? EVERY_U : ONLY_U0,
                    index -> draws[synapse],
                    (of, index, held) -> accumulator[synapse] = held);
            moved[s] = words.of(target)[0];
        }
        ObjectNode out = Json.object();
        if (target == Variable.W) {
            out.set("wAccumulator", Json.of(accumulator));
        }
        out.set(target.symbol(), Json.of(moved));
        return out;
    }
}
