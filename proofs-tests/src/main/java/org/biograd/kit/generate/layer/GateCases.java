package org.biograd.kit.generate.layer;

import java.util.ArrayList;
import java.util.List;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.Flag;
import org.biograd.kit.generate.Generator;
import org.biograd.kit.generate.Question;
import org.biograd.spec.profile.Profile;

/** {@code gate}. */
public final class GateCases implements Generator {

    private static final int VALUES = 8;

    @Override
    public List<Question> directed() {
        List<Question> all = new ArrayList<>();
        for (int[] pair : new int[][] {
            {64, 64},
            {100, 30},
            {1, 1},
            {0, 1},
            {0, 0},
            {50, 0},
            {1_000_000, Integer.MAX_VALUE},
            {Integer.MAX_VALUE - 1, Integer.MAX_VALUE},
            {Integer.MAX_VALUE - 1, 2}
        }) {
            long low = (long) pair[0] - pair[1];
            long high = (long) pair[0] + pair[1];
            String comment = "threshold " + pair[0] + ", window " + pair[1];
            all.add(question(pair[0], pair[1], pair[0], low - 1, low, low + 1, high - 1, high, high + 1)
                    .flags(Flag.THRESHOLD, Flag.EDGE)
                    .comment(comment + ": around both ends"));
            all.add(question(pair[0], pair[1], 0, -1, Integer.MAX_VALUE, -Integer.MAX_VALUE)
                    .flags(Flag.SIGN, Flag.WIDE)
                    .comment(comment + ": the largest voltages"));
        }
        return all;
    }

    private static Question question(int threshold, int window, long... v) {
        for (int i = 0; i < v.length; i++) {
            v[i] = Math.max(-Integer.MAX_VALUE, Math.min(Integer.MAX_VALUE, v[i]));
        }
        return Question.of("GATE-1")
                .param("soma.threshold", threshold)
                .param("soma.window", window)
                .in("v", v);
    }

    @Override
    public Question random(Dice dice, Profile profile) {
        int threshold = profile == null
                ? (int) dice.size(Integer.MAX_VALUE - 1)
                : profile.soma().threshold();
        int window = profile == null
                ? (int) dice.size(Integer.MAX_VALUE)
                : profile.soma().window();
        long[] v = new long[VALUES];
        for (int i = 0; i < VALUES; i++) {
            v[i] = dice.oneIn(2)
                    ? dice.word(-Integer.MAX_VALUE, Integer.MAX_VALUE)
                    : threshold + (dice.oneIn(2) ? -(long) window : window) + dice.between(-2, 2);
        }
        return question(threshold, window, v).flags(Flag.RANDOM);
    }
}
