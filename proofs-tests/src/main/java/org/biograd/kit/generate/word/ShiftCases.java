package org.biograd.kit.generate.word;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.Flag;
import org.biograd.kit.generate.Generator;
import org.biograd.kit.generate.Question;
import org.biograd.kit.word.ShiftOperation;
import org.biograd.spec.Rounding;
import org.biograd.spec.profile.Profile;

/** {@code round.shift}. */
public final class ShiftCases implements Generator {

    private static final int[] SHIFTS = {1, 2, 12, 31, 32, 33, 62};
    private static final int MOST_DRAWN = 32;
    private static final int VALUES = 8;

    @Override
    public List<Question> directed() {
        List<List<Question>> byMode =
                Arrays.stream(Rounding.values()).map(ShiftCases::directed).toList();
        List<Question> all = new ArrayList<>();
        // In turns, so that a few cases meet every mode.
        for (int i = 0; i < byMode.stream().mapToInt(List::size).max().orElseThrow(); i++) {
            for (List<Question> questions : byMode) {
                if (i < questions.size()) {
                    all.add(questions.get(i));
                }
            }
        }
        return all;
    }

    private static List<Question> directed(Rounding mode) {
        List<Question> all = new ArrayList<>();
        all.add(question(mode, 1, new long[] {5, -5}, new long[] {0, 1})
                .flags(Flag.PLAIN, Flag.SIGN)
                .comment("the clause's own example"));
        all.add(question(mode, 2, new long[] {-6, -6, -6, -6}, new long[] {0, 1, 2, 3})
                .flags(Flag.SIGN)
                .comment("the clause's own example"));
        all.add(question(mode, 0, new long[] {0, 1, -1, 7, -7, ShiftOperation.BEYOND - 1}, null)
                .flags(Flag.NO_SHIFT)
                .comment("nothing is lost, and no draw is made"));
        for (int k : SHIFTS) {
            if (mode != Rounding.STOCHASTIC) {
                for (Corner corner : Corner.ofShift(k, ShiftOperation.BEYOND)) {
                    all.add(flagged(question(mode, k, corner.values(), null), corner, k));
                }
            } else if (k <= MOST_DRAWN) {
                for (Corner corner : Corner.ofShift(k, ShiftOperation.BEYOND)) {
                    all.add(flagged(drawn(k, corner.values()), corner, k).flags(Flag.DRAW));
                }
            }
        }
        return all;
    }

    private static Question flagged(Question question, Corner corner, int k) {
        question.flags(corner.flag()).comment(corner.name() + ", k = " + k);
        return k > 30 ? question.flags(Flag.WIDE_SHIFT) : question;
    }

    /**
     * Each value with draws just below, equal to and just above its remainder, and with the least and the largest draw.
     */
    private static Question drawn(int k, long... values) {
        long mask = (1L << k) - 1;
        long[] x = new long[5 * values.length];
        long[] draw = new long[x.length];
        for (int i = 0; i < values.length; i++) {
            Arrays.fill(x, 5 * i, 5 * i + 5, values[i]);
            long remainder = values[i] & mask;
            long[] near = {Math.max(0, remainder - 1), remainder, Math.min(mask, remainder + 1), 0, mask};
            System.arraycopy(near, 0, draw, 5 * i, 5);
        }
        return question(Rounding.STOCHASTIC, k, x, draw);
    }

    private static Question question(Rounding mode, int k, long[] x, long[] draw) {
        Question question =
                Question.of("WORD-4").param("mode", mode.name()).param("k", k).in("x", x);
        return mode == Rounding.STOCHASTIC && k > 0 ? question.in("draw", draw) : question;
    }

    @Override
    public Question random(Dice dice, Profile profile) {
        Rounding mode = dice.any(Rounding.values());
        int k = dice.between(0, mode == Rounding.STOCHASTIC ? MOST_DRAWN : 62);
        long[] x = new long[VALUES];
        long[] draw = new long[VALUES];
        long largest = ShiftOperation.BEYOND - 1;
        for (int i = 0; i < VALUES; i++) {
            x[i] = dice.word(-largest, largest);
            if (k > 0 && dice.oneIn(3)) {
                // A whole or a half, or next to one.
                x[i] = clamp((x[i] & -1L << k - 1) + dice.between(-1, 1), largest);
            }
            long mask = (1L << k) - 1;
            draw[i] = dice.oneIn(2)
                    ? Math.min(mask, Math.max(0, (x[i] & mask) + dice.between(-1, 1)))
                    : dice.bits() & mask;
        }
        return question(mode, k, x, draw).flags(Flag.RANDOM);
    }

    private static long clamp(long x, long largest) {
        return Math.max(-largest, Math.min(largest, x));
    }
}
