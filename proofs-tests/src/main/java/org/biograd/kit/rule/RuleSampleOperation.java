package org.biograd.kit.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.biograd.fixedpoint.rule.Rules;
import org.biograd.fixedpoint.rule.frame.LearningRule;
import org.biograd.fixedpoint.rule.frame.Need;
import org.biograd.fixedpoint.rule.frame.RuleNetwork;
import org.biograd.fixedpoint.rule.frame.RuleParameter;
import org.biograd.fixedpoint.rule.frame.RuleSettings;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.Json;
import org.biograd.kit.cases.Limits;
import org.biograd.kit.cases.Operation;
import org.biograd.kit.layer.Rows;
import org.biograd.kit.network.ProfileFields;
import org.biograd.kit.network.Weights;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.InvalidProfileException;
import org.biograd.spec.profile.Profile;

/** {@code rule.NAME.sample}: one training sample of a learning rule and the update after it, with every signal. */
public final class RuleSampleOperation implements Operation {

    private static final String TIMES = "ttfs";

    private final LearningRule rule;

    /**
     * The operation of a rule.
     *
     * @throws IllegalArgumentException where there is no such rule
     */
    public RuleSampleOperation(String rule) {
        this.rule = Rules.named(rule);
    }

    /** What the operation of a rule is called. */
    public static String nameOf(String rule) {
        return "rule." + rule + ".sample";
    }

    @Override
    public ObjectNode answer(JsonNode params, JsonNode in) throws BadCaseException {
        Profile profile = ProfileFields.startingAtRandom(ProfileFields.read(params));
        RuleSettings settings = settings(params.path("rule"));
        Shape shape = Weights.shape(in);
        requireSmall(profile, settings, shape);
        RuleNetwork network = open(params, in, shape, profile, settings);
        SpikeTrain spikes =
                SpikeTrain.of(Fields.ints(in.path("x"), "in.x", profile.time().steps(), shape.inputs(), 0, 1));
        int label = Fields.integer(in.path("label"), "in.label", 0, shape.outputs() - 1);
        long sample = Fields.word(in.path("sample"), "in.sample", 0, 0xFFFFFFFFL);
        ObjectNode out = Json.object();
        if (rule.name().equals(TIMES)) {
            boolean admitted = spikeOnce(spikes);
            out.put("admitted", admitted);
            if (!admitted) {
                return out;
            }
        }
        int predicted = network.copy().predict(spikes);
        RuleSignals signals = new RuleSignals(rule.name());
        network.learn(sample, spikes, label, signals);
        if (!RuleSignals.isByStep(rule.name(), "w")) {
            for (int l = 1; l <= shape.layers(); l++) {
                signals.observe("G", l, 0, network.gradients(l));
            }
        }
        network.update(signals);
        signals.write(out);
        out.put("predicted", predicted);
        out.set("events", events(network));
        return out;
    }

    private RuleSettings settings(JsonNode node) throws BadCaseException {
        Fields.object(node, "params.rule");
        Map<String, Integer> values = new HashMap<>();
        for (RuleParameter parameter : rule.parameters()) {
            String key = parameter.key();
            values.put(key, Fields.integer(node.path(key), "params.rule." + key, parameter.low(), parameter.high()));
        }
        return RuleSettings.of(rule.parameters(), values);
    }

    private void requireSmall(Profile profile, RuleSettings settings, Shape shape) throws BadCaseException {
        Weights.requireSmall(profile, shape);
        Map<String, Integer> values = settings.values();
        long hidden = shape.size(1);
        long phase = values.getOrDefault("phase.steps", 0) * hidden * hidden;
        long window = 0;
        for (int l = 1; l < shape.layers(); l++) {
            window += (long) values.getOrDefault("ttfs.window", 0) * (shape.size(l) + shape.size(l + 1));
        }
        if (phase > Limits.SIGNALS || window > Limits.SIGNALS) {
            throw BadCaseException.field(
                    "params.rule",
                    (phase > 0 ? phase + " recurrent weights times phase.steps" : window + " neurons times ttfs.window")
                            + "; at most " + Limits.SIGNALS + " are answered");
        }
    }

    private RuleNetwork open(JsonNode params, JsonNode in, Shape shape, Profile profile, RuleSettings settings)
            throws BadCaseException {
        long seed = Fields.word(params.path("seed"), "params.seed", Long.MIN_VALUE, Long.MAX_VALUE);
        RuleNetwork network;
        try {
            network = rule.open(shape, profile, settings, seed);
        } catch (InvalidProfileException e) {
            throw new BadCaseException("field params.profile." + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw BadCaseException.field("params", e.getMessage());
        }
        int most = (1 << profile.weight().bits() - 1) - 1;
        JsonNode w = Fields.array(in.path("w"), "in.w", shape.layers(), "matrix a layer");
        for (int l = 1; l <= shape.layers(); l++) {
            int rows = shape.size(l - 1) + 1;
            read(w.get(l - 1), "in.w[" + (l - 1) + "]", rows, shape.size(l), most, network.weights(l));
        }
        if (network.card().needs().contains(Need.RECURRENT_WEIGHTS)) {
            read(in.path("R"), "in.R", shape.size(1), shape.size(1), most, network.feedback(1));
        }
        network.events().clear();
        return network;
    }

    private static void read(JsonNode node, String path, int rows, int columns, int most, int[] live)
            throws BadCaseException {
        int[] flat = Rows.flat(Fields.ints(node, path, rows, columns, -most, most));
        System.arraycopy(flat, 0, live, 0, live.length);
    }

    private static boolean spikeOnce(SpikeTrain spikes) {
        int[] count = new int[spikes.size()];
        for (int t = 0; t < spikes.steps(); t++) {
            int[] x = spikes.dense(t);
            for (int j = 0; j < count.length; j++) {
                count[j] += x[j];
                if (count[j] > 1) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The events of signals and of words of the rule, by symbol. */
    private static ObjectNode events(RuleNetwork network) {
        Map<String, Long> counts = new TreeMap<>();
        for (Signal signal : Signal.values()) {
            counts.merge(signal.symbol(), network.events().count(signal), Long::sum);
        }
        for (int l = 1; l <= network.shape().layers(); l++) {
            network.state(l).saturations().forEach((word, count) -> counts.merge(word, count, Long::sum));
        }
        ObjectNode events = Json.object();
        counts.forEach((symbol, count) -> {
            if (count > 0) {
                events.put(symbol, count);
            }
        });
        return events;
    }
}
