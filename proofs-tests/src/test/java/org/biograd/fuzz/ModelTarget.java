package org.biograd.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.biograd.model.InvalidModelException;
import org.biograd.model.ModelReader;

/** Files of models; in most of them the checksum is right, so that what is behind it is reached. */
public final class ModelTarget implements Target {

    private static final int[] WORDS = {
        0, 1, 2, -1, 3, 64, 65, 255, 65_535, 65_536, Integer.MAX_VALUE, Integer.MIN_VALUE, 1 << 20, 1 << 30, 100_000
    };
    private static final int CHECKSUM = 4;

    private final List<byte[]> sound;

    ModelTarget(List<Path> models) throws IOException {
        List<byte[]> all = new ArrayList<>();
        for (Path model : models) {
            all.add(Files.readAllBytes(model));
        }
        sound = all;
    }

    @Override
    public String name() {
        return "model file";
    }

    @Override
    public int share() {
        return 150;
    }

    @Override
    public byte[] make(SplittableRandom random) {
        return changed(sound.get(random.nextInt(sound.size())), random);
    }

    /** A file with something else in it. */
    public static byte[] changed(byte[] sound, SplittableRandom random) {
        byte[] bytes = random.nextBoolean() ? Mutations.bytes(sound, random) : sound.clone();
        ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int n = random.nextInt(3); n > 0 && bytes.length > 80; n--) {
            // The header is short and has most of what can be wrong.
            int place = random.nextInt(3) == 0 ? random.nextInt(bytes.length - 8) : 4 * random.nextInt(20);
            int value = WORDS[random.nextInt(WORDS.length)];
            words.putInt(place, random.nextInt(4) == 0 ? words.getInt(place) + random.nextInt(-2, 3) : value);
        }
        if (bytes.length > CHECKSUM && random.nextInt(8) != 0) {
            CRC32 crc = new CRC32();
            crc.update(bytes, 0, bytes.length - CHECKSUM);
            words.putInt(bytes.length - CHECKSUM, (int) crc.getValue());
        }
        return bytes;
    }

    @Override
    public void read(byte[] input) {
        try {
            ModelReader.read("some.model", input);
        } catch (InvalidModelException e) {
            assertTrue(e.getMessage().startsWith("some.model: "), e.getMessage());
        }
    }
}
