package org.biograd.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.biograd.spec.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The simulated recording: by hand, against a model that measures areas, and against digests that a program in Python
 * printed.
 */
@Clause({"DATA-4", "DATA-5"})
class SaccadeTest {

    /** Where the image is after each frame, counted step by step in 1/64 pixels. */
    private static int[][] path() {
        int[][] path = new int[193][2];
        int[][] speed = {{3, 6}, {3, -6}, {-6, 0}};
        for (int f = 1; f <= 192; f++) {
            path[f][0] = path[f - 1][0] + speed[(f - 1) / 64][0];
            path[f][1] = path[f - 1][1] + speed[(f - 1) / 64][1];
        }
        return path;
    }

    /** How much of the side of a sensor's pixel the side of an image's pixel covers, in 1/64 pixels. */
    private static int overlap(int sensor, int image, int moved) {
        return Math.max(
                0, Math.min(64 * sensor + 64, 64 * image + 64 + moved) - Math.max(64 * sensor, 64 * image + moved));
    }

    /** Brightness as light that falls on an area. */
    private static long[][] light(byte[] image, int[] moved) {
        long[][] light = new long[34][34];
        for (int y = 0; y < 34; y++) {
            for (int x = 0; x < 34; x++) {
                for (int v = Math.max(0, y - 8); v < Math.min(28, y + 2); v++) {
                    for (int u = Math.max(0, x - 8); u < Math.min(28, x + 2); u++) {
                        light[y][x] +=
                                (long) (image[28 * v + u] & 0xFF) * overlap(x, u, moved[0]) * overlap(y, v, moved[1]);
                    }
                }
            }
        }
        return light;
    }

    private static List<String> model(byte[] image) {
        int[][] path = path();
        long[][] reference = light(image, path[0]);
        List<String> events = new ArrayList<>();
        for (int f = 1; f <= 192; f++) {
            long[][] light = light(image, path[f]);
            for (int y = 0; y < 34; y++) {
                for (int x = 0; x < 34; x++) {
                    long change = light[y][x] - reference[y][x];
                    if (Math.abs(change) >= 196_608) {
                        reference[y][x] += Long.signum(change) * 196_608L;
                        events.add(event(x, y, change > 0 ? 1 : 0, (f - 1) * 1562 + (f - 1) / 2 + 34 * y + x));
                    }
                }
            }
        }
        return events;
    }

    private static String event(int x, int y, int polarity, int time) {
        return x + "," + y + "," + polarity + "@" + time;
    }

    private static List<String> events(byte[] image) {
        Recording recording = new Saccade().record(image);
        List<String> events = new ArrayList<>();
        for (int e = 0; e < recording.size(); e++) {
            events.add(event(
                    recording.x(e),
                    recording.y(e),
                    recording.polarity(e),
                    recording.times()[e]));
        }
        return events;
    }

    /**
     * A single pixel of level 96, twice the contrast, in the corner: it fades where it was, and shows up where it goes.
     */
    @Test
    void onePixelByHand() {
        byte[] image = new byte[784];
        image[0] = 96;
        List<String> events = events(image);
        // At 0, 0 the brightness is 96 (64 - 3 f) (64 - 6 f) / 4096: 48.75 at f = 4, 39.05 at f = 5, and 0 from f = 11
        // on.
        assertEquals(event(0, 0, 0, 6250), events.get(0));
        assertTrue(events.contains(event(0, 0, 0, 15_625)), events.toString());
        // The saccade ends at 3, 6: frame 64, line 6.
        assertTrue(events.contains(event(3, 6, 1, 63 * 1562 + 31 + 34 * 6 + 3)), events.toString());
        assertEquals(model(image), events);
    }

    @Property(tries = 25)
    void itIsTheModel(@ForAll long seed, @ForAll @IntRange(min = 1, max = 784) int lit) {
        Random random = new Random(seed);
        byte[] image = new byte[784];
        for (int i = 0; i < lit; i++) {
            image[random.nextInt(784)] = (byte) (random.nextBoolean() ? 255 : random.nextInt(256));
        }
        assertEquals(model(image), events(image));
    }

    @Test
    void oneSimulatorRecordsImageAfterImage() {
        Saccade saccade = new Saccade();
        for (int n = 1; n <= 3; n++) {
            Recording again = saccade.record(IdxFiles.strokes(n));
            Recording fresh = new Saccade().record(IdxFiles.strokes(n));
            assertArrayEquals(fresh.inputs(), again.inputs());
            assertArrayEquals(fresh.times(), again.times());
        }
    }

    @Test
    void timesAscendAndEndBeforeTheBins() {
        int[] times = new Saccade().record(IdxFiles.strokes(2)).times();
        for (int e = 1; e < times.length; e++) {
            assertTrue(times[e] > times[e - 1], "event " + e);
        }
        assertTrue(times[times.length - 1] < 300_000);
    }

    @ParameterizedTest
    @CsvSource({
        "1,54d37326d59fd5368d03def8b49bebaa475439f3d09e00e76470c44932f1946e",
        "2,784418a6b2d593da5f5f6af8128ef328d81fab16ce28a75f48f1d82a4be251ed",
        "3,1b8337641b319a438d808e502c32939ddd0b74f140fce328d533dedd31ddf43f"
    })
    void theBytesOfAFile(int n, String digest) throws NoSuchAlgorithmException {
        byte[] bytes = EventFile.encode(new Saccade().record(IdxFiles.strokes(n)));
        assertEquals(
                digest,
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    }

    @Test
    void darkAndEvenImages() {
        assertEquals(0, new Saccade().record(new byte[784]).size());
        byte[] faint = new byte[784];
        Arrays.fill(faint, (byte) 47);
        assertEquals(0, new Saccade().record(faint).size());
        assertThrows(IllegalArgumentException.class, () -> new Saccade().record(new byte[783]));
    }
}
