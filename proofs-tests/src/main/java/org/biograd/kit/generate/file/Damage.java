package org.biograd.kit.generate.file;

import java.util.Arrays;
import org.biograd.kit.generate.Dice;

/** Ways to spoil bytes. */
final class Damage {

    private static final int[] VALUES = {0, 1, 2, 127, 128, 254, 255};

    private Damage() {}

    /** A copy with one byte changed, a tail cut off, or some bytes appended. */
    static byte[] any(byte[] sound, Dice dice) {
        return switch (dice.below(4)) {
            case 0 -> Arrays.copyOf(sound, dice.below(Math.max(1, sound.length)));
            case 1 -> Arrays.copyOf(sound, sound.length + dice.between(1, 8));
            default -> byteAt(sound, dice.below(sound.length), dice);
        };
    }

    /** A copy with another value in one byte. */
    static byte[] byteAt(byte[] sound, int place, Dice dice) {
        byte[] copy = sound.clone();
        copy[place] = (byte) (dice.oneIn(2) ? dice.of(VALUES) : copy[place] ^ 1 << dice.below(8));
        return copy;
    }
}
