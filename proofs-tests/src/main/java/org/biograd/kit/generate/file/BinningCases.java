package org.biograd.kit.generate.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.biograd.kit.cases.Json;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.Flag;
import org.biograd.kit.generate.Generator;
import org.biograd.kit.generate.Question;
import org.biograd.spec.profile.Profile;

/** {@code data.bin}. */
public final class BinningCases implements Generator {

    private static final int BYTES = 5;
    private static final int DURATION = 300_000;
    private static final int LAST_TIME = (1 << 23) - 1;
    private static final int SIDE = 34;

    @Override
    public List<Question> directed() {
        List<Question> all = new ArrayList<>();
        all.add(question(2, event(0, 0, 0, 0), event(33, 33, 1, 149_999), event(1, 2, 0, 150_000))
                .flags(Flag.EDGE, Flag.PLAIN)
                .comment("corners of the sensor, both polarities, the border of two steps"));
        all.add(question(3, event(5, 6, 1, 7), event(5, 6, 1, 8), event(5, 6, 1, 99_999), event(5, 6, 1, 100_000))
                .flags(Flag.EQUAL)
                .comment("several events of an input in a step are one spike"));
        all.add(question(4096, event(1, 1, 1, 73), event(1, 1, 1, 74), event(2, 1, 1, 299_999))
                .flags(Flag.WIDE)
                .comment("the most steps: the product of time and steps is wider than 32 bits later on"));
        all.add(question(7, event(1, 1, 0, 299_999), event(1, 1, 0, DURATION), event(2, 1, 0, LAST_TIME))
                .flags(Flag.EDGE)
                .comment("events of the last step, and later ones, which are left out"));
        all.add(question(1, event(3, 0, 0, 5), event(4, 0, 0, 5))
                .flags(Flag.ORDER)
                .comment("two events at one time"));
        all.add(question(1, event(3, 0, 0, 5), event(4, 0, 0, 4))
                .flags(Flag.ORDER)
                .comment("refused: a time below that of the event before"));
        all.add(question(1, event(SIDE, 0, 0, 5)).flags(Flag.EDGE).comment("refused: a column of 34"));
        all.add(question(1, event(0, SIDE, 0, 5)).flags(Flag.EDGE).comment("refused: a row of 34"));
        all.add(question(1, event(0, 240, 0, 5)).flags(Flag.EDGE).comment("refused: a row of 240"));
        all.add(question(1).flags(Flag.SMALL).comment("refused: no event"));
        all.add(question(1, new byte[] {0, 0, 0, 0}).flags(Flag.SMALL).comment("refused: four bytes"));
        all.add(question(1, event(1, 2, 1, 3), new byte[] {0}).flags(Flag.EDGE).comment("refused: one byte more"));
        return all;
    }

    private static byte[] event(int x, int y, int p, int time) {
        return new byte[] {(byte) x, (byte) y, (byte) (p << 7 | time >> 16), (byte) (time >> 8), (byte) time};
    }

    private static Question question(int steps, byte[]... parts) {
        StringBuilder file = new StringBuilder();
        Arrays.stream(parts).forEach(part -> file.append(HexFormat.of().formatHex(part)));
        return Question.of("DATA-2", "DATA-3")
                .param("time.steps", steps)
                .in("file", Json.object().put("file", file.toString()).get("file"));
    }

    @Override
    public Question random(Dice dice, Profile profile) {
        int steps = profile == null
                ? dice.steps(1, dice.oneIn(4) ? 300 : 24)
                : profile.time().steps();
        int events = dice.between(1, 30);
        int[] times = new int[events];
        for (int e = 0; e < events; e++) {
            long border = dice.between(0, steps) * (long) DURATION / steps + dice.between(-1, 1);
            times[e] = (int)
                    Math.max(0, dice.oneIn(2) ? border : dice.oneIn(8) ? dice.size(LAST_TIME) : dice.below(DURATION));
        }
        Arrays.sort(times);
        byte[] file = new byte[events * BYTES];
        int columns = dice.between(1, SIDE);
        for (int e = 0; e < events; e++) {
            byte[] one = event(dice.below(columns), dice.below(SIDE), dice.below(2), times[e]);
            System.arraycopy(one, 0, file, e * BYTES, BYTES);
        }
        return question(steps, dice.oneIn(5) ? Damage.any(file, dice) : file).flags(Flag.RANDOM);
    }
}
