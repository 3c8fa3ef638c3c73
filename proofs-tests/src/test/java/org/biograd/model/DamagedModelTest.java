package org.biograd.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.biograd.spec.Clause;
import org.biograd.spec.profile.Profiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are no sound models are refused in one clear line, whatever is wrong with them. */
@Clause("FILE-7")
class DamagedModelTest {

    private static final int SIZES = 36;

    @TempDir
    private Path folder;

    private byte[] sound;
    private int profileAt;
    private int weightsAt;
    private int runAt;

    @BeforeEach
    void write() throws IOException {
        sound = Models.bytes(Models.small(), folder);
        profileAt = SIZES + 4 * 6;
        weightsAt = profileAt + word(sound, 24);
        runAt = weightsAt + 4 * (16 + 10 + 6 + 8 + 4);
        assertEquals(sound.length, runAt + word(sound, 28) + 4);
        ModelReader.read("sound", sound);
    }

    private static int word(byte[] bytes, int place) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(place);
    }

    private static String refusal(byte[] bytes) {
        String message = assertThrows(InvalidModelException.class, () -> ModelReader.read("some.model", bytes))
                .getMessage();
        assertTrue(message.startsWith("some.model: "), message);
        assertEquals(1, message.lines().count(), message);
        return message;
    }

    /** The message for a file with a change in it and the checksum that then is right. */
    private String refusal(Consumer<ByteBuffer> change) {
        ByteBuffer bytes = ByteBuffer.wrap(sound.clone()).order(ByteOrder.LITTLE_ENDIAN);
        change.accept(bytes);
        int end = sound.length - 4;
        bytes.putInt(end, (int) ModelFileTest.crc(Arrays.copyOf(bytes.array(), end)));
        return refusal(bytes.array());
    }

    @Test
    void truncationAnywhereIsRefused() {
        for (int length = 0; length < sound.length; length++) {
            String message = refusal(Arrays.copyOf(sound, length));
            assertTrue(message.contains(" bytes"), length + ": " + message);
        }
    }

    @Test
    @Clause("FILE-6")
    void everyFlippedBitIsFound() {
        for (int bit = 0; bit < 8 * sound.length; bit++) {
            byte[] flipped = sound.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            refusal(flipped);
        }
    }

    @Test
    void bytesThatFollowAreRefused() {
        assertTrue(refusal(Arrays.copyOf(sound, sound.length + 1))
                .contains("has " + (sound.length + 1) + " bytes; a model 3-4-2-2 with a profile of "));
    }

    /** What would need gigabytes if it were believed. */
    @ParameterizedTest
    @CsvSource({"36,65535", "40,65535", "52,65535", "28,1000000000", "24,65536"})
    void claimsThatTheFileDoesNotWarrantAreRefused(int place, int value) {
        String message = refusal(bytes -> bytes.putInt(place, value));
        assertTrue(message.contains("has " + sound.length + " bytes; a model "), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0  | 1145655874 | byte 0: magic: 4249494452414  ",
                "8  | 1  | byte 8: version: 1 is not 2",
                "12 | 2  | byte 12: arithmetic: 2 is not within 0..1",
                "24 | 0  | byte 24: profile bytes: 0 is not within 1..65536",
                "24 | 65537 | byte 24: profile bytes: 65537 is not within 1..65536",
                "28 | -1 | byte 28: run bytes: 4294967295 is not within 0..1073741824",
                "32 | 1  | byte 32: layers: 1 is not within 2..64",
                "32 | 65 | byte 32: layers: 65 is not within 2..64",
                "36 | 0  | byte 36: size(0): 0 is not within 1..65535",
                "48 | 65536 | byte 48: size(3): 65536 is not within 1..65535",
                "52 | 0  | byte 52: K(1): 0 is not within 1..65535",
            })
    void whatIsWrongInTheHeaderIsNamed(int place, int value, String message) {
        String found = refusal(bytes -> bytes.putInt(place, value));
        if (place > 0) {
            assertEquals("some.model: " + message, found);
        } else {
            assertTrue(
                    found.startsWith("some.model: byte 0: magic: ")
                            && found.endsWith("is not 42494f475241441a; this is no model"),
                    found);
        }
    }

    @Test
    void layersThatAreTooLargeTogetherAreRefused() {
        String message = refusal(bytes -> bytes.putInt(36, 60_000).putInt(40, 60_000));
        assertEquals(
                "some.model: byte 36: sizes: layers of 60000 and 60000 neurons need more than 268435456 synapses",
                message);
    }

    @Test
    @Clause("FILE-2")
    void aProfileThatIsNoneIsRefused() {
        assertTrue(refusal(bytes -> bytes.put(profileAt, (byte) 0xFF))
                .endsWith(": byte " + profileAt + ": profile: not UTF-8 text"));
        assertTrue(refusal(bytes -> bytes.put(profileAt, (byte) 'N'))
                .contains(": byte " + profileAt + ": profile: name: missing"));
    }

    @Test
    void columnsThatAreNotThoseOfTheProfileAreRefused() {
        // 8 columns less for layer 1, as many weights more for layer 2: the size stays right.
        String message = refusal(bytes -> bytes.putInt(52, 1).putInt(56, 4));
        assertEquals("some.model: byte 52: K(1): 1 is not the 2 of feedback that is LAYERWISE", message);
    }

    @Test
    @Clause("FILE-3")
    void weightsBeyondTheirWidthAreRefused() {
        assertTrue(refusal(bytes -> bytes.putInt(weightsAt + 4 * 17, 8)).endsWith("w2[1]: 8 is not within -7..7"));
        assertTrue(refusal(bytes -> bytes.putInt(weightsAt + 4 * 32, -8))
                .endsWith("feedback1[0]: -8 is not within -7..7"));
        assertTrue(refusal(bytes -> bytes.putInt(weightsAt, Integer.MIN_VALUE))
                .endsWith("w1[0]: -2147483648 is not within -7..7"));
    }

    @Test
    @Clause("FILE-3")
    void realWeightsAreFinite() throws IOException {
        sound = Models.bytes(Models.reals(Profiles.tiny(), 3, 2), folder);
        int last = sound.length - 4 - 8;
        assertTrue(refusal(bytes -> bytes.putDouble(last, Double.NaN)).endsWith("w1[7]: NaN is not finite"));
        assertTrue(refusal(bytes -> bytes.putDouble(last, Double.NEGATIVE_INFINITY))
                .endsWith("w1[7]: -Infinity is not finite"));
    }

    @Test
    @Clause("FILE-4")
    void runsThatCannotBeAreRefused() {
        String place = "some.model: from byte ";
        assertTrue(refusal(bytes -> bytes.putInt(runAt + 32, 0))
                .endsWith("byte " + (runAt + 32) + ": N: 0 is not within 1..2147483647"));
        assertTrue(refusal(bytes -> bytes.putInt(runAt + 40, 2))
                .endsWith("run bytes: 144 is not the 120 of a run of 2 epochs"));
        assertTrue(refusal(bytes -> bytes.putInt(runAt + 32, 8))
                .endsWith("samples: 21 is not the 24 that a run has at this place"));
        assertTrue(refusal(bytes -> bytes.putLong(runAt + 52, 20))
                .endsWith("updates: 20 is not the 21 that a run has at this place"));
        assertTrue(refusal(bytes -> bytes.putLong(runAt + 60, 6))
                .endsWith("sleeps: 6 is not the 5 that a run has at this place"));
        assertTrue(refusal(bytes -> bytes.putInt(runAt + 68, 1)).endsWith("sleepsDue: 1 is not within 0..0"));
        assertTrue(refusal(bytes -> bytes.putInt(runAt + 72, 3))
                .endsWith("validationRight: 3 cannot be of 2 validation samples"));
        assertTrue(refusal(bytes -> bytes.putInt(runAt + 72, -1))
                .endsWith("validationRight: -1 cannot be of 2 validation samples"));
        assertTrue(refusal(bytes -> bytes.putInt(runAt + 76, -2)).endsWith("testRight: -2 is not -1 or more"));
        assertTrue(refusal(bytes -> bytes.putDouble(runAt + 80, 181))
                .endsWith("feedbackAngles: 181.0 is not within 0..180"));
        assertTrue(refusal(bytes -> bytes.putDouble(runAt + 80, 181)).startsWith(place + runAt));
    }
}
