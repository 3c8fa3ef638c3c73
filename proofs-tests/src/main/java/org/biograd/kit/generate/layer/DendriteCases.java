package org.biograd.kit.generate.layer;

import java.util.ArrayList;
import java.util.List;
import org.biograd.kit.cases.Json;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.Draw;
import org.biograd.kit.generate.Flag;
import org.biograd.kit.generate.Generator;
import org.biograd.kit.generate.Question;
import org.biograd.spec.Rounding;
import org.biograd.spec.profile.Profile;

/** {@code dendrite.run}. */
public final class DendriteCases implements Generator {

    private static final int[][] ONE = {{1}};
    private static final int[][] NONE = {{0}};

    @Override
    public List<Question> directed() {
        List<Question> all = new ArrayList<>();
        all.add(output(4, 4, 0, Rounding.FLOOR, new int[][] {{1, 0}, {1, 0}, {1, 1}}, new int[][] {
                    {0, 1}, {0, 1}, {1, 0}
                })
                .flags(Flag.PLAIN, Flag.CANCEL)
                .comment("an output hears its own spikes; opposite ones cancel"));
        int[][] long9 = new int[9][1];
        for (int[] row : long9) {
            row[0] = 1;
        }
        all.add(output(3, 8, 0, Rounding.FLOOR, long9, new int[9][1])
                .flags(Flag.SATURATION, Flag.EDGE)
                .comment("nine spikes in 3 bits: 3 remain"));
        all.add(output(3, 8, 0, Rounding.FLOOR, new int[9][1], long9)
                .flags(Flag.SATURATION, Flag.ASYMMETRY)
                .comment("nine negative spikes in 3 bits: -3 remain"));
        all.add(hidden(
                        8,
                        8,
                        0,
                        Rounding.FLOOR,
                        new int[][] {{1, 0, 1}},
                        new int[][] {{0, 1, 1}},
                        new int[][] {{5, 7, 100}, {-1, -2, -3}},
                        null)
                .flags(Flag.PLAIN, Flag.CANCEL, Flag.ORDER)
                .comment("rows of B are neurons, columns outputs; a pair of spikes weighs nothing"));
        all.add(hidden(
                        4,
                        8,
                        0,
                        Rounding.FLOOR,
                        new int[][] {{1, 1}},
                        new int[][] {{0, 0}},
                        new int[][] {{7, -7}, {7, -6}, {6, 5}, {-7, -7}},
                        null)
                .flags(Flag.LATE_SATURATION, Flag.SATURATION)
                .comment("the sum of a step saturates, not its parts"));
        all.add(hidden(24, 24, 0, Rounding.FLOOR, ONE, NONE, new int[][] {{(1 << 23) - 1}, {1 - (1 << 23)}}, null)
                .flags(Flag.EDGE, Flag.WIDE)
                .comment("the largest feedback weights"));
        for (Rounding mode : Rounding.values()) {
            for (int shift : new int[] {0, 1, 3, 16, 24}) {
                int unit = 1 << shift;
                int[][] d = {
                    {0},
                    {1},
                    {-1},
                    {unit / 2},
                    {-unit / 2},
                    {unit},
                    {-unit},
                    {unit + unit / 2},
                    {-unit - unit / 2},
                    {(1 << 23) - 1},
                    {1 - (1 << 23)}
                };
                int[] draw = new int[d.length];
                for (int i = 0; i < d.length; i++) {
                    d[i][0] = Math.max(1 - (1 << 23), Math.min((1 << 23) - 1, d[i][0]));
                    int remainder = d[i][0] & unit - 1;
                    draw[i] = i % 2 == 0 ? remainder : Math.max(0, remainder - 1);
                }
                Question question = hidden(
                        24, 24, shift, mode, ONE, NONE, d, mode == Rounding.STOCHASTIC && shift > 0 ? draw : null);
                all.add(question.flags(
                                shift == 0 ? Flag.NO_SHIFT : mode == Rounding.STOCHASTIC ? Flag.DRAW : Flag.TIE,
                                Flag.SIGN)
                        .comment("q of " + mode + " with a shift of " + shift));
            }
            all.add(hidden(10, 4, -5, mode, ONE, NONE, new int[][] {{0}, {1}, {-1}, {3}, {-3}}, null)
                    .flags(Flag.LEFT_SHIFT, Flag.SATURATION)
                    .comment("a negative shift goes left, " + mode));
            all.add(hidden(
                            10,
                            3,
                            1,
                            mode,
                            ONE,
                            NONE,
                            new int[][] {{6}, {7}, {8}, {9}, {-6}, {-7}, {-8}, {-9}},
                            mode == Rounding.STOCHASTIC ? new int[8] : null)
                    .flags(Flag.SATURATION, Flag.LATE_SATURATION)
                    .comment("the shift comes first, then the limit, " + mode));
        }
        all.add(output(31, 24, -16, Rounding.FLOOR, long9, new int[9][1])
                .in("D", (1 << 30) - 5)
                .flags(Flag.STATE, Flag.WIDE, Flag.SATURATION)
                .comment("dendrites of 31 bits near their limit, shifted left by 16"));
        return all;
    }

    private static Question output(
            int dendriteBits, int learningBits, int shift, Rounding mode, int[][] sp, int[][] sn) {
        return common("ERR-5", dendriteBits, learningBits, "error.outputShift", shift, mode, sp, sn);
    }

    private static Question hidden(
            int dendriteBits,
            int learningBits,
            int shift,
            Rounding mode,
            int[][] sp,
            int[][] sn,
            int[][] b,
            int[] draw) {
        Question question = common("ERR-6", dendriteBits, learningBits, "error.hiddenShift", shift, mode, sp, sn)
                .in("B", Json.of(b));
        return draw == null ? question : question.in("draw", Json.of(draw));
    }

    private static Question common(
            String clause,
            int dendriteBits,
            int learningBits,
            String shiftName,
            int shift,
            Rounding mode,
            int[][] sp,
            int[][] sn) {
        return Question.of(clause, "ERR-7")
                .param("error.dendriteBits", dendriteBits)
                .param("error.learningBits", learningBits)
                .param(shiftName, shift)
                .param("error.rounding", mode.name())
                .in("sp", Json.of(sp))
                .in("sn", Json.of(sn));
    }

    @Override
    public Question random(Dice dice, Profile profile) {
        boolean output = dice.oneIn(3);
        int dendriteBits =
                profile == null ? dice.between(2, 31) : profile.error().dendriteBits();
        int learningBits =
                profile == null ? dice.between(2, 24) : profile.error().learningBits();
        int given = profile == null
                ? 0
                : output ? profile.error().outputShift() : profile.error().hiddenShift();
        int shift = profile == null ? dice.between(-16, 24) : given;
        Rounding mode =
                profile == null ? dice.any(Rounding.values()) : profile.error().rounding();
        int outputs = dice.between(1, 4);
        int neurons = output ? outputs : dice.between(1, 4);
        int steps = dice.between(1, 6);
        int[][] sp = Draw.bits(dice, steps, outputs);
        int[][] sn = Draw.bits(dice, steps, outputs);
        Question question;
        if (output) {
            question = output(dendriteBits, learningBits, shift, mode, sp, sn);
        } else {
            int largest = (1 << dice.between(1, 23)) - 1;
            question = hidden(
                    dendriteBits, learningBits, shift, mode, sp, sn, Draw.words(dice, neurons, outputs, largest), null);
        }
        if (dice.oneIn(2)) {
            question.in("D", Json.of(Draw.words(dice, 1, neurons, (1 << dendriteBits - 1) - 1)[0]));
        }
        if (mode == Rounding.STOCHASTIC && shift > 0) {
            question.in("draw", Json.of(Draw.draws(dice, neurons, shift)));
        }
        return question.flags(Flag.RANDOM);
    }
}
