package org.biograd.kit.generate.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.biograd.kit.cases.Json;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.Flag;
import org.biograd.kit.generate.Generator;
import org.biograd.kit.generate.ProfileChange;
import org.biograd.kit.generate.Question;
import org.biograd.kit.generate.RandomProfiles;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.ProfileReader;
import org.biograd.spec.profile.Profiles;

/** {@code profile.read}. */
public final class ProfileCases implements Generator {

    private static final int MOST_BYTES = 65_536;

    /** Numbers at which the ranges of PROF-1 end, or nearly so. */
    private static final long[] ENDS = {
        -17,
        -16,
        -1,
        0,
        1,
        2,
        3,
        16,
        17,
        18,
        24,
        25,
        30,
        31,
        32,
        33,
        62,
        63,
        4095,
        4096,
        4097,
        65_535,
        65_536,
        65_537,
        8_388_607,
        8_388_608,
        8_388_609,
        1L << 30,
        (1L << 30) + 1,
        Integer.MAX_VALUE,
        1L << 31,
        1L << 32,
        1L << 62
    };

    private static final String[] NAMES = {
        "PRE_ONLY",
        "DETACHED",
        "FULL",
        "FLOOR",
        "TOWARD_ZERO",
        "NEAREST_EVEN",
        "AWAY_FROM_ZERO",
        "STOCHASTIC",
        "SOFTMAX",
        "DIFFERENCE",
        "DIRECT",
        "LAYERWISE",
        "ALIGNED",
        "RANDOM",
        "floor",
        "Direct",
        "",
        "0"
    };

    @Override
    public List<Question> directed() {
        List<Question> all = new ArrayList<>();
        String small = ProfileReader.write(ProfileChange.SMALL);
        for (String name : Profiles.NAMES) {
            all.add(text(ProfileReader.write(Profiles.shipped(name)))
                    .flags(Flag.PLAIN)
                    .comment("the shipped profile " + name));
        }
        form(all, "lines that end with CR LF", small.replace("\n", "\r\n"));
        form(all, "no line end after the last line", small.strip());
        form(all, "no blanks", small.replace(" ", ""));
        form(all, "tabs", small.replace(" = ", "\t=\t\t"));
        form(all, "comments and empty lines", "# one\n\n \t\n" + small.replace("\n", " # = 3\n") + "#");
        form(all, "refused: a byte order mark", "\uFEFF" + small);
        form(all, "refused: a key twice", small + "time.steps = 5\n");
        form(all, "refused: an unknown key", small + "time.step = 5\n");
        form(all, "refused: a key is missing", small.replaceFirst("(?m)^sleep.shift .*\\n", ""));
        form(all, "refused: a line without =", small + "5\n");
        form(all, "refused: a line that begins with =", small + "= 5\n");
        form(all, "the first = divides: refused", small.replace("= 2048", "= 2048 = 2048"));
        form(all, "refused: a plus", small.replace("= 2048", "= +2048"));
        form(all, "refused: hexadecimal", small.replace("= 2048", "= 0x800"));
        form(all, "zeros before a number", small.replace("= 2048", "= 0002048"));
        form(all, "minus zero", small.replace("time.softStart               = 0", "time.softStart = -0"));
        form(all, "refused: a fraction", small.replace("= 2048", "= 2048.0"));
        form(all, "refused: a blank in a number", small.replace("= 2048", "= 20 48"));
        form(all, "refused: a blank of another kind", small.replace("= 2048", "=\u00A02048"));
        form(all, "refused: a form feed", small.replace("= 2048", "= 2048\f"));
        form(all, "refused: digits of another script", small.replace("= 2048", "= \u0662048"));
        form(all, "refused: more than 64 bits", small.replace("= 2048", "= 18446744073709553664"));
        form(all, "a name of 32 characters", named(small, "a".repeat(32)));
        form(all, "refused: a name of 33 characters", named(small, "a".repeat(33)));
        form(all, "refused: a capital", named(small, "Small"));
        form(all, "refused: no name", named(small, ""));
        form(all, "refused: a name that begins with a digit", named(small, "1a"));
        form(all, "a name with digit and hyphen", named(small, "a-1-"));
        form(all, "the most bytes", small + "#".repeat(MOST_BYTES - small.length()));
        form(all, "refused: one byte more", small + "#".repeat(MOST_BYTES - small.length() + 1));
        form(
                all,
                "refused: bytes count, not characters",
                small + "#" + "\u00e9".repeat((MOST_BYTES - small.length()) / 2 + 1));
        form(all, "refused: nothing", "");
        all.add(shape(ProfileChange.small("weight.bits", "24", "update.accumulatorBits", "30"), 255, 2)
                .flags(Flag.EDGE)
                .comment("256 weights of 24 bits add up to less than 2^31"));
        all.add(shape(ProfileChange.small("weight.bits", "24", "update.accumulatorBits", "30"), 256, 2)
                .flags(Flag.EDGE)
                .comment("refused: 257 may add up to more"));
        all.add(shape(ProfileChange.SMALL, 3).flags(Flag.SMALL).comment("refused: one layer"));
        all.add(shape(ProfileChange.SMALL, 3, 0).flags(Flag.SMALL).comment("refused: a layer without neurons"));
        all.add(shape(ProfileChange.SMALL, 1, 65_535).flags(Flag.EDGE).comment("the most neurons"));
        all.add(shape(ProfileChange.SMALL, 1, 65_536).flags(Flag.EDGE).comment("refused: one more"));
        all.add(shape(ProfileChange.SMALL, 16_383, 16_384).flags(Flag.EDGE).comment("2^28 synapses"));
        all.add(shape(ProfileChange.SMALL, 16_384, 16_384).flags(Flag.EDGE).comment("refused: some more"));
        int[] deep = new int[65];
        Arrays.fill(deep, 1);
        all.add(shape(ProfileChange.SMALL, deep).flags(Flag.EDGE).comment("refused: 65 layers"));
        all.add(shape(ProfileChange.SMALL, Arrays.copyOf(deep, 64))
                .flags(Flag.EDGE)
                .comment("64 layers"));
        return all;
    }

    private static String named(String text, String name) {
        return text.replaceFirst("(?m)^name .*", "name = " + name);
    }

    private static void form(List<Question> all, String comment, String text) {
        all.add(text(text).flags(Flag.FORM).comment(comment));
    }

    private static Question text(String text) {
        return Question.of("PROF-1", "PROF-2", "PROF-4")
                .in("text", Json.object().put("text", text).get("text"));
    }

    private static Question shape(Profile profile, int... sizes) {
        return Question.of("PROF-2")
                .in(
                        "text",
                        Json.object().put("text", ProfileReader.write(profile)).get("text"))
                .in("sizes", Json.of(sizes));
    }

    @Override
    public Question random(Dice dice, Profile profile) {
        Profile of = profile == null ? RandomProfiles.of(dice) : profile;
        if (dice.oneIn(4)) {
            return shape(of, large(dice, of)).flags(Flag.RANDOM);
        }
        if (dice.oneIn(4)) {
            return start(dice).flags(Flag.RANDOM);
        }
        if (profile == null && dice.oneIn(4)) {
            return text(ProfileEdges.products(dice)).flags(Flag.RANDOM, Flag.EDGE);
        }
        if (profile == null && dice.oneIn(3)) {
            Profile wide = ProfileEdges.widths(dice);
            return shape(wide, ProfileEdges.sizes(dice, wide)).flags(Flag.RANDOM, Flag.EDGE);
        }
        List<String> lines = new ArrayList<>(ProfileReader.write(of).lines().toList());
        for (int changes = dice.between(0, 2); changes > 0; changes--) {
            int place = dice.below(lines.size());
            String key = lines.get(place).split("=")[0];
            String before = lines.get(place).split("=")[1].strip();
            String value = before.matches("-?[0-9]+")
                    ? Long.toString(
                            dice.oneIn(4)
                                    ? Long.parseLong(before) + dice.between(-1, 1)
                                    : ENDS[dice.below(ENDS.length)])
                    : dice.any(NAMES);
            lines.set(place, key + "= " + value);
        }
        for (int swaps = dice.below(4); swaps > 0; swaps--) {
            int a = dice.below(lines.size());
            lines.add(dice.below(lines.size()), lines.remove(a));
        }
        return text(String.join("\n", lines) + "\n").flags(Flag.RANDOM);
    }

    /** A shape at the border of what weights of this width admit. */
    private static int[] large(Dice dice, Profile profile) {
        int[] sizes = new int[dice.between(2, 4)];
        for (int l = 0; l < sizes.length; l++) {
            int bits = l == 0
                    ? profile.weight().bits()
                    : dice.oneIn(2)
                            ? profile.weight().bits()
                            : profile.feedback().bits();
            long most = Integer.MAX_VALUE / ((1L << bits - 1) - 1);
            long size = dice.oneIn(2) ? dice.size(70_000) : most + dice.between(-2, 2);
            sizes[l] = (int) Math.min(70_000, Math.max(dice.oneIn(9) ? 0 : 1, size));
        }
        return sizes;
    }

    /** A network whose feedback starts aligned, near the end of 64 bits (NET-5). */
    private static Question start(Dice dice) {
        // Two hidden layers whose product of weights is about 2^62: 64 bits hold it, twice or four times it hardly.
        boolean border = dice.oneIn(2);
        int bits = border ? 24 : dice.between(16, 24);
        int[] sizes = new int[border ? 4 : dice.between(3, 5)];
        for (int l = 0; l < sizes.length; l++) {
            sizes[l] = dice.between(1, 3);
        }
        int fraction = border ? dice.between(0, 2) : dice.between(0, 24);
        Profile profile = ProfileChange.small(
                "weight.bits", Integer.toString(bits),
                "weight.shift", Integer.toString(border ? dice.between(8, 10) : dice.between(0, 24)),
                "weight.spread", Integer.toString(1 << Math.min(23, bits)),
                "soma.voltageOne", Long.toString(border ? 1 : 1L << dice.between(0, 30)),
                "update.accumulatorBits", Integer.toString(bits + 4),
                "feedback.start", "ALIGNED",
                "feedback.fraction", Integer.toString(fraction));
        Question question = Question.of("PROF-2", "NET-5")
                .in(
                        "text",
                        Json.object().put("text", ProfileReader.write(profile)).get("text"))
                .in("sizes", Json.of(sizes));
        question.params().set("seed", Json.word(dice.bits()));
        return question;
    }
}
