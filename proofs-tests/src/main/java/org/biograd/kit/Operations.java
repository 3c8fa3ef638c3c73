package org.biograd.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeSet;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Case;
import org.biograd.kit.cases.Operation;
import org.biograd.kit.cases.Text;
import org.biograd.kit.chip.CompartmentOperation;
import org.biograd.kit.chip.ProductSeriesOperation;
import org.biograd.kit.chip.RuleReadOperation;
import org.biograd.kit.chip.TraceOperation;
import org.biograd.kit.chip.WeightOperation;
import org.biograd.kit.file.BinningOperation;
import org.biograd.kit.file.ModelOperation;
import org.biograd.kit.file.ProfileOperation;
import org.biograd.kit.layer.DendriteOperation;
import org.biograd.kit.layer.EligibilityOperation;
import org.biograd.kit.layer.ErrorNeuronOperation;
import org.biograd.kit.layer.GateOperation;
import org.biograd.kit.layer.OutputErrorOperation;
import org.biograd.kit.layer.SleepUpdateOperation;
import org.biograd.kit.layer.WeightUpdateOperation;
import org.biograd.kit.network.SampleOperation;
import org.biograd.kit.network.SleepNetworkOperation;
import org.biograd.kit.network.StartOperation;
import org.biograd.kit.network.TestOperation;
import org.biograd.kit.network.TrainingOperation;
import org.biograd.kit.reference.LayerOperation;
import org.biograd.kit.reference.NetworkOperation;
import org.biograd.kit.reference.SleepOperation;
import org.biograd.kit.rule.RuleSampleOperation;
import org.biograd.kit.word.DrawOperation;
import org.biograd.kit.word.PhiloxOperation;
import org.biograd.kit.word.ShiftOperation;
import org.biograd.kit.word.WordOperation;

/** The operations by name. */
final class Operations {

    private static final Map<String, Operation> ALL = Map.ofEntries(
            Map.entry("data.bin", new BinningOperation()),
            Map.entry("decay", WordOperation.DECAY),
            Map.entry("dendrite.run", new DendriteOperation()),
            Map.entry("eligibility.run", new EligibilityOperation()),
            Map.entry("errorNeuron.run", new ErrorNeuronOperation()),
            Map.entry("gate", new GateOperation()),
            Map.entry("learning.productSeries", new ProductSeriesOperation()),
            Map.entry("lif.run", new CompartmentOperation()),
            Map.entry("model.read", new ModelOperation()),
            Map.entry("network.sample", new SampleOperation()),
            Map.entry("network.sleep", new SleepNetworkOperation()),
            Map.entry("network.start", new StartOperation()),
            Map.entry("network.test", new TestOperation()),
            Map.entry("profile.read", new ProfileOperation()),
            Map.entry("random.draw", new DrawOperation()),
            Map.entry("random.philox", new PhiloxOperation()),
            Map.entry("reference.layer", new LayerOperation()),
            Map.entry("reference.network", new NetworkOperation()),
            Map.entry("reference.sleep", new SleepOperation()),
            Map.entry("round.shift", new ShiftOperation()),
            Map.entry("rule.bptt.sample", new RuleSampleOperation("bptt")),
            Map.entry("rule.desire.sample", new RuleSampleOperation("desire")),
            Map.entry("rule.desire-hard.sample", new RuleSampleOperation("desire-hard")),
            Map.entry("rule.ide.sample", new RuleSampleOperation("ide")),
            Map.entry("rule.ottt-a.sample", new RuleSampleOperation("ottt-a")),
            Map.entry("rule.ottt-a-soft.sample", new RuleSampleOperation("ottt-a-soft")),
            Map.entry("rule.ottt-o.sample", new RuleSampleOperation("ottt-o")),
            Map.entry("rule.read", new RuleReadOperation()),
            Map.entry("rule.spide.sample", new RuleSampleOperation("spide")),
            Map.entry("rule.ttfs.sample", new RuleSampleOperation("ttfs")),
            Map.entry("sleep.update", new SleepUpdateOperation()),
            Map.entry("softmax.integer", new OutputErrorOperation()),
            Map.entry("synapse.weight", new WeightOperation()),
            Map.entry("trace.step", new TraceOperation()),
            Map.entry("training.digest", new TrainingOperation()),
            Map.entry("weight.update", new WeightUpdateOperation()),
            Map.entry("word.saturate", WordOperation.SATURATE),
            Map.entry("word.wrap", WordOperation.WRAP));

    private Operations() {}

    /** Computes {@code out} of a case. */
    static ObjectNode answer(Case question) throws BadCaseException {
        return answer(question.op(), question.params(), question.in());
    }

    /** Computes {@code out}. */
    static ObjectNode answer(String op, JsonNode params, JsonNode in) throws BadCaseException {
        Operation operation = ALL.get(op);
        if (operation == null) {
            throw BadCaseException.field(
                    "op",
                    "\"" + Text.shorten(op) + "\" is not answered here; "
                            + String.join(", ", new TreeSet<>(ALL.keySet())) + " are");
        }
        ObjectNode out = operation.answer(params, in);
        requireFinite(out, "out");
        return out;
    }

    // Numbers near the limit of doubles may overflow on the way; JSON has no infinity.
    private static void requireFinite(JsonNode node, String path) throws BadCaseException {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                JsonNode value = node.get(i);
                if (!value.isNumber() || value.isDouble() && !Double.isFinite(value.doubleValue())) {
                    requireFinite(value, path + "[" + i + "]");
                }
            }
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                requireFinite(field.getValue(), path + "." + field.getKey());
            }
        } else if (node.isDouble() && !Double.isFinite(node.doubleValue())) {
            throw BadCaseException.field(
                    path, "would be " + node.doubleValue() + "; smaller numbers in params and in are needed");
        }
    }
}
