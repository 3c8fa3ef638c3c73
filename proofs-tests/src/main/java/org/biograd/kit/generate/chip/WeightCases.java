package org.biograd.kit.generate.chip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.Flag;
import org.biograd.kit.generate.Generator;
import org.biograd.kit.generate.Question;
import org.biograd.loihi.synapse.SignMode;
import org.biograd.loihi.synapse.WeightFormat;
import org.biograd.spec.profile.Profile;

/** {@code synapse.weight}. */
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
        variants(all);
        return all;
    }

    /** Where the emulators of CHIP-9 cut what CHIP-8 refuses. */
    private static void variants(List<Question> all) {
        for (SignMode mode : SignMode.values()) {
            for (int bits = 0; bits <= 8; bits += 4) {
                all.add(brian2loihi(mode, bits, bits - 4, -256, -255, -3, -1, 0, 1, 3, 253, 254)
                        .flags(Flag.VARIANT, Flag.SIGN_MODE)
                        .comment("as Brian2Loihi has it, " + mode + ", " + bits + " bits"));
                all.add(lava(mode, bits, 8, bits, bits == 4, -32_768, -257, -256, -5, -1, 0, 1, 5, 255, 256, 32_767)
                        .flags(Flag.VARIANT, Flag.SIGN_MODE)
                        .comment("as Lava has it, " + mode + ", " + bits + " bits"));
            }
        }
        all.add(brian2loihi(SignMode.MIXED, 8, 7, -256, 254)
                .flags(Flag.VARIANT, Flag.SATURATION)
                .comment("as Brian2Loihi has it, the largest exponent"));
    }

    private static Question brian2loihi(SignMode mode, int bits, int exponent, long... w) {
        long least = mode == SignMode.EXCITATORY ? 0 : -256;
        long most = mode == SignMode.INHIBITORY ? 0 : mode == SignMode.MIXED ? 254 : 255;
        return Question.of("CHIP-9")
                .param("emulator", "brian2loihi")
                .param("signMode", mode.name())
                .param("numWeightBits", bits)
                .param("wExp", exponent)
                .in(
                        "w",
                        Arrays.stream(w)
                                .map(x -> Math.max(least, Math.min(most, x)))
                                .toArray());
    }

    private static Question lava(SignMode mode, int bits, int most, int clip, boolean learns, long... w) {
        Question question = Question.of("CHIP-9")
                .param("emulator", "lava")
                .param("signMode", mode.name())
                .param("maxNumWeightBits", most)
                .param("numWeightBits", bits)
                .param("clipNumBits", clip)
                .in("w", w);
        question.params().put("learningSimulation", learns);
        return question;
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
        String emulator = dice.emulator(5, "lava", "brian2loihi");
        if (emulator != null) {
            long[] w = new long[VALUES];
            for (int i = 0; i < VALUES; i++) {
                w[i] = dice.oneIn(2) ? dice.between(-300, 300) : dice.word(-32_768, 32_767);
            }
            int most = dice.between(0, 16);
            Question question = emulator.equals("lava")
                    ? lava(mode, dice.between(0, most), most, dice.between(0, 16), dice.oneIn(2), w)
                    : brian2loihi(mode, dice.between(0, 8), dice.between(-8, 7), w);
            return question.flags(Flag.RANDOM);
        }
        int bits = dice.width(1, 8 + mode.signBits());
        int exponent = dice.between(-6, 7);
        WeightFormat format = new WeightFormat(mode, bits, exponent);
        long[] w = new long[VALUES];
        for (int i = 0; i < VALUES; i++) {
            w[i] = format.step() * dice.between(format.min() / format.step(), format.max() / format.step());
        }
        return question(mode, bits, exponent, w).flags(Flag.RANDOM);
    }
}
