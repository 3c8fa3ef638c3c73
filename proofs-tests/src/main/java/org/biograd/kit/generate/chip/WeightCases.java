package org.biograd.kit.generate.chip;

import java.util.ArrayList;
import java.util.List;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.Flag;
import org.biograd.kit.generate.Generator;
import org.biograd.kit.generate.Question;
import org.biograd.loihi.synapse.SignMode;
import org.biograd.loihi.synapse.WeightFormat;
import org.biograd.spec.profile.Profile;

/** {@code synapse.weight}, without an emulator. */
public final class WeightCases implements Generator {

    private static final int VALUES = 8;

    @Override
    public List<Question> directed() {
        List<Question> all = new ArrayList<>();
        for (SignMode mode : SignMode.values()) {
            int most = 8 + mode.signBits();
            for (int bits = 1; bits <= most; bits++) {
                WeightFormat format = new WeightFormat(mode, bits, 0);
                long step = format.step();
                all.add(question(
                                mode, bits, 0, format.min(), format.max(), clamp(format, step), clamp(format, -step), 0)
                        .flags(Flag.EDGE, Flag.SIGN_MODE)
                        .comment("the ends of " + mode + " with " + bits + " bits"));
            }
            WeightFormat format = new WeightFormat(mode, most, 0);
            for (int exponent = -6; exponent <= 7; exponent++) {
                all.add(question(mode, most, exponent, format.min(), format.max(), clamp(format, 1), clamp(format, -1))
                        .flags(Flag.EXPONENT)
                        .comment("exponent " + exponent + " of " + mode));
            }
        }
        return all;
    }

    private static long clamp(WeightFormat format, long w) {
        return Math.max(format.min(), Math.min(format.max(), w));
    }

    private static Question question(SignMode mode, int bits, int exponent, long... w) {
        return Question.of("CHIP-8")
                .param("signMode", mode.name())
                .param("numWeightBits", bits)
                .param("wExp", exponent)
                .in("w", w);
    }

    @Override
    public Question random(Dice dice, Profile profile) {
        SignMode mode = dice.any(SignMode.values());
        int bits = dice.between(1, 8 + mode.signBits());
        int exponent = dice.between(-6, 7);
        WeightFormat format = new WeightFormat(mode, bits, exponent);
        long[] w = new long[VALUES];
        for (int i = 0; i < VALUES; i++) {
            w[i] = format.step() * dice.between(format.min() / format.step(), format.max() / format.step());
        }
        return question(mode, bits, exponent, w).flags(Flag.RANDOM);
    }
}
