package org.biograd.kit.generate.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.biograd.kit.cases.Json;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.Draw;
import org.biograd.kit.generate.Flag;
import org.biograd.kit.generate.Generator;
import org.biograd.kit.generate.Question;
import org.biograd.kit.generate.RandomProfiles;
import org.biograd.spec.Rounding;
import org.biograd.spec.profile.Profile;

/** {@code sleep.update}. */
public final class SleepUpdateCases implements Generator {

    @Override
    public List<Question> directed() {
        List<Question> all = new ArrayList<>();
        int[][] h = {{3, -2}, {1, 4}};
        int[][] o = {{2, 0, 1}, {1, 5, 0}};
        int[][] b = {{10, -10, 0}, {100, -100, 127}};
        for (Rounding mode : Rounding.values()) {
            all.add(question(mode, 4, 6, 8, h, o, b)
                    .flags(Flag.PLAIN, Flag.SIGN)
                    .comment(mode + ": two trajectories"));
            all.add(question(mode, 24, 0, 8, h, o, b)
                    .flags(Flag.SATURATION, Flag.NO_SHIFT)
                    .comment(mode + ": everything saturates"));
            all.add(question(mode, 0, 1, 8, new int[][] {{1, -1}}, new int[][] {{1, 1, 1}}, b)
                    .flags(Flag.TIE, Flag.SIGN)
                    .comment(mode + ": halves"));
            all.add(question(mode, 24, 32, 24, new int[][] {{4096, -4096}}, new int[][] {{4096, 4095, 1}}, new int[][] {
                        {(1 << 23) - 1, 1 - (1 << 23), 0}, {1, -1, 5}
                    })
                    .flags(Flag.WIDE, Flag.EDGE)
                    .comment(mode + ": the largest counts"));
            all.add(question(mode, 4, 6, 8, h, new int[2][3], b)
                    .flags(Flag.NO_CHANGE)
                    .comment(mode + ": silent outputs change nothing"));
            all.add(question(mode, 4, 10, 8, new int[2][2], o, b)
                    .flags(Flag.DECAY)
                    .comment(mode + ": without noise B decays"));
        }
        all.add(question(Rounding.FLOOR, 0, 0, 8, new int[][] {{2, -3}, {-2, 3}}, new int[][] {{1, 2, 3}, {1, 2, 3}}, b)
                .flags(Flag.BATCH)
                .comment("trajectories whose correlations cancel still decay"));
        return all;
    }

    private static Question question(
            Rounding mode, int hebbShift, int shift, int bits, int[][] h, int[][] o, int[][] b) {
        Question question = Question.of("SLEEP-4")
                .param("sleep.hebbShift", hebbShift)
                .param("sleep.shift", shift)
                .param("sleep.rounding", mode.name())
                .param("feedback.bits", bits)
                .in("H", Json.of(h))
                .in("O", Json.of(o))
                .in("B", Json.of(b));
        if (mode == Rounding.STOCHASTIC && shift > 0) {
            question.in("draw", Json.of(Draw.draws(new Dice(0, "sleep", shift), b.length, b[0].length, shift)));
        }
        return question;
    }

    @Override
    public Question random(Dice dice, Profile profile) {
        Profile of = profile == null ? RandomProfiles.of(dice) : profile;
        int neurons = dice.between(1, 3);
        int outputs = dice.between(1, 3);
        int trajectories = dice.between(1, 4);
        int[][] o = Draw.words(dice, trajectories, outputs, of.sleep().steps());
        for (int[] row : o) {
            Arrays.setAll(row, k -> Math.abs(row[k]));
        }
        Question question = question(
                of.sleep().rounding(),
                of.sleep().hebbShift(),
                of.sleep().shift(),
                of.feedback().bits(),
                Draw.words(dice, trajectories, neurons, of.sleep().steps()),
                o,
                Draw.words(dice, neurons, outputs, (1 << of.feedback().bits() - 1) - 1));
        if (question.in().has("draw")) {
            question.in(
                    "draw",
                    Json.of(Draw.draws(dice, neurons, outputs, of.sleep().shift())));
        }
        return question.flags(Flag.RANDOM);
    }
}
