package org.biograd.study.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.biograd.data.Samples;
import org.biograd.data.TrainingAndTest;
import org.biograd.fixedpoint.Digest;
import org.biograd.fixedpoint.rule.Rules;
import org.biograd.fixedpoint.rule.frame.Coding;
import org.biograd.fixedpoint.rule.frame.LearningRule;
import org.biograd.fixedpoint.rule.frame.RuleNetwork;
import org.biograd.fixedpoint.rule.frame.RuleObserver;
import org.biograd.fixedpoint.rule.frame.RuleSettings;
import org.biograd.fixedpoint.run.InputSource;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;

/** One training of one rule. */
final class RuleTrial {

    /** So many training samples are shown once more at the end, for the count of operations. */
    static final int WATCHED = 50;

    private final TrialKey key;
    private final CompareSettings settings;
    private final Profile profile;
    private final RuleNetwork network;
    private final Samples samples;
    private final Samples heldOut;
    private final Samples test;
    private final Coding coding;

    /**
     * A training that has not begun.
     *
     * @throws IllegalArgumentException where the rule cannot drive such a network, or cannot hear such samples
     */
    RuleTrial(TrialKey key, CompareSettings settings, TrainingAndTest data) {
        this.key = key;
        this.settings = settings;
        LearningRule rule = Rules.named(key.rule());
        this.profile = profile(rule, key.weightBits(), settings.profile());
        Shape shape = Shape.of(
                data.training().inputs(), settings.hidden(), data.training().classes());
        RuleSettings standard = RuleSettings.of(rule.parameters(), Map.of());
        this.network = rule.open(shape, profile, standard, key.seed());
        this.coding = network.card().coding();
        int learned = data.training().size() - settings.validation();
        this.samples = data.training().slice(0, learned);
        this.heldOut = data.training().slice(learned, data.training().size());
        this.test = data.test();
    }

    static Profile profile(LearningRule rule, int weightBits, Profile profile) {
        Profile own = RuleInputs.profile(rule, profile);
        return weightBits == own.weight().bits() ? own : RuleInputs.wideWeights(own);
    }

    /** How many samples it learns. */
    long length() {
        return (long) settings.epochs() * samples.size();
    }

    /**
     * Trains and tests.
     *
     * @param inputs fingerprint of all that it depends on
     * @param learned hears of each sample
     */
    TrialResult run(String inputs, Runnable learned) {
        InputSource source = RuleInputs.source(samples, coding, profile, key.seed());
        SpikeTrain input =
                new SpikeTrain(network.shape().inputs(), profile.time().steps());
        Schedule schedule = new Schedule(profile, key.seed(), samples.size(), settings.epochs());
        List<Integer> curve = new ArrayList<>();
        while (schedule.hasNext()) {
            Schedule.Task task = schedule.next();
            if (task instanceof Schedule.Sleep sleep) {
                network.sleep(sleep.number());
                continue;
            }
            Schedule.Batch batch = (Schedule.Batch) task;
            for (int b = 0; b < batch.indices().length; b++) {
                int index = batch.indices()[b];
                source.training(batch.firstSample() + b, index, input);
                network.learn(batch.firstSample() + b, input, samples.labels()[index], RuleObserver.NONE);
                learned.run();
            }
            network.update(RuleObserver.NONE);
            if (batch.endsEpoch()) {
                curve.add(right(heldOut));
            }
        }
        Map<String, Long> saturations = saturations();
        int tested = right(test);
        String digest = Digest.of(network);
        return new TrialResult(
                inputs,
                key.rule(),
                key.weightBits(),
                key.seed(),
                curve,
                heldOut.size(),
                tested,
                test.size(),
                digest,
                Math.min(WATCHED, samples.size()),
                operations(source, input),
                saturations);
    }

    private int right(Samples some) {
        if (some.size() == 0) {
            return 0;
        }
        InputSource source = RuleInputs.source(some, coding, profile, key.seed());
        SpikeTrain input =
                new SpikeTrain(network.shape().inputs(), profile.time().steps());
        int right = 0;
        for (int i = 0; i < some.size(); i++) {
            source.test(i, input);
            right += network.predict(input) == some.labels()[i] ? 1 : 0;
        }
        return right;
    }

    private Map<String, Long> saturations() {
        Map<String, Long> all = new TreeMap<>();
        for (Signal signal : Signal.values()) {
            if (network.events().count(signal) > 0) {
                all.put(signal.symbol(), network.events().count(signal));
            }
        }
        for (int l = 1; l <= network.shape().layers(); l++) {
            network.state(l).saturations().forEach((word, count) -> all.merge(word, count, Long::sum));
        }
        return all;
    }

    /** The first samples once more, learned by a copy. */
    private List<TrialResult.OperationRow> operations(InputSource source, SpikeTrain input) {
        RuleNetwork copy = network.copy();
        for (int i = 0; i < Math.min(WATCHED, samples.size()); i++) {
            long number = length() + i;
            source.training(number, i, input);
            copy.learn(number, input, samples.labels()[i], RuleObserver.NONE);
            copy.update(RuleObserver.NONE);
        }
        List<TrialResult.OperationRow> rows = new ArrayList<>();
        copy.operations()
                .counts()
                .forEach((operation, count) -> rows.add(new TrialResult.OperationRow(
                        operation.kind().name().toLowerCase(Locale.ROOT),
                        operation.bits(),
                        operation.otherBits(),
                        count.done(),
                        count.dense())));
        return rows;
    }
}
