package org.biograd.kit.generate.network;

import java.util.ArrayList;
import java.util.List;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.Flag;
import org.biograd.kit.generate.Generator;
import org.biograd.kit.generate.ProfileChange;
import org.biograd.kit.generate.Question;
import org.biograd.kit.generate.RandomProfiles;
import org.biograd.kit.network.SleepNetworkOperation;
import org.biograd.spec.Rounding;
import org.biograd.spec.profile.Profile;

/** {@code network.sleep}. */
public final class SleepCases implements Generator {

    private static final String[] CLAUSES = {"SLEEP-1", "SLEEP-2", "SLEEP-3", "SLEEP-4", "OBS-1"};

    @Override
    public List<Question> directed() {
        List<Question> all = new ArrayList<>();
        int number = 0;
        for (Rounding mode : Rounding.values()) {
            all.add(drawn(number++, new int[] {1, 3, 2}, "sleep.rounding", mode.name())
                    .flags(mode == Rounding.STOCHASTIC ? Flag.DRAW : Flag.PLAIN)
                    .comment("one hidden layer, " + mode));
        }
        all.add(drawn(number++, new int[] {1, 2, 3, 2})
                .flags(Flag.LAYERS, Flag.BIAS)
                .comment("two hidden layers: the bias of the layer above is left out, those further up act"));
        all.add(drawn(number++, new int[] {1, 2, 3, 2}, "feedback.path", "LAYERWISE")
                .flags(Flag.LAYERS)
                .comment("two hidden layers, each aligned with the layer above it"));
        all.add(drawn(number++, new int[] {1, 3, 2}, "sleep.trajectories", "4")
                .flags(Flag.FORGET)
                .comment("voltages are forgotten between trajectories"));
        all.add(drawn(number++, new int[] {1, 2, 2}, "sleep.hebbShift", "12", "sleep.shift", "0")
                .flags(Flag.SATURATION, Flag.NO_SHIFT)
                .comment("feedback weights saturate"));
        all.add(drawn(number++, new int[] {1, 2, 2}, "soma.threshold", "126")
                .flags(Flag.NO_CHANGE)
                .comment("silent outputs change nothing"));
        all.add(drawn(number, new int[] {2, 2}).flags(Flag.SMALL).comment("without a hidden layer nothing happens"));
        return all;
    }

    private static Question drawn(int number, int[] sizes, String... changes) {
        return full(ProfileChange.small(changes), sizes, false, new Dice(0, "sleep", number));
    }

    private static Question full(Profile profile, int[] sizes, boolean strong, Dice dice) {
        Question question = Networks.question(profile, sizes, CLAUSES);
        Networks.weights(question, profile, sizes, strong, dice);
        Networks.sleep(question, profile, sizes, dice);
        return question;
    }

    @Override
    public Question random(Dice dice, Profile profile) {
        if (Life.mayBeIdle(dice)) {
            return full(profile == null ? RandomProfiles.of(dice) : profile, Networks.sizes(dice), false, dice)
                    .flags(Flag.RANDOM);
        }
        int[] sizes = Networks.sizes(dice, dice.oneIn(6) ? 5 : dice.between(3, 4));
        Question[] drawn = new Question[1];
        return Life.first(
                        () -> drawn[0] = full(
                                profile == null ? RandomProfiles.live(dice) : profile, sizes, !dice.oneIn(4), dice),
                        new SleepNetworkOperation(),
                        out -> Life.dreams(drawn[0], out))
                .flags(Flag.RANDOM);
    }
}
