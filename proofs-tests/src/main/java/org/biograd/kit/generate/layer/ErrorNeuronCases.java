package org.biograd.kit.generate.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.biograd.kit.cases.Json;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.Flag;
import org.biograd.kit.generate.Generator;
import org.biograd.kit.generate.Question;
import org.biograd.spec.profile.Profile;

/** {@code errorNeuron.run}. */
public final class ErrorNeuronCases implements Generator {

    @Override
    public List<Question> directed() {
        List<Question> all = new ArrayList<>();
        all.add(question(2, 8, column(4, 1, 0, 0, 0))
                .flags(Flag.THRESHOLD)
                .comment("a potential of F exactly does not spike; one more does, and F is lost"));
        all.add(question(2, 8, column(4, 4, 4, 4, 4, 4))
                .flags(Flag.RESET)
                .comment("the largest error: what exceeds F stays, nothing is set to 0"));
        all.add(question(2, 8, column(-4, -1, 0, 0, -4, -4, -4))
                .flags(Flag.SIGN)
                .comment("negative errors spike the negative neuron alone"));
        all.add(question(2, 8, column(3, 3, -4, -4, 3, -1, 0))
                .flags(Flag.PLAIN, Flag.ORDER)
                .comment("errors of both signs; the loss comes a step after the spike"));
        for (int fraction : new int[] {1, 7, 16}) {
            int one = 1 << fraction;
            int[] most = new int[12];
            Arrays.fill(most, one);
            int[] least = new int[12];
            Arrays.fill(least, -one);
            all.add(question(fraction, fraction + 2, column(most))
                    .flags(Flag.SATURATION, Flag.EDGE)
                    .comment("the narrowest potentials saturate, F = " + one + ", at the largest error"));
            all.add(question(fraction, fraction + 2, column(least))
                    .flags(Flag.SATURATION, Flag.ASYMMETRY)
                    .comment("the narrowest potentials saturate, F = " + one + ", at the least error"));
        }
        all.add(state(question(3, 8, new int[][] {{0, 0}, {0, 0}}), 20, -20, 1, 0)
                .flags(Flag.STATE)
                .comment("spikes and potentials from before"));
        all.add(state(question(3, 31, new int[][] {{8, -8}, {-8, 8}}), (1 << 30) - 1, 1 - (1 << 30), 0, 0)
                .flags(Flag.STATE, Flag.SATURATION)
                .comment("potentials of 31 bits at their limits"));
        all.add(state(question(3, 31, new int[][] {{8, 8}}), 9, 9, 1, 1)
                .flags(Flag.STATE, Flag.CANCEL)
                .comment("both neurons of an output spike"));
        return all;
    }

    private static int[][] column(int... errors) {
        int[][] rows = new int[errors.length][];
        for (int t = 0; t < rows.length; t++) {
            rows[t] = new int[] {errors[t]};
        }
        return rows;
    }

    private static Question question(int fraction, int bits, int[][] e) {
        return Question.of("ERR-4")
                .param("error.fraction", fraction)
                .param("error.potentialBits", bits)
                .in("e", Json.of(e));
    }

    private static Question state(Question question, int p, int n, int sp, int sn) {
        return question.in("p", p, p).in("n", n, n).in("sp", sp, sp).in("sn", sn, sn);
    }

    @Override
    public Question random(Dice dice, Profile profile) {
        int fraction = profile == null ? dice.between(1, 16) : profile.error().fraction();
        int bits = profile == null
                ? dice.between(fraction + 2, Math.min(31, fraction + 5))
                : profile.error().potentialBits();
        int one = 1 << fraction;
        int outputs = dice.between(1, 3);
        int[][] e = new int[dice.between(1, 12)][outputs];
        for (int[] row : e) {
            for (int k = 0; k < outputs; k++) {
                row[k] = (int) dice.word(-one, one);
            }
        }
        Question question = question(fraction, bits, e).flags(Flag.RANDOM);
        if (dice.oneIn(2)) {
            int largest = (1 << bits - 1) - 1;
            long[] p = new long[outputs];
            long[] n = new long[outputs];
            long[] sp = new long[outputs];
            long[] sn = new long[outputs];
            for (int k = 0; k < outputs; k++) {
                p[k] = dice.word(-largest, largest);
                n[k] = dice.word(-largest, largest);
                sp[k] = p[k] > one ? 1 : 0;
                sn[k] = n[k] > one ? 1 : 0;
            }
            question.in("p", p).in("n", n).in("sp", sp).in("sn", sn);
        }
        return question;
    }
}
