package org.biograd.kit.generate.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.biograd.kit.cases.Json;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.Flag;
import org.biograd.kit.generate.Generator;
import org.biograd.kit.generate.ProfileChange;
import org.biograd.kit.generate.Question;
import org.biograd.kit.generate.RandomProfiles;
import org.biograd.kit.network.SampleOperation;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.Profile;

/** {@code network.sample}. */
public final class SampleCases implements Generator {

    private static final String[] SOMA = {
        "SYN-1", "SOMA-1", "SOMA-2", "SOMA-3", "SOMA-4", "GATE-1", "OBS-1", "OBS-2", "NET-1"
    };
    private static final String[] ALL = {
        "NET-1", "NET-2", "NET-3", "LEARN-1", "LEARN-3", "ERR-1", "ERR-4", "ERR-5", "ERR-7", "OBS-1"
    };

    @Override
    public List<Question> directed() {
        List<Question> all = new ArrayList<>();
        neurons(all);
        errors(all);
        networks(all);
        return all;
    }

    /** One input, one neuron: the weight, the bias and the spikes are all there is. */
    private static void neurons(List<Question> all) {
        int[][] on = {{1}, {1}, {1}, {1}, {1}};
        int[][] once = {{1}, {0}, {0}, {0}, {0}};
        all.add(neuron(ProfileChange.small("soma.keep", "4096"), 4, 0, on)
                .flags(Flag.THRESHOLD, Flag.RESET)
                .comment("v reaches the threshold of 8 exactly and does not spike; the next step does, and "
                        + "resets to 0"));
        all.add(neuron(ProfileChange.small("soma.keep", "4096"), 31, 0, on)
                .flags(Flag.RESET)
                .comment("the whole voltage is lost with a spike, not the threshold alone"));
        all.add(neuron(ProfileChange.small(), -5, 0, once)
                .flags(Flag.DECAY, Flag.SIGN)
                .comment("-5, -2, -1, 0: a voltage decays toward zero"));
        all.add(neuron(ProfileChange.small("soma.keep", "4095"), -1, 0, once)
                .flags(Flag.DECAY, Flag.SMALL)
                .comment("-1 decays to 0"));
        all.add(neuron(ProfileChange.small("soma.keep", "0"), 7, 0, on)
                .flags(Flag.STATE)
                .comment("nothing is kept"));
        all.add(neuron(ProfileChange.small(), 0, 3, once).flags(Flag.BIAS).comment("the bias acts in every step"));
        all.add(neuron(ProfileChange.small(), -31, 31, on)
                .flags(Flag.BIAS, Flag.SIGN)
                .comment("weight and bias cancel"));
        all.add(neuron(ProfileChange.small("weight.shift", "5"), 16, 0, on)
                .flags(Flag.WRAP, Flag.EDGE)
                .comment("u = 2^9 wraps to -2^9 in 10 bits"));
        all.add(neuron(ProfileChange.small("weight.shift", "8"), 31, 31, on)
                .flags(Flag.WRAP)
                .comment("u wraps several times"));
        all.add(neuron(
                        ProfileChange.small("weight.shift", "3", "soma.keep", "4096", "soma.threshold", "126"),
                        31,
                        0,
                        on)
                .flags(Flag.SATURATION)
                .comment("v saturates at 127"));
        all.add(neuron(ProfileChange.small("weight.shift", "3", "soma.keep", "4096"), -31, 0, on)
                .flags(Flag.SATURATION, Flag.ASYMMETRY)
                .comment("v saturates at -127, not at -128"));
        all.add(neuron(ProfileChange.small("soma.keep", "4096", "soma.window", "4"), 4, 0, on)
                .flags(Flag.THRESHOLD)
                .comment("the gate is shut where v is exactly the window away"));
        all.add(neuron(ProfileChange.small("soma.window", "0"), 8, 0, on)
                .flags(Flag.THRESHOLD)
                .comment("a window of 0 never opens"));
        all.add(neuron(ProfileChange.small("soma.threshold", "0"), 1, 0, once)
                .flags(Flag.THRESHOLD, Flag.SMALL)
                .comment("a threshold of 0"));
    }

    private static Question neuron(Profile profile, int w, int b, int[][] x) {
        Question question = Networks.question(profile, new int[] {1, 1}, SOMA);
        question.in("w", Json.array().add(Json.of(new int[][] {{w}, {b}})))
                .in("B", Json.array())
                .in("x", Json.of(x));
        question.in().put("label", 0);
        question.in().put("sample", 0);
        return question;
    }

    private static void errors(List<Question> all) {
        for (String function : new String[] {"SOFTMAX", "DIFFERENCE"}) {
            String clause = function.equals("SOFTMAX") ? "ERR-2" : "ERR-3";
            for (int label = 0; label < 2; label++) {
                Question question = Networks.question(
                        ProfileChange.small("error.function", function, "time.softStart", "1"),
                        new int[] {1, 2},
                        "ERR-1",
                        clause,
                        "ERR-4",
                        "ERR-5",
                        "NET-2");
                question.in("w", Json.array().add(Json.of(new int[][] {{31, 5}, {0, 4}})))
                        .in("B", Json.array())
                        .in("x", Json.of(new int[][] {{1}, {1}, {0}, {1}, {1}}));
                question.in().put("label", label);
                question.in().put("sample", 0);
                all.add(question.flags(Flag.ORDER, Flag.PLAIN)
                        .comment(function + ", label " + label + ": feedback from step 1 on, counts from step 0 on"));
            }
        }
        Question equal = Networks.question(ProfileChange.small(), new int[] {1, 3}, "NET-2", "ERR-1");
        equal.in("w", Json.array().add(Json.of(new int[][] {{5, 31, 31}, {0, 0, 0}})))
                .in("B", Json.array())
                .in("x", Json.of(new int[][] {{1}, {0}, {1}, {0}, {1}}));
        equal.in().put("label", 2);
        equal.in().put("sample", 0);
        all.add(equal.flags(Flag.EQUAL).comment("of equal counts the lowest class is predicted"));
    }

    private static void networks(List<Question> all) {
        int number = 0;
        for (TraceMode mode : TraceMode.values()) {
            all.add(drawn(number++, new int[] {3, 3, 2}, false, "trace.mode", mode.name())
                    .flags(Flag.MODE, Flag.LAYERS)
                    .comment("a hidden layer, " + mode));
            all.add(drawn(
                            number++,
                            new int[] {2, 2, 2},
                            false,
                            "trace.mode",
                            mode.name(),
                            "trace.rounding",
                            "STOCHASTIC",
                            "error.rounding",
                            "STOCHASTIC",
                            "update.rounding",
                            "STOCHASTIC")
                    .flags(Flag.MODE, Flag.DRAW)
                    .comment("every rounding drawn, " + mode));
        }
        all.add(drawn(number++, new int[] {3, 2, 3, 2}, false)
                .flags(Flag.LAYERS, Flag.ORDER)
                .comment("two hidden layers; a spike passes all layers in one step"));
        all.add(drawn(
                        number++,
                        new int[] {3, 2, 3, 2},
                        false,
                        "feedback.path",
                        "LAYERWISE",
                        "error.rounding",
                        "STOCHASTIC")
                .flags(Flag.LAYERS, Flag.ORDER, Flag.DRAW)
                .comment("two hidden layers, fed back layer by layer"));
        all.add(drawn(
                        number++,
                        new int[] {2, 2, 2},
                        false,
                        "feedback.path",
                        "LAYERWISE",
                        "feedback.pathShift",
                        "0",
                        "error.learningBits",
                        "3")
                .flags(Flag.LAYERS, Flag.SATURATION)
                .comment("fed back layer by layer without a shift, saturating"));
        all.add(drawn(number++, new int[] {4, 3, 2}, true)
                .flags(Flag.PLAIN)
                .comment("intensities of 0, 127, 128 and 255 and the draws that code them"));
        all.add(drawn(number++, new int[] {4, 2}, true, "time.steps", "6")
                .flags(Flag.EDGE)
                .comment("rate coding without a hidden layer"));
        all.add(drawn(number++, new int[] {2, 2, 2}, false, "time.steps", "1")
                .flags(Flag.SMALL, Flag.ORDER)
                .comment("one step"));
        all.add(drawn(number++, new int[] {2, 2, 2}, false, "time.softStart", "4")
                .flags(Flag.ORDER)
                .comment("feedback in the last step alone"));
        all.add(drawn(number++, new int[] {2, 2, 2}, false, "update.halveEvery", "1")
                .flags(Flag.HALVING)
                .comment("rates halved after every sample"));
        all.add(drawn(number++, new int[] {2, 2, 2}, false, "error.dendriteBits", "2", "error.learningBits", "2")
                .flags(Flag.SATURATION)
                .comment("dendrites and learning errors of 2 bits"));
        all.add(drawn(
                        number++,
                        new int[] {2, 2, 2},
                        false,
                        "trace.bits",
                        "4",
                        "trace.impulse",
                        "15",
                        "eligibility.bits",
                        "4",
                        "eligibility.shift",
                        "0")
                .flags(Flag.SATURATION)
                .comment("traces and eligibilities saturate"));
        all.add(drawn(number++, new int[] {2, 2, 2}, false, "update.accumulatorBits", "10", "update.shift", "0")
                .flags(Flag.SATURATION)
                .comment("accumulators and weights saturate"));
        all.add(drawn(number, new int[] {2, 2, 2}, false, "update.batch", "4")
                .flags(Flag.BATCH)
                .comment("the only sample of its batch"));
    }

    private static Question drawn(int number, int[] sizes, boolean coded, String... changes) {
        Profile profile = ProfileChange.small(changes);
        return full(profile, sizes, coded, false, new Dice(0, "sample", number));
    }

    private static Question full(Profile profile, int[] sizes, boolean coded, boolean strong, Dice dice) {
        List<String> clauses = new ArrayList<>(Arrays.asList(ALL));
        clauses.add(profile.trace().mode() == TraceMode.PRE_ONLY ? "ELIG-1" : "ELIG-2");
        clauses.add("ELIG-3");
        if (profile.trace().mode() != TraceMode.PRE_ONLY) {
            clauses.add("ELIG-4");
        }
        if (sizes.length > 2) {
            boolean direct = profile.feedback().path() == FeedbackPath.DIRECT;
            clauses.addAll(direct ? List.of("ERR-6") : List.of("ERR-8", "ERR-9"));
        }
        if (coded) {
            clauses.add("CODE-1");
        }
        if (profile.update().halveEvery() > 0) {
            clauses.add("LEARN-2");
        }
        Question question = Networks.question(profile, sizes, clauses.toArray(String[]::new));
        Networks.weights(question, profile, sizes, strong, dice);
        Networks.sample(question, profile, sizes, coded, dice);
        return question;
    }

    @Override
    public Question random(Dice dice, Profile profile) {
        int[] sizes = Networks.sizes(dice);
        boolean coded = dice.oneIn(3);
        if (Life.mayBeIdle(dice)) {
            return full(profile == null ? RandomProfiles.of(dice) : profile, sizes, coded, false, dice)
                    .flags(Flag.RANDOM);
        }
        return Life.first(
                        () -> full(
                                profile == null ? RandomProfiles.live(dice) : profile,
                                sizes,
                                coded,
                                !dice.oneIn(4),
                                dice),
                        new SampleOperation(),
                        Life::learns)
                .flags(Flag.RANDOM);
    }
}
