package org.biograd.kit.generate.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.biograd.kit.cases.Json;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.Flag;
import org.biograd.kit.generate.Generator;
import org.biograd.kit.generate.Question;
import org.biograd.kit.layer.OutputErrorOperation;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.profile.Profile;

/** {@code softmax.integer}. */
public final class OutputErrorCases implements Generator {

    private static final int MOST_OUTPUTS = 12;
    private static final int ROWS = 3;
    private static final int[] FRACTIONS = {1, 7, 16};

    @Override
    public List<Question> directed() {
        List<Question> all = new ArrayList<>();
        for (int fraction : FRACTIONS) {
            String bits = ", " + fraction + " fraction bits";
            all.add(softmax(fraction, new int[][] {{0}, {5}, {4096}}, 0, 0, 0)
                    .flags(Flag.SMALL)
                    .comment("one output has no error" + bits));
            all.add(softmax(fraction, new int[][] {{0, 0}, {7, 7}, {1, 1}}, 0, 1, 0)
                    .flags(Flag.EQUAL)
                    .comment("equal counts" + bits));
            all.add(softmax(fraction, new int[][] {{0, 0, 0}, {3, 3, 1}, {2, 5, 5}}, 0, 1, 2)
                    .flags(Flag.EQUAL)
                    .comment("several largest counts" + bits));
            for (int d = 0; d <= 13; d++) {
                all.add(softmax(fraction, new int[][] {{d, 0}, {d, 0}, {20, 20 - d}}, 0, 1, 1)
                        .flags(d > 10 ? Flag.TABLE_END : Flag.PLAIN)
                        .comment("a difference of " + d + bits));
            }
            all.add(softmax(fraction, new int[][] {{4096, 0}, {4096, 4085}}, 1, 0)
                    .flags(Flag.EDGE, Flag.TABLE_END)
                    .comment("the largest counts" + bits));
            for (int t : new int[] {0, 1, 2, 6, 99, 4095}) {
                int[][] o = {{0, t + 1}, {(t + 1) / 2, t}, {1, Math.min(t + 1, 3)}};
                all.add(difference(fraction, o, new int[] {0, 1, 1}, new int[] {t, t, t})
                        .flags(Flag.TIE, Flag.PLAIN)
                        .comment("rates after " + (t + 1) + " steps" + bits));
            }
        }
        all.add(difference(1, new int[][] {{1, 3}}, new int[] {0}, new int[] {3})
                .flags(Flag.TIE)
                .comment("halves go upwards: 2 / 4 and 6 / 4"));
        return all;
    }

    private static Question softmax(int fraction, int[][] o, int... label) {
        return question("ERR-2", ErrorFunction.SOFTMAX, fraction, o, label);
    }

    private static Question difference(int fraction, int[][] o, int[] label, int[] t) {
        return question("ERR-3", ErrorFunction.DIFFERENCE, fraction, o, label).in("t", Json.of(t));
    }

    private static Question question(String clause, ErrorFunction function, int fraction, int[][] o, int... label) {
        return Question.of(clause)
                .param("error.function", function.name())
                .param("error.fraction", fraction)
                .in("o", Json.of(o))
                .in("label", Json.of(label));
    }

    @Override
    public Question random(Dice dice, Profile profile) {
        ErrorFunction function = profile == null
                ? dice.any(ErrorFunction.values())
                : profile.error().function();
        int fraction = profile == null ? dice.between(1, 16) : profile.error().fraction();
        int outputs = dice.between(1, MOST_OUTPUTS);
        int[] t = new int[ROWS];
        int[] label = new int[ROWS];
        int[][] o = new int[ROWS][outputs];
        for (int r = 0; r < ROWS; r++) {
            t[r] = (int) dice.size(OutputErrorOperation.STEPS - 1);
            label[r] = dice.below(outputs);
            int base = (int) dice.size(t[r] + 1);
            // Most counts lie within the table of each other.
            Arrays.setAll(o[r], k -> dice.oneIn(4) ? (int) dice.size(base) : Math.max(0, base - dice.below(14)));
        }
        Question question =
                function == ErrorFunction.SOFTMAX ? softmax(fraction, o, label) : difference(fraction, o, label, t);
        return question.flags(Flag.RANDOM);
    }
}
