package org.biograd.kit.generate.word;

import java.util.ArrayList;
import java.util.List;
import org.biograd.kit.cases.Json;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.Flag;
import org.biograd.kit.generate.Generator;
import org.biograd.kit.generate.Question;
import org.biograd.spec.DrawStream;
import org.biograd.spec.profile.Profile;

/** {@code random.draw}. */
public final class DrawCases implements Generator {

    private static final int[] BITS = {1, 2, 7, 8, 9, 12, 15, 16, 17, 31, 32};
    private static final long SEED = 0x0123456789ABCDEFL;
    private static final long LARGEST = 0xFFFFFFFFL;
    private static final int VALUES = 8;

    @Override
    public List<Question> directed() {
        List<Question> all = new ArrayList<>();
        for (DrawStream stream : DrawStream.values()) {
            all.add(question(SEED, stream, 1, 5, 2, 8, 0, 1, 17)
                    .flags(Flag.COUNTER)
                    .comment("each stream has a code of its own"));
        }
        for (int bits : BITS) {
            long lanes = bits <= 8 ? 16 : bits <= 16 ? 8 : 4;
            all.add(question(
                            SEED,
                            DrawStream.TRACE,
                            1,
                            0,
                            0,
                            bits,
                            0,
                            1,
                            2,
                            3,
                            lanes - 1,
                            lanes,
                            lanes + 1,
                            2 * lanes - 1,
                            2 * lanes)
                    .flags(Flag.LANE, Flag.DRAW_BITS)
                    .comment("lanes of the first blocks, " + bits + " bits"));
        }
        all.add(question(SEED, DrawStream.WEIGHT, 1, 0, 0, 8, Integer.MAX_VALUE, Integer.MAX_VALUE - 1L, 1L << 30)
                .flags(Flag.EDGE, Flag.WIDE)
                .comment("the largest indices"));
        all.add(counters(1, 65_535, 0, 0, "the largest layer"));
        all.add(counters(1, 0, LARGEST, 0, "the largest sample"));
        all.add(counters(1, 0, 0x80000000L, 0, "a sample with the highest bit set"));
        all.add(counters(1, 0, 0, Integer.MAX_VALUE, "the largest step"));
        all.add(counters(0, 0, 0, 0, "seed 0"));
        all.add(counters(1L << 32, 0, 0, 0, "only the upper half of the seed"));
        all.add(counters(LARGEST, 0, 0, 0, "only the lower half of the seed"));
        all.add(counters(-1, 0, 0, 0, "all bits of the seed"));
        all.add(counters(Long.MIN_VALUE, 0, 0, 0, "the highest bit of the seed"));
        return all;
    }

    private static Question counters(long seed, int layer, long sample, int step, String comment) {
        return question(seed, DrawStream.ORDER, layer, sample, step, 32, 0, 1, 2, 3, 4)
                .flags(Flag.COUNTER, Flag.UNSIGNED)
                .comment(comment);
    }

    private static Question question(
            long seed, DrawStream stream, int layer, long sample, int step, int bits, long... index) {
        Question question = Question.of("DRAW-2", "DRAW-3", "DRAW-4");
        question.params().set("seed", Json.word(seed));
        return question.param("stream", stream.name())
                .param("layer", layer)
                .param("sample", sample)
                .param("step", step)
                .param("bits", bits)
                .in("index", index);
    }

    @Override
    public Question random(Dice dice, Profile profile) {
        long[] index = new long[VALUES];
        for (int i = 0; i < VALUES; i++) {
            index[i] = dice.size(dice.oneIn(2) ? 63 : Integer.MAX_VALUE);
        }
        return question(
                        dice.oneIn(4) ? dice.size(LARGEST) : dice.bits(),
                        dice.any(DrawStream.values()),
                        (int) dice.size(65_535),
                        dice.size(LARGEST),
                        (int) dice.size(Integer.MAX_VALUE),
                        dice.between(1, 32),
                        index)
                .flags(Flag.RANDOM);
    }
}
