package org.biograd.kit.generate.layer;

import java.util.ArrayList;
import java.util.List;
import org.biograd.kit.cases.Json;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.Draw;
import org.biograd.kit.generate.Flag;
import org.biograd.kit.generate.Generator;
import org.biograd.kit.generate.Question;
import org.biograd.kit.generate.RandomProfiles;
import org.biograd.kit.layer.WeightUpdateOperation;
import org.biograd.spec.Rounding;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.UpdateParameters;

/** {@code weight.update}. */
public final class WeightUpdateCases implements Generator {

    private static final int Q_BITS = 8;
    private static final int E_BITS = 9;

    @Override
    public List<Question> directed() {
        List<Question> all = new ArrayList<>();
        int[][] w = {{5, -5, 0}, {127, -127, 1}};
        int[][] e = {{1, -1, 255}, {200, -255, 3}};
        for (Rounding mode : Rounding.values()) {
            all.add(one(mode, 3, 4, 8, 16, w, new int[] {10, -3, 1}, e)
                    .flags(Flag.PLAIN, Flag.SIGN)
                    .comment(mode + ": both signs"));
            all.add(one(mode, 1, 0, 8, 16, w, new int[] {127, 127, -127}, e)
                    .flags(Flag.SATURATION, Flag.EDGE)
                    .comment(mode + ": accumulators and weights saturate"));
            all.add(one(mode, 5, 3, 0, 8, w, new int[] {1, -1, 1}, e)
                    .flags(Flag.NO_SHIFT)
                    .comment(mode + ": accumulators without fraction"));
            all.add(one(mode, 1, 1, 1, 9, w, new int[] {1, 1, 1}, new int[][] {{1, -1, 3}, {2, -2, -3}})
                    .flags(Flag.TIE, Flag.SIGN)
                    .comment(mode + ": products of -1 and halves of weights"));
            all.add(one(mode, 65_535, 62, 8, 62, w, new int[] {127, -127, 0}, e)
                    .flags(Flag.WIDE_SHIFT, Flag.SIGN)
                    .comment(mode + ": a shift by 62 leaves 0 or -1"));
            all.add(one(mode, 7, 2, 32, 62, w, new int[] {127, -127, 1}, e)
                    .flags(Flag.WIDE)
                    .comment(mode + ": accumulators of 62 bits"));
        }
        all.add(one(Rounding.STOCHASTIC, 0, 0, 8, 16, w, new int[] {127, -127, 1}, e)
                .flags(Flag.NO_CHANGE)
                .comment("a rate of 0 moves nothing"));
        all.add(one(Rounding.STOCHASTIC, 3, 0, 8, 16, w, new int[] {0, 0, 0}, e)
                .flags(Flag.NO_CHANGE)
                .comment("no error moves nothing"));
        all.add(one(Rounding.AWAY_FROM_ZERO, 3, 12, 8, 16, w, new int[] {1, 1, 1}, new int[][] {{1, 2, 3}, {4, 5, 6}})
                .flags(Flag.NO_CHANGE)
                .comment("products of 0 move nothing, however the rest is rounded"));
        for (int[] halving : new int[][] {
            {0, 1_000_000, 0}, {10, 9, 0}, {10, 10, 1}, {10, 19, 1}, {10, 20, 2}, {1, 5, 5}, {1, Integer.MAX_VALUE, 62}
        }) {
            Question question = one(Rounding.FLOOR, 9, 2, 8, 16, w, new int[] {100, -100, 77}, e)
                    .flags(Flag.HALVING)
                    .comment("halved " + halving[2] + " times at sample " + halving[1]
                            + (halving[0] == 0 ? ", never" : ", every " + halving[0]));
            question.params().put("update.halveEvery", halving[0]);
            question.in().put("sample", halving[1]);
            all.add(question);
        }
        Question batch = question(
                update(3, 4, 16, 8, Rounding.FLOOR, 0),
                8,
                Q_BITS,
                E_BITS,
                w,
                new int[][] {{1, 1, 1}, {1, 0, -1}, {-2, 3, 5}},
                new int[][][] {e, e, {{7, 7, 7}, {-7, -7, -7}}},
                2);
        all.add(batch.flags(Flag.BATCH, Flag.SIGN).comment("three samples are summed before the product is shifted"));
        Question cancel = question(
                update(1, 1, 16, 8, Rounding.AWAY_FROM_ZERO, 0),
                8,
                Q_BITS,
                E_BITS,
                w,
                new int[][] {{1, 1, 1}, {-1, -1, -1}},
                new int[][][] {e, e},
                1);
        all.add(cancel.flags(Flag.BATCH, Flag.NO_CHANGE).comment("two samples that cancel move nothing"));
        return all;
    }

    private static UpdateParameters update(
            int multiplier, int shift, int bits, int fraction, Rounding rounding, int halveEvery) {
        return new UpdateParameters(multiplier, 0, shift, bits, fraction, rounding, 1, halveEvery);
    }

    private static Question one(
            Rounding mode, int multiplier, int shift, int fraction, int bits, int[][] w, int[] q, int[][] e) {
        Question question = question(
                update(multiplier, shift, bits, fraction, mode, 0),
                8,
                Q_BITS,
                E_BITS,
                w,
                new int[][] {q},
                new int[][][] {e},
                0);
        if (mode == Rounding.STOCHASTIC && fraction > 0) {
            question.in("draw", Json.of(Draw.draws(new Dice(0, "update", fraction), w.length, w[0].length, fraction)));
        }
        return question;
    }

    private static Question question(
            UpdateParameters update,
            int weightBits,
            int qBits,
            int eBits,
            int[][] w,
            int[][] q,
            int[][][] e,
            long sample) {
        Question question = Question.of("LEARN-1", "LEARN-2", "LEARN-3")
                .param("weight.bits", weightBits)
                .param("error.learningBits", qBits)
                .param("eligibility.bits", eBits);
        WeightUpdateOperation.UPDATE.write(update, question.params());
        question.in().put("sample", sample);
        return question.in("w", Json.of(w)).in("q", Json.of(q)).in("E", Json.list(e, Json::of));
    }

    /** Products of nearly 62 bits, and shifts that leave one or two of them, or none. */
    private static Question far(Dice dice) {
        int samples = (1 << dice.between(1, 4)) - 1;
        int learning = dice.width(19, 24);
        int eligibility = Math.min(31, 62 - (learning - 1) - 15 + 1 - (32 - Integer.numberOfLeadingZeros(samples)));
        int q = (1 << learning - 1) - 1;
        int e = (1 << eligibility - 1) - 1;
        int[][] errors = new int[samples][2];
        int[][][] tags = new int[samples][1][2];
        for (int b = 0; b < samples; b++) {
            errors[b] = new int[] {q - dice.below(2), dice.below(2) - q};
            tags[b][0] = new int[] {e - dice.below(2), e - dice.below(2)};
        }
        int halved = dice.between(0, 3);
        UpdateParameters update = new UpdateParameters(
                32_767 - dice.below(9), 0, dice.between(56, 62), 62, 8, Rounding.FLOOR, samples, 1);
        int top = (1 << 23) - 1;
        return question(
                update,
                24,
                learning,
                eligibility,
                Draw.words(dice, 1, 2, top),
                errors,
                tags,
                dice.oneIn(2) ? halved : dice.size(20));
    }

    @Override
    public Question random(Dice dice, Profile profile) {
        if (profile == null && dice.oneIn(16)) {
            return far(dice).flags(Flag.RANDOM, Flag.WIDE_SHIFT);
        }
        Profile of = profile == null ? RandomProfiles.of(dice) : profile;
        int samples = of.update().batch() == 1
                ? 1
                : dice.between(1, Math.min(4, of.update().batch()));
        int rows = dice.between(1, 3);
        int post = dice.between(1, 3);
        int fraction = of.update().accumulatorFraction();
        int[][][] e = new int[samples][][];
        for (int b = 0; b < samples; b++) {
            e[b] = Draw.words(dice, rows, post, (1 << of.eligibility().bits() - 1) - 1);
        }
        Question question = question(
                of.update(),
                of.weight().bits(),
                of.error().learningBits(),
                of.eligibility().bits(),
                Draw.words(dice, rows, post, (1 << of.weight().bits() - 1) - 1),
                Draw.words(dice, samples, post, (1 << of.error().learningBits() - 1) - 1),
                e,
                dice.size(20));
        if (of.update().rounding() == Rounding.STOCHASTIC && fraction > 0) {
            question.in("draw", Json.of(Draw.draws(dice, rows, post, fraction)));
        }
        return question.flags(Flag.RANDOM);
    }
}
