package org.biograd.kit.generate.word;

import java.util.ArrayList;
import java.util.List;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.Flag;
import org.biograd.kit.generate.Generator;
import org.biograd.kit.generate.Question;
import org.biograd.spec.profile.Profile;

/** {@code word.wrap} and {@code word.saturate}. */
public final class WordCases implements Generator {

    private static final int[] WIDTHS = {2, 3, 7, 8, 9, 16, 24, 31, 32, 33, 62, 63};
    private static final int VALUES = 8;

    private final boolean wraps;

    private WordCases(boolean wraps) {
        this.wraps = wraps;
    }

    public static WordCases wrap() {
        return new WordCases(true);
    }

    public static WordCases saturate() {
        return new WordCases(false);
    }

    @Override
    public List<Question> directed() {
        List<Question> all = new ArrayList<>();
        if (wraps) {
            all.add(question(24, true, 8_388_608, -8_388_609).flags(Flag.WRAP).comment("the clause's own examples"));
            all.add(question(6, true, 33).flags(Flag.WRAP).comment("the clause's own example"));
            all.add(question(1, true, 0, 1, 2, -1).flags(Flag.SMALL).comment("one bit is 0 or -1"));
            all.add(question(64, true, 0, -1, Long.MAX_VALUE, Long.MIN_VALUE)
                    .flags(Flag.WIDE)
                    .comment("64 bits stay as they are"));
        } else {
            all.add(question(8, true, 200, -128, -127)
                    .flags(Flag.SATURATION, Flag.ASYMMETRY)
                    .comment("the clause's own examples"));
            all.add(question(7, false, 130, -3).flags(Flag.SATURATION).comment("the clause's own examples"));
            all.add(question(1, false, 2, 1, 0, -1).flags(Flag.SMALL).comment("a magnitude of one bit"));
        }
        for (int bits : WIDTHS) {
            for (Corner corner : Corner.ofWidth(bits)) {
                all.add(question(bits, true, corner.values())
                        .flags(corner.flag())
                        .comment(corner.name() + " of " + bits + " bits"));
                if (!wraps && bits > 1) {
                    all.add(question(bits - 1, false, corner.values())
                            .flags(corner.flag())
                            .comment("magnitude: " + corner.name() + " of " + bits + " bits"));
                }
            }
        }
        return all;
    }

    private Question question(int bits, boolean signed, long... x) {
        Question question = Question.of(wraps ? "WORD-1" : signed ? "WORD-2" : "WORD-3")
                .param("bits", bits)
                .in("x", x);
        if (!wraps) {
            question.params().put("signed", signed);
        }
        return question;
    }

    @Override
    public Question random(Dice dice, Profile profile) {
        boolean signed = wraps || dice.oneIn(2);
        int bits = wraps ? dice.width(1, 64) : signed ? dice.width(2, 63) : dice.width(1, 62);
        long[] x = new long[VALUES];
        long limit = 1L << Math.min(61, bits);
        for (int i = 0; i < VALUES; i++) {
            x[i] = dice.oneIn(2) ? dice.word(Long.MIN_VALUE + 1, Long.MAX_VALUE) : dice.word(-2 * limit, 2 * limit);
        }
        return question(bits, signed, x).flags(Flag.RANDOM);
    }
}
