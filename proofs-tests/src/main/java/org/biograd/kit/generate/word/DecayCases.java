package org.biograd.kit.generate.word;

import java.util.ArrayList;
import java.util.List;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.Flag;
import org.biograd.kit.generate.Generator;
import org.biograd.kit.generate.Question;
import org.biograd.kit.word.WordOperation;
import org.biograd.spec.profile.Profile;

/** {@code decay}. */
public final class DecayCases implements Generator {

    private static final int[] FACTORS = {0, 1, 2, 3, 2047, 2048, 2049, 4095, 4096};
    private static final int[] SCALES = {-8191, -4097, -4096, -4095, -2048, -1, 4097, 8191};
    private static final long LARGEST = WordOperation.BEYOND_DECAY - 1;
    private static final int VALUES = 8;

    @Override
    public List<Question> directed() {
        List<Question> all = new ArrayList<>();
        all.add(question(2048, 5, -5).flags(Flag.DECAY, Flag.SIGN).comment("the clause's own examples"));
        all.add(question(4095, -1, 1, -2, 2, -4095, -4096, -4097)
                .flags(Flag.DECAY)
                .comment("-1 decays to 0, not to -1 for ever"));
        for (int factor : FACTORS) {
            corners(all, factor);
        }
        for (int factor : SCALES) {
            corners(all, factor);
        }
        return all;
    }

    private static void corners(List<Question> all, int factor) {
        String of = ", factor " + factor;
        all.add(question(factor, 0, 1, -1, 2, -2, 3, -3)
                .flags(Flag.SMALL, Flag.SIGN)
                .comment("small values" + of));
        all.add(question(factor, 4095, -4095, 4096, -4096, 4097, -4097)
                .flags(Flag.DECAY)
                .comment("around the unit" + of));
        all.add(question(factor, 8_388_607, -8_388_607, Integer.MAX_VALUE, Integer.MIN_VALUE)
                .flags(Flag.WIDE)
                .comment("24 and 32 bits" + of));
        all.add(question(factor, LARGEST, -LARGEST).flags(Flag.WIDE, Flag.EDGE).comment("the largest" + of));
    }

    private static Question question(int factor, long... x) {
        boolean decays = factor >= 0 && factor <= 4096;
        return (decays ? Question.of("WORD-5", "WORD-6") : Question.of("WORD-6"))
                .param("factor", factor)
                .in("x", x);
    }

    @Override
    public Question random(Dice dice, Profile profile) {
        int factor = dice.oneIn(4)
                ? dice.between(-8191, 8191)
                : profile != null && dice.oneIn(2) ? profile.soma().keep() : (int) dice.size(4096);
        long[] x = new long[VALUES];
        for (int i = 0; i < VALUES; i++) {
            x[i] = dice.word(-LARGEST, LARGEST);
        }
        return question(factor, x).flags(Flag.RANDOM);
    }
}
