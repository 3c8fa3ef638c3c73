package org.biograd.kit.generate.chip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.Flag;
import org.biograd.kit.generate.Generator;
import org.biograd.kit.generate.Question;
import org.biograd.spec.profile.Profile;

/** {@code lif.run}. */
public final class CompartmentCases implements Generator {

    private static final String[] EMULATORS = {"lava", "nengo", "brian2loihi"};
    private static final int FORGET = 4096;
    private static final int NEVER = 131_071;
    private static final long LARGEST_INPUT = 1L << 36;
    private static final long U = 1L << 23;

    @Override
    public List<Question> directed() {
        List<Question> all = new ArrayList<>();
        all.add(run(FORGET, 0, 1, 1, 0, 0, 64, 1, 1)
                .flags(Flag.THRESHOLD, Flag.RESET)
                .comment("v equal to the threshold does not spike; one more does"));
        all.add(run(FORGET, 0, 0, 1, 0, 0, 0, 1, -1, 2)
                .flags(Flag.THRESHOLD, Flag.SMALL)
                .comment("a threshold of 0"));
        all.add(run(2048, FORGET, NEVER, 1, 0, 0, -5, 0, 0, 5, 0, 0)
                .flags(Flag.DECAY, Flag.SIGN)
                .comment("u decays toward zero"));
        all.add(run(FORGET, 2048, NEVER, 1, 0, 0, -5, 0, 0, 10, 0, 0)
                .flags(Flag.DECAY, Flag.SIGN)
                .comment("v decays toward zero"));
        all.add(run(1, 1, NEVER, 1, 0, 0, 1, 0, 0, -1, 0, 0, 4096, 0, -8192, 0)
                .flags(Flag.DECAY, Flag.SMALL)
                .comment("the weakest decay"));
        all.add(run(4095, 4095, NEVER, 1, 0, 0, 4095, 0, 4096, 0, -4096, 0)
                .flags(Flag.DECAY, Flag.EDGE)
                .comment("nearly everything is lost"));
        all.add(run(0, 0, NEVER, 1, 0, 0, 3, 4, -5, 0).flags(Flag.STATE).comment("nothing is lost"));
        for (int sign : new int[] {1, -1}) {
            String side = sign > 0 ? "upper" : "lower";
            all.add(run(0, FORGET, NEVER, 1, 0, 0, sign * (U - 1), sign, sign)
                    .flags(Flag.WRAP, Flag.EDGE)
                    .comment("u at its " + side + " edge"));
            all.add(run(0, FORGET, NEVER, 1, 0, 0, sign * U, 0, sign * 2 * U, sign * 3 * U, sign * (5 * U + 1))
                    .flags(Flag.WRAP)
                    .comment("u wraps once, twice and more often, " + side));
            all.add(run(0, FORGET, NEVER, 1, 0, 0, sign * LARGEST_INPUT, sign * (LARGEST_INPUT - 1))
                    .flags(Flag.WRAP, Flag.WIDE)
                    .comment("the largest inputs, " + side));
            all.add(run(FORGET, 0, NEVER, 1, 0, 0, sign * (U - 100), sign * 99, sign, sign, -sign)
                    .flags(Flag.SATURATION, Flag.ASYMMETRY)
                    .comment("v at its " + side + " limit"));
            all.add(run(FORGET, 0, NEVER, 1, sign > 0 ? 4095 : -4096, 7, sign * (U - 1), sign * (U - 1), 0)
                    .flags(Flag.BIAS, Flag.SATURATION)
                    .comment("u + b leaves 24 bits and is not wrapped, " + side));
        }
        for (int exponent = 0; exponent < 8; exponent++) {
            all.add(run(0, 0, NEVER, 1, -3, exponent, 10, 0, 0)
                    .flags(Flag.BIAS, Flag.EXPONENT)
                    .comment("the bias acts on v alone, exponent " + exponent));
        }
        for (int refractory : new int[] {1, 2, 3, 64}) {
            all.add(run(0, 0, 1, refractory, 0, 0, 65, 0, 0, 0, -65, 1, 0, 70)
                    .flags(Flag.REFRACTORY, Flag.RESET)
                    .comment("refractory period " + refractory + "; u goes on meanwhile"));
        }
        all.add(run(0, 0, 1, 64, 0, 0, many(70, 65))
                .flags(Flag.REFRACTORY, Flag.EDGE)
                .comment("the longest refractory period to its end"));
        all.add(run(FORGET, FORGET, NEVER, 1, 0, 0, 8_388_544, 8_388_545, 8_388_607)
                .flags(Flag.THRESHOLD, Flag.EDGE)
                .comment("the largest threshold"));
        for (String emulator : EMULATORS) {
            variants(all, emulator);
        }
        return all;
    }

    /** Where the variants of CHIP-6 part: at the ends of u, of the input, of u + b, and of v. */
    private static void variants(List<Question> all, String emulator) {
        for (int sign : new int[] {1, -1}) {
            String side = (sign > 0 ? "upper" : "lower") + " end, as " + emulator + " has it";
            all.add(variant(emulator, run(0, FORGET, NEVER, 1, 0, 0, sign * (U - 1), sign, sign, sign * U))
                    .flags(Flag.VARIANT, Flag.WRAP)
                    .comment("u at its " + side));
            all.add(variant(
                            emulator,
                            run(FORGET, 0, NEVER, 1, sign > 0 ? 4095 : -4096, 7, sign * (U - 1), sign * (U - 1), 0))
                    .flags(Flag.VARIANT, Flag.BIAS, Flag.SATURATION)
                    .comment("u + b and v at their " + side));
            long input = 1L << 21;
            all.add(variant(
                            emulator,
                            run(FORGET, FORGET, NEVER, 1, 0, 0, sign * input, sign * (input - 1), sign * (input + 1)))
                    .flags(Flag.VARIANT, Flag.EDGE)
                    .comment("inputs of 22 bits, " + side));
            all.add(variant(emulator, run(0, 0, NEVER, 1, 0, 0, sign * 2 * U, sign, -sign * 2 * U, -sign))
                    .flags(Flag.VARIANT, Flag.WIDE)
                    .comment("inputs beyond 24 bits, " + side));
        }
        all.add(variant(emulator, run(2048, 2048, 1, 2, -1, 0, 65, 0, 0, 200, -3, 0))
                .flags(Flag.VARIANT, Flag.PLAIN)
                .comment("within all ranges the variants agree, " + emulator));
    }

    private static Question variant(String emulator, Question question) {
        Question variant = Question.of("CHIP-6").param("emulator", emulator);
        question.params().properties().forEach(field -> variant.params().set(field.getKey(), field.getValue()));
        return variant.in("a", question.in().path("a"));
    }

    private static long[] many(int steps, long value) {
        long[] a = new long[steps];
        Arrays.fill(a, value);
        return a;
    }

    private static Question run(
            int decayU, int decayV, int vthMant, int refractory, int biasMant, int biasExp, long... a) {
        return Question.of("CHIP-2", "CHIP-3", "CHIP-4", "CHIP-5")
                .param("decayU", decayU)
                .param("decayV", decayV)
                .param("vthMant", vthMant)
                .param("refractory", refractory)
                .param("biasMant", biasMant)
                .param("biasExp", biasExp)
                .in("a", a);
    }

    @Override
    public Question random(Dice dice, Profile profile) {
        boolean soma = profile != null;
        String emulator = dice.emulator(5, EMULATORS);
        int decayV = soma ? FORGET - profile.soma().keep() : (int) dice.size(FORGET);
        int vthMant = soma ? Math.min(NEVER, profile.soma().threshold() >> 6) : (int) dice.size(NEVER);
        long[] a = new long[dice.steps(1, 16)];
        // Inputs on the scale of the threshold keep the neuron busy.
        long scale = Math.max(
                2,
                Math.min(
                        "brian2loihi".equals(emulator) ? 2 * U : LARGEST_INPUT,
                        dice.oneIn(4) ? LARGEST_INPUT : 128L * vthMant));
        for (int t = 0; t < a.length; t++) {
            a[t] = dice.word(-scale / (dice.oneIn(2) ? 8 : 1), scale);
        }
        Question question = run(
                (int) (soma ? FORGET : dice.size(FORGET)),
                decayV,
                vthMant,
                dice.oneIn(2) ? 1 : dice.between(1, 64),
                dice.oneIn(2) ? 0 : dice.between(-4096, 4095),
                dice.between(0, 7),
                a);
        return (emulator == null ? question : variant(emulator, question)).flags(Flag.RANDOM);
    }
}
