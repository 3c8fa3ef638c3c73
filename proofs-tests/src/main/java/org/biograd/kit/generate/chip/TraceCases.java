package org.biograd.kit.generate.chip;

import java.util.ArrayList;
import java.util.List;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.Draw;
import org.biograd.kit.generate.Flag;
import org.biograd.kit.generate.Generator;
import org.biograd.kit.generate.Question;
import org.biograd.spec.profile.Profile;

/** {@code trace.step}. */
public final class TraceCases implements Generator {

    private static final int VALUES = 8;
    private static final int LARGEST = 127;

    @Override
    public List<Question> directed() {
        List<Question> all = new ArrayList<>();
        for (int keep : new int[] {0, 1, 2048, 3686, 4095, 4096}) {
            for (int x : new int[] {0, 1, 63, 126, 127}) {
                int remainder = x * keep & 4095;
                long[] draws = {0, Math.max(0, remainder - 1), remainder, Math.min(4095, remainder + 1), 4095};
                all.add(question(keep, 16, 0, new long[] {x, x, x, x, x}, draws, null)
                        .flags(Flag.DRAW, x == LARGEST ? Flag.SATURATION : Flag.PLAIN)
                        .comment("draws next to the remainder, x = " + x + ", keep = " + keep));
            }
        }
        for (int fraction : new int[] {1, 128, 255}) {
            long[] draws = {0, fraction - 1, fraction, Math.min(255, fraction + 1), 255};
            all.add(question(4096, 16, fraction, new long[] {0, 5, 110, 111, 127}, new long[5], draws)
                    .flags(Flag.DRAW, Flag.SATURATION)
                    .comment("an impulse of 16 + " + fraction + "/256"));
        }
        all.add(question(4096, 127, 255, new long[] {0, 127}, new long[2], new long[2])
                .flags(Flag.SATURATION, Flag.EDGE)
                .comment("the largest impulse"));
        all.add(question(4096, 0, 0, new long[] {0, 127}, new long[2], null)
                .flags(Flag.SMALL)
                .comment("no impulse"));
        all.add(lava(10, 16, 128, 0.5, 127, 5, 127, 0, 1)
                .flags(Flag.VARIANT)
                .comment("as Lava has it: one random number for all decays, one for all impulses"));
        all.add(lava(1, 0, 256, 0, 0, 0, 1, 64, 127)
                .flags(Flag.VARIANT, Flag.EDGE)
                .comment("as Lava has it: a fraction of 256"));
        all.add(lava(1000, 127, 0, 0.999, 126, 0, 1, 64, 127)
                .flags(Flag.VARIANT, Flag.SATURATION)
                .comment("as Lava has it: the largest impulse"));
        return all;
    }

    /** ENG-12. */
    private static Question lava(
            double tau, int impulse, int fraction, double randomDecay, int randomImpulse, long... x) {
        Question question = Question.of("ENG-12")
                .param("emulator", "lava")
                .param("impulseInt", impulse)
                .param("impulseFrac", fraction)
                .in("x", x);
        question.params().put("tau", tau);
        question.in().put("randomDecay", randomDecay);
        question.in().put("randomImpulse", randomImpulse);
        return question;
    }

    private static Question question(
            int keep, int impulse, int fraction, long[] x, long[] drawDecay, long[] drawImpulse) {
        Question question = Question.of("ENG-3")
                .param("keep", keep)
                .param("impulseInt", impulse)
                .in("x", x)
                .in("drawDecay", drawDecay);
        return fraction == 0
                ? question
                : question.param("impulseFrac", fraction).in("drawImpulse", drawImpulse);
    }

    @Override
    public Question random(Dice dice, Profile profile) {
        if (dice.emulator(6, "lava") != null) {
            long[] x = new long[VALUES];
            for (int j = 0; j < VALUES; j++) {
                x[j] = dice.size(LARGEST);
            }
            return lava(
                            dice.between(1, 200),
                            (int) dice.size(LARGEST),
                            dice.between(0, 256),
                            dice.below(1 << 20) / (double) (1 << 20),
                            dice.below(128),
                            x)
                    .flags(Flag.RANDOM);
        }
        int keep = profile == null ? (int) dice.size(4096) : profile.trace().keep();
        int impulse = profile == null
                ? (int) dice.size(LARGEST)
                : Math.min(LARGEST, profile.trace().impulse());
        int fraction = dice.oneIn(2) ? 0 : dice.between(0, 255);
        long[] x = new long[VALUES];
        long[] drawDecay = new long[VALUES];
        for (int j = 0; j < VALUES; j++) {
            x[j] = dice.size(LARGEST);
            long remainder = x[j] * keep & 4095;
            drawDecay[j] =
                    dice.oneIn(2) ? dice.below(4096) : Math.max(0, Math.min(4095, remainder + dice.between(-1, 1)));
        }
        return question(keep, impulse, fraction, x, drawDecay, Draw.draws(dice, VALUES, 8))
                .flags(Flag.RANDOM);
    }
}
