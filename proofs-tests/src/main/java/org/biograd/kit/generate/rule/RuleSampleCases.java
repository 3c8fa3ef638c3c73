package org.biograd.kit.generate.rule;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.biograd.fixedpoint.rule.Rules;
import org.biograd.fixedpoint.rule.frame.LearningRule;
import org.biograd.fixedpoint.rule.frame.RuleParameter;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.Flag;
import org.biograd.kit.generate.Generator;
import org.biograd.kit.generate.ProfileChange;
import org.biograd.kit.generate.Question;
import org.biograd.kit.generate.RandomProfiles;
import org.biograd.kit.rule.RuleSampleOperation;
import org.biograd.spec.profile.Profile;

/** {@code rule.NAME.sample}: networks that learn, one in ten as it comes. */
public final class RuleSampleCases implements Generator {

    private static final int IDLE_EVERY = 10;
    private static final int TRIALS = 120;

    private final RuleQuestions questions;
    private List<Question> directed;

    /** Cases of a rule. */
    public RuleSampleCases(String rule) {
        this.questions = new RuleQuestions(rule);
    }

    /** What the operation is called. */
    public String operation() {
        return RuleSampleOperation.nameOf(questions.rule());
    }

    @Override
    public synchronized List<Question> directed() {
        if (directed == null) {
            RuleEdges edges = new RuleEdges(questions);
            directed = questions.fires() || questions.recurs()
                    ? new PotentialRuleEdges(edges, questions).all()
                    : new SpikingRuleEdges(edges, questions.rule()).all();
        }
        return directed;
    }

    @Override
    public Question random(Dice dice, Profile profile) {
        boolean idle = dice.oneIn(IDLE_EVERY);
        return questions
                .first(() -> draw(dice, profile), TRIALS, out -> idle || RuleQuestions.learns(out))
                .flags(Flag.RANDOM);
    }

    private Question draw(Dice dice, Profile given) {
        Profile profile = given == null ? fitted(RandomProfiles.live(dice), dice) : of(given);
        Map<String, Integer> settings = given == null ? settings(dice, profile) : standard();
        int[] sizes = new int[questions.recurs() ? 3 : dice.between(2, dice.oneIn(6) ? 5 : 4)];
        for (int l = 0; l < sizes.length; l++) {
            sizes[l] = dice.between(1, l == 0 ? 4 : 3);
        }
        return questions.drawn(profile, settings, sizes, !dice.oneIn(4), dice);
    }

    /** A drawn profile as the rule can run it, on the scale of its weights. */
    private Profile fitted(Profile drawn, Dice dice) {
        Profile profile = drawn;
        if (questions.rule().equals("ottt-o")) {
            profile = ProfileChange.of(profile, "update.batch", 1);
        }
        if (questions.fires() || questions.recurs()) {
            profile = ProfileChange.of(profile, "error.function", "SOFTMAX", "time.softStart", 0);
        }
        if (!questions.recurs()) {
            return profile;
        }
        long drive =
                ((1L << profile.weight().bits() - 1) - 1) << profile.weight().shift();
        int threshold = (int) Math.min(1 << 26, Long.highestOneBit(Math.max(1, drive / dice.between(1, 3))));
        int bits = Long.SIZE - Long.numberOfLeadingZeros(4L * threshold) + 1;
        return ProfileChange.of(
                profile, "soma.voltageBits", Math.max(profile.soma().voltageBits(), bits), "soma.threshold", threshold);
    }

    /** A given profile with the values that RULE-3 has of the rule, its threshold a power of two where need be. */
    private Profile of(Profile given) {
        Profile profile = given;
        for (Map.Entry<String, String> own : new TreeMap<>(rule().profile()).entrySet()) {
            profile = ProfileChange.of(profile, own.getKey(), own.getValue());
        }
        if (questions.rule().equals("ottt-o")) {
            profile = ProfileChange.of(profile, "update.batch", 1);
        }
        if (questions.fires() || questions.recurs()) {
            profile = ProfileChange.of(profile, "error.function", "SOFTMAX");
        }
        int threshold = Integer.highestOneBit(Math.max(1, profile.soma().threshold()));
        return questions.recurs() ? ProfileChange.of(profile, "soma.threshold", threshold) : profile;
    }

    private LearningRule rule() {
        return Rules.named(questions.rule());
    }

    private Map<String, Integer> standard() {
        Map<String, Integer> settings = new TreeMap<>();
        for (RuleParameter parameter : rule().parameters()) {
            settings.put(parameter.key(), parameter.standard());
        }
        return settings;
    }

    /** Settings that let something through. */
    private Map<String, Integer> settings(Dice dice, Profile profile) {
        Map<String, Integer> settings = standard();
        int wide = Math.max(0, profile.weight().bits() + profile.weight().shift() - 2 - dice.below(6));
        int path = Math.min(32, wide);
        int steps = profile.time().steps();
        int window = dice.between(1, 20);
        settings.replace("neuron.soft", questions.rule().equals("bptt") ? 0 : dice.below(2));
        settings.replace("path.shift", path);
        settings.replace("error.shift", dice.below(questions.rule().equals("bptt") ? 6 : 3));
        settings.replace("sum.bits", dice.between(6, 15));
        settings.replace("error.bits", dice.between(5, questions.fires() ? 13 : 16));
        settings.replace("desire.margin", dice.below(steps));
        settings.replace("desire.output", dice.below(2));
        settings.replace("desire.hidden", dice.below(1 << Math.min(20, wide)));
        settings.replace("ttfs.window", window);
        settings.replace("ttfs.slope", Math.min(30, profile.weight().shift() + dice.below(8)));
        settings.replace("ttfs.bias", dice.between(1, Math.min(window, steps)));
        settings.replace("readout.shift", Math.max(0, wide + dice.between(-1, 2)));
        settings.replace("phase.steps", dice.between(1, 12));
        settings.replace("gradient.shift", Math.min(32, dice.below(1 + wide)));
        settings.replace("gradient.bits", dice.between(6, 19));
        settings.replace("recurrent.bound", dice.oneIn(4) ? dice.below(256) : dice.between(128, 255));
        settings.replace("recurrent.spread", dice.below(3));
        return settings;
    }
}
