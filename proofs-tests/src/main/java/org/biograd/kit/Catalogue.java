package org.biograd.kit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.biograd.kit.generate.Generator;
import org.biograd.kit.generate.chip.CompartmentCases;
import org.biograd.kit.generate.chip.RuleCases;
import org.biograd.kit.generate.chip.RuleTextCases;
import org.biograd.kit.generate.chip.TraceCases;
import org.biograd.kit.generate.chip.WeightCases;
import org.biograd.kit.generate.file.BinningCases;
import org.biograd.kit.generate.file.ModelCases;
import org.biograd.kit.generate.file.ProfileCases;
import org.biograd.kit.generate.layer.DendriteCases;
import org.biograd.kit.generate.layer.EligibilityCases;
import org.biograd.kit.generate.layer.ErrorNeuronCases;
import org.biograd.kit.generate.layer.GateCases;
import org.biograd.kit.generate.layer.OutputErrorCases;
import org.biograd.kit.generate.layer.SleepUpdateCases;
import org.biograd.kit.generate.layer.WeightUpdateCases;
import org.biograd.kit.generate.network.SampleCases;
import org.biograd.kit.generate.network.SleepCases;
import org.biograd.kit.generate.network.StartCases;
import org.biograd.kit.generate.network.TestCases;
import org.biograd.kit.generate.network.TrainingCases;
import org.biograd.kit.generate.rule.RuleSampleCases;
import org.biograd.kit.generate.word.DecayCases;
import org.biograd.kit.generate.word.DrawCases;
import org.biograd.kit.generate.word.PhiloxCases;
import org.biograd.kit.generate.word.ShiftCases;
import org.biograd.kit.generate.word.WordCases;
import org.biograd.kit.rule.RuleSampleOperation;

/** The generators, in the order of the levels. */
public final class Catalogue {

    /**
     * An operation that cases can be made for.
     *
     * @param level 0 words, 1 neurons, 2 synapses and traces, 3 learning, 4 network, 5 training
     * @param generator makes its questions
     */
    public record Entry(int level, Generator generator) {}

    /** The learning rules that have cases of their own; those of BioGrad are {@code network.sample}. */
    private static final List<String> RULES =
            List.of("bptt", "ottt-a", "ottt-o", "ottt-a-soft", "desire", "desire-hard", "ttfs", "spide", "ide");

    private static final Map<String, Entry> ALL = new LinkedHashMap<>();

    static {
        ALL.put("round.shift", new Entry(0, new ShiftCases()));
        ALL.put("word.wrap", new Entry(0, WordCases.wrap()));
        ALL.put("word.saturate", new Entry(0, WordCases.saturate()));
        ALL.put("decay", new Entry(0, new DecayCases()));
        ALL.put("random.philox", new Entry(0, new PhiloxCases()));
        ALL.put("random.draw", new Entry(0, new DrawCases()));
        ALL.put("softmax.integer", new Entry(0, new OutputErrorCases()));
        ALL.put("lif.run", new Entry(1, new CompartmentCases()));
        ALL.put("gate", new Entry(1, new GateCases()));
        ALL.put("errorNeuron.run", new Entry(1, new ErrorNeuronCases()));
        ALL.put("dendrite.run", new Entry(1, new DendriteCases()));
        ALL.put("synapse.weight", new Entry(2, new WeightCases()));
        ALL.put("trace.step", new Entry(2, new TraceCases()));
        ALL.put("eligibility.run", new Entry(2, new EligibilityCases()));
        ALL.put("rule.read", new Entry(3, new RuleTextCases()));
        ALL.put("learning.productSeries", new Entry(3, new RuleCases()));
        ALL.put("weight.update", new Entry(3, new WeightUpdateCases()));
        ALL.put("sleep.update", new Entry(3, new SleepUpdateCases()));
        ALL.put("network.start", new Entry(4, new StartCases()));
        ALL.put("network.sample", new Entry(4, new SampleCases()));
        ALL.put("network.sleep", new Entry(4, new SleepCases()));
        ALL.put("network.test", new Entry(4, new TestCases()));
        ALL.put("profile.read", new Entry(4, new ProfileCases()));
        ALL.put("data.bin", new Entry(4, new BinningCases()));
        for (String rule : RULES) {
            ALL.put(RuleSampleOperation.nameOf(rule), new Entry(4, new RuleSampleCases(rule)));
        }
        ALL.put("model.read", new Entry(5, new ModelCases()));
        ALL.put("training.digest", new Entry(5, new TrainingCases()));
    }

    private Catalogue() {}

    /** All of them, by operation. */
    public static Map<String, Entry> all() {
        return Collections.unmodifiableMap(ALL);
    }
}
