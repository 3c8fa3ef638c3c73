package org.biograd.words;

import java.math.BigInteger;
import java.util.Map;

/** DRAW-1 to DRAW-4 in unbounded integers, from the text of the clauses. */
public class DrawModel {

    /** The codes of DRAW-4; StreamsTest holds them against the table of the text. */
    public static final Map<String, Integer> CODES = Map.ofEntries(
            Map.entry("INPUT", 1),
            Map.entry("TRACE", 2),
            Map.entry("LEARNING_ERROR", 3),
            Map.entry("WEIGHT", 4),
            Map.entry("SLEEP_RATE", 5),
            Map.entry("SLEEP_POSITIVE", 6),
            Map.entry("SLEEP_NEGATIVE", 7),
            Map.entry("SLEEP_FEEDBACK", 8),
            Map.entry("INITIAL_WEIGHT", 9),
            Map.entry("INITIAL_FEEDBACK", 10),
            Map.entry("ORDER", 11),
            Map.entry("TEST_INPUT", 12),
            Map.entry("FED_BACK_ERROR", 13));

    private static final BigInteger WORD = BigInteger.TWO.pow(32);
    private static final BigInteger MASK = WORD.subtract(BigInteger.ONE);
    private static final BigInteger FACTOR_A = BigInteger.valueOf(0xD2511F53L);
    private static final BigInteger FACTOR_B = BigInteger.valueOf(0xCD9E8D57L);
    private static final BigInteger STEP_0 = BigInteger.valueOf(0x9E3779B9L);
    private static final BigInteger STEP_1 = BigInteger.valueOf(0xBB67AE85L);

    private final BigInteger key0;
    private final BigInteger key1;

    /** What a block is of. */
    private record Place(String stream, int layer, long sample, long step, long number) {}

    /** The block at hand; draws at neighbouring indices share it. */
    private BigInteger block;

    private Place blockPlace;

    /** Draws of a seed, its 64 bits read as unsigned. */
    public DrawModel(long seed) {
        BigInteger unsigned = BigInteger.valueOf(seed).mod(WORD.multiply(WORD));
        key0 = unsigned.mod(WORD);
        key1 = unsigned.divide(WORD);
    }

    /** DRAW-1: the four words after ten rounds. */
    public static BigInteger[] philox(BigInteger[] counter, BigInteger k0, BigInteger k1) {
        BigInteger[] c = counter.clone();
        for (int round = 0; round < 10; round++) {
            BigInteger weyl = BigInteger.valueOf(round);
            BigInteger roundKey0 = k0.add(STEP_0.multiply(weyl)).mod(WORD);
            BigInteger roundKey1 = k1.add(STEP_1.multiply(weyl)).mod(WORD);
            BigInteger a = FACTOR_A.multiply(c[0]);
            BigInteger b = FACTOR_B.multiply(c[2]);
            c = new BigInteger[] {
                b.shiftRight(32).xor(c[1]).xor(roundKey0),
                b.and(MASK),
                a.shiftRight(32).xor(c[3]).xor(roundKey1),
                a.and(MASK)
            };
        }
        return c;
    }

    /** DRAW-2 and DRAW-3: the draw of some bits at an index. */
    public BigInteger draw(String stream, int layer, long sample, long step, long index, int bits) {
        int lane = bits <= 8 ? 8 : bits <= 16 ? 16 : 32;
        int lanes = 128 / lane;
        long number = index / lanes;
        int shift = lane * (int) (index % lanes);
        return block(stream, layer, sample, step, number)
                .shiftRight(shift)
                .and(BigInteger.TWO.pow(bits).subtract(BigInteger.ONE));
    }

    private BigInteger block(String stream, int layer, long sample, long step, long number) {
        Place place = new Place(stream, layer, sample, step, number);
        if (!place.equals(blockPlace)) {
            BigInteger[] counter = {
                BigInteger.valueOf(number),
                BigInteger.valueOf(step),
                BigInteger.valueOf(sample),
                BigInteger.valueOf(CODES.get(stream) * 65_536L + layer)
            };
            BigInteger[] words = philox(counter, key0, key1);
            block = BigInteger.ZERO;
            for (int w = 0; w < 4; w++) {
                block = block.add(words[w].multiply(WORD.pow(w)));
            }
            blockPlace = place;
        }
        return block;
    }
}
