package org.biograd.kit.generate.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.biograd.kit.generate.Dice;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.ProfileReader;

/**
 * A model file in the making, every field by itself, sound or not (FILE-1). It is written here once more, from the
 * text, so that a field can be given any value and the checksum still fits.
 */
final class ModelBytes {

    private static final int MOST = 1 << 16;

    private final ByteBuffer bytes = ByteBuffer.allocate(MOST).order(ByteOrder.LITTLE_ENDIAN);
    /** Where fields of four bytes begin. */
    private final List<Integer> words = new ArrayList<>();

    private final Profile profile;
    private final int[] sizes;
    private final boolean integers;

    ModelBytes(Profile profile, int[] sizes, boolean integers) {
        this.profile = profile;
        this.sizes = sizes;
        this.integers = integers;
    }

    /** Writes all but the checksum. */
    ModelBytes write(long seed, int epochs, boolean run, Dice dice) {
        byte[] text = ProfileReader.write(profile).getBytes(StandardCharsets.UTF_8);
        int layers = sizes.length - 1;
        int row = 8 + 8 * (layers - 1);
        bytes.put(new byte[] {0x42, 0x49, 0x4F, 0x47, 0x52, 0x41, 0x44, 0x1A});
        word(2).word(integers ? 0 : 1);
        bytes.putLong(seed);
        word(text.length).word(run ? 72 + epochs * row : 0).word(layers + 1);
        for (int size : sizes) {
            word(size);
        }
        for (int l = 1; l < layers; l++) {
            word(columns(l));
        }
        bytes.put(text);
        for (int l = 1; l <= layers; l++) {
            weights((sizes[l - 1] + 1) * sizes[l], profile.weight().bits(), dice);
        }
        for (int l = 1; l < layers; l++) {
            weights(sizes[l] * columns(l), profile.feedback().bits(), dice);
        }
        if (run) {
            run(epochs, layers, dice);
        }
        return this;
    }

    private int columns(int l) {
        return sizes[profile.feedback().path().source(l, sizes.length - 1)];
    }

    private ModelBytes word(int value) {
        words.add(bytes.position());
        bytes.putInt(value);
        return this;
    }

    private void weights(int count, int bits, Dice dice) {
        int most = (1 << bits - 1) - 1;
        for (int i = 0; i < count; i++) {
            if (integers) {
                word((int) dice.word(-most, most));
            } else {
                bytes.putDouble(dice.between(-4096, 4096) / 64.0);
            }
        }
    }

    private void run(int epochs, int layers, Dice dice) {
        int samples = dice.between(1, 9);
        int validation = dice.oneIn(2) ? 0 : dice.between(1, 9);
        int batches = (samples - 1) / profile.update().batch() + 1;
        for (int i = 0; i < 32; i++) {
            bytes.put((byte) dice.below(256));
        }
        word(samples).word(validation).word(epochs);
        long updates = (long) epochs * batches;
        long every =
                profile.sleep().every() == 0 ? 0 : updates / profile.sleep().every();
        bytes.putLong((long) epochs * samples).putLong(updates);
        boolean due = epochs == 0 && dice.oneIn(2);
        bytes.putLong(due ? 0 : profile.sleep().first() + every);
        word(due ? profile.sleep().first() : 0);
        for (int n = 0; n < epochs; n++) {
            word(validation == 0 ? -1 : dice.between(0, validation));
            word(dice.oneIn(2) ? -1 : dice.between(0, 100));
            for (int l = 1; l < layers; l++) {
                bytes.putDouble(
                        dice.oneIn(5) ? Double.NaN : dice.oneIn(12) ? dice.of(-1, 0, 180, 181) : dice.between(0, 180));
            }
        }
    }

    /** Gives a field of four bytes another value. */
    void change(Dice dice) {
        int place = words.get(dice.oneIn(2) ? dice.below(words.size()) : dice.below(Math.min(12, words.size())));
        int before = bytes.getInt(place);
        bytes.putInt(
                place,
                switch (dice.below(4)) {
                    case 0 -> before + 1;
                    case 1 -> before - 1;
                    case 2 -> (int) dice.word(Integer.MIN_VALUE + 1, Integer.MAX_VALUE);
                    default -> dice.of(0, 1, 2, 3, -1, 65_535, 65_536, Integer.MIN_VALUE);
                });
    }

    /** Gives any byte another value. */
    void changeByte(Dice dice) {
        int place = dice.below(bytes.position());
        bytes.put(place, (byte) (bytes.get(place) ^ 1 << dice.below(8)));
    }

    /** Appends bytes, or takes some off, before the checksum. */
    void resize(Dice dice) {
        bytes.position(Math.max(0, bytes.position() + dice.of(-8, -4, -1, 1, 4, 8)));
    }

    /** The file, with a checksum that fits. */
    byte[] file() {
        CRC32 crc = new CRC32();
        crc.update(bytes.array(), 0, bytes.position());
        bytes.putInt((int) crc.getValue());
        byte[] file = new byte[bytes.position()];
        bytes.get(0, file);
        return file;
    }
}
