package org.biograd.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.biograd.fixedpoint.Digest;
import org.biograd.fixedpoint.Network;
import org.biograd.kit.generate.ProfileChange;
import org.biograd.spec.Clause;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.ProfileReader;
import org.biograd.spec.profile.Profiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in a model file, byte by byte, and that it is read as it was written. */
class ModelFileTest {

    @TempDir
    private Path folder;

    /** Takes the bytes of a file apart, number by number. */
    private static final class Bytes {
        private final byte[] bytes;
        private int place;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] next(int length) {
            place += length;
            return Arrays.copyOfRange(bytes, place - length, place);
        }

        BigInteger unsigned(int length) {
            byte[] least = next(length);
            BigInteger value = BigInteger.ZERO;
            for (int i = length - 1; i >= 0; i--) {
                value = value.shiftLeft(8).add(BigInteger.valueOf(least[i] & 0xFF));
            }
            return value;
        }

        long u32() {
            return unsigned(4).longValueExact();
        }

        int i32() {
            return unsigned(4).intValue();
        }

        double f64() {
            return Double.longBitsToDouble(unsigned(8).longValue());
        }
    }

    @Test
    @Clause({"FILE-1", "FILE-2", "FILE-3", "FILE-4", "FILE-6"})
    void everyByteIsWhereTheTextSaysItIs() throws IOException {
        Model model = Models.small();
        byte[] all = Models.bytes(model, folder);
        Bytes bytes = new Bytes(all);

        assertArrayEquals("BIOGRAD\u001a".getBytes(StandardCharsets.US_ASCII), bytes.next(8));
        assertEquals(2, bytes.u32());
        assertEquals(0, bytes.u32());
        assertEquals(new BigInteger("fedcba9876543210", 16), bytes.unsigned(8));
        int profile = (int) bytes.u32();
        assertEquals(72 + 3 * (8 + 8 * 2), bytes.u32());
        assertEquals(4, bytes.u32());
        assertEquals(List.of(3L, 4L, 2L, 2L), List.of(bytes.u32(), bytes.u32(), bytes.u32(), bytes.u32()));
        assertEquals(List.of(2L, 2L), List.of(bytes.u32(), bytes.u32()));
        assertEquals(
                model.profile(), ProfileReader.read("file", new String(bytes.next(profile), StandardCharsets.UTF_8)));
        int[][] values = ((ModelWeights.Integers) model.weights()).values();
        assertEquals(
                List.of(16, 10, 6, 8, 4),
                Arrays.stream(values).map(array -> array.length).toList());
        for (int[] array : values) {
            for (int weight : array) {
                assertEquals(weight, bytes.i32());
            }
        }
        assertEquals(
                "00112233445566778899aabbccddeeff".repeat(2), HexFormat.of().formatHex(bytes.next(32)));
        assertEquals(List.of(7L, 2L, 3L), List.of(bytes.u32(), bytes.u32(), bytes.u32()));
        assertEquals(
                List.of(21L, 21L, 5L),
                Stream.generate(() -> bytes.unsigned(8).longValue()).limit(3).toList());
        assertEquals(0, bytes.u32());
        for (int e = 1; e <= 3; e++) {
            assertEquals(e % 3, bytes.i32());
            assertEquals(e == 2 ? -1 : e, bytes.i32());
            for (int l = 1; l <= 2; l++) {
                assertEquals(e == 1 ? Double.NaN : 10.5 * e + l, bytes.f64());
            }
        }
        assertEquals(crc(Arrays.copyOf(all, all.length - 4)), bytes.u32());
        assertEquals(all.length, bytes.place);
    }

    /** Bit by bit, from the polynomial. */
    static long crc(byte[] bytes) {
        long crc = 0xFFFF_FFFFL;
        for (byte b : bytes) {
            for (int bit = 0; bit < 8; bit++) {
                long carry = (crc ^ b >> bit) & 1;
                crc = crc >> 1 ^ (carry == 1 ? Long.reverse(0x04C1_1DB7L) >>> 32 : 0);
            }
        }
        return crc ^ 0xFFFF_FFFFL;
    }

    static Stream<Model> models() {
        Profile layerwise = ProfileChange.of(Profiles.tiny(), "feedback.path", "LAYERWISE");
        return Stream.of(
                Models.integers(Profiles.tiny(), 1, 1),
                Models.integers(Profiles.loihi(), 9, 5, 3),
                Models.integers(Profiles.wide(), 300, 70, 20, 10),
                Models.reals(Profiles.tiny(), 4, 3, 2, 3),
                Models.withRun(Models.integers(Profiles.tiny(), 5, 3), 0),
                Models.withRun(Models.reals(layerwise, 5, 4, 3, 2), 2),
                Models.small());
    }

    @ParameterizedTest
    @MethodSource("models")
    @Clause({"FILE-1", "FILE-3", "FILE-4"})
    void whatIsWrittenIsRead(Model model) throws IOException {
        Model read = ModelReader.read("file", Models.bytes(model, folder));

        assertEquals(model.shape(), read.shape());
        assertEquals(model.profile(), read.profile());
        assertEquals(model.seed(), read.seed());
        assertEquals(model.run(), read.run());
        if (model.weights() instanceof ModelWeights.Integers integers) {
            assertTrue(Arrays.deepEquals(integers.values(), ((ModelWeights.Integers) read.weights()).values()));
        } else {
            assertTrue(Arrays.deepEquals(
                    ((ModelWeights.Reals) model.weights()).values(), ((ModelWeights.Reals) read.weights()).values()));
        }
    }

    @Test
    @Clause("FILE-3")
    void theDigestOfAnIntegerNetworkIsThatOfItsWeightsInTheFile() throws Exception {
        Network network = new Network(Shape.of(6, 5, 4, 3), Profiles.loihi(), 9);
        int[][] values = {
            network.weights(1), network.weights(2), network.weights(3), network.feedback(1), network.feedback(2)
        };
        Model model =
                new Model(network.shape(), network.profile(), 9, new ModelWeights.Integers(values), Optional.empty());

        assertEquals(Digest.of(network), WeightBytes.digest(model.weights()));
        byte[] all = Models.bytes(model, folder);
        int weights = 4 * (7 * 5 + 6 * 4 + 5 * 3 + 5 * 3 + 4 * 3);
        byte[] section = Arrays.copyOfRange(all, all.length - 4 - weights, all.length - 4);
        assertEquals(
                Digest.of(network),
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(section)));
        assertFalse(WeightBytes.digest(Models.reals(Profiles.tiny(), 3, 2).weights())
                .equals(WeightBytes.digest(Models.reals(Profiles.tiny(), 3, 3).weights())));
    }

    @Test
    @Clause("FILE-9")
    void aFileIsReplacedWhole() throws IOException {
        Path file = folder.resolve("m");
        ModelFile.write(file, Models.integers(Profiles.wide(), 40, 30, 20));
        ModelFile.write(file, Models.small());

        assertEquals(Models.small().shape(), ModelReader.read(file).shape());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }
}
