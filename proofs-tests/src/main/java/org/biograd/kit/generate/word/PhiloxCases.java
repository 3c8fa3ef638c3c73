package org.biograd.kit.generate.word;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import org.biograd.kit.cases.Json;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.Flag;
import org.biograd.kit.generate.Generator;
import org.biograd.kit.generate.Question;
import org.biograd.spec.profile.Profile;

/** {@code random.philox}. */
public final class PhiloxCases implements Generator {

    private static final long LARGEST = 0xFFFFFFFFL;
    private static final long[][] KNOWN = {
        {0, 0, 0, 0, 0, 0},
        {LARGEST, LARGEST, LARGEST, LARGEST, LARGEST, LARGEST},
        {0x243F6A88L, 0x85A308D3L, 0x13198A2EL, 0x03707344L, 0xA4093822L, 0x299F31D0L},
    };
    private static final int WORDS = 6;
    private static final int RANDOM_BLOCKS = 2;

    @Override
    public List<Question> directed() {
        List<Question> all = new ArrayList<>();
        for (long[] known : KNOWN) {
            all.add(question(known).flags(Flag.KNOWN_ANSWER).comment("published with the generator"));
        }
        for (int place = 0; place < WORDS; place++) {
            String where = place < 4 ? "counter word " + place : "key word " + (place - 4);
            for (long value : new long[] {1, 0x80000000L, LARGEST}) {
                long[] words = new long[WORDS];
                words[place] = value;
                Flag flag = value == 1 ? Flag.ORDER : Flag.UNSIGNED;
                all.add(question(words).flags(flag).comment("only " + where + " differs from 0"));
            }
        }
        all.add(question(0, 0, 0, 0, 0x61C88647L, 0x44983151L)
                .flags(Flag.UNSIGNED)
                .comment("the key words pass 2^32 when they are stepped once"));
        all.add(question(0x7FFFFFFFL, 0, 0x7FFFFFFFL, 0, 0, 0)
                .flags(Flag.UNSIGNED)
                .comment("factors below 2^31"));
        return all;
    }

    private static Question question(long... words) {
        ArrayNode counters = Json.array();
        ArrayNode keys = Json.array();
        for (int b = 0; b < words.length; b += WORDS) {
            ArrayNode counter = counters.addArray();
            ArrayNode key = keys.addArray();
            for (int w = 0; w < WORDS; w++) {
                (w < 4 ? counter : key).add(words[b + w]);
            }
        }
        return Question.of("DRAW-1").in("counter", counters).in("key", keys);
    }

    @Override
    public Question random(Dice dice, Profile profile) {
        long[] words = new long[RANDOM_BLOCKS * WORDS];
        for (int i = 0; i < words.length; i++) {
            words[i] = dice.oneIn(3) ? dice.size(LARGEST) : dice.bits() & LARGEST;
        }
        return question(words).flags(Flag.RANDOM);
    }
}
