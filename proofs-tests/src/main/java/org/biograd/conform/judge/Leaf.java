package org.biograd.conform.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.biograd.kit.cases.Json;

/** Single words of a case, whether they are numbers or, beyond 53 bits, hexadecimal strings. */
public final class Leaf {

    private Leaf() {}

    public static boolean isWord(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong() || Json.isHex(node);
    }

    public static long word(JsonNode node) {
        return node.isTextual() ? Json.hex(node) : node.longValue();
    }

    /** Whether a word fits so many bits, signed or unsigned. */
    public static boolean fits(long word, int bits) {
        return bits >= Long.SIZE || word >= -(1L << bits - 1) && word < 1L << bits;
    }

    /** The least usual width that a word fits, in two's complement. */
    public static int width(long word) {
        for (int bits = 8; bits < Long.SIZE; bits *= 2) {
            if (word >= -(1L << bits - 1) && word < 1L << bits - 1) {
                return bits;
            }
        }
        return Long.SIZE;
    }

    /** The bits of a word in two's complement, for example {@code 0xfffffe} in 24. */
    public static String hex(long word, int bits) {
        long kept = bits >= Long.SIZE ? word : word & (1L << bits) - 1;
        String digits = Long.toHexString(kept).toLowerCase(Locale.ROOT);
        return "0x" + "0".repeat(Math.max(0, (bits + 3) / 4 - digits.length())) + digits;
    }
}
