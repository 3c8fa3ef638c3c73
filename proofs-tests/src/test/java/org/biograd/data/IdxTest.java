package org.biograd.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.biograd.spec.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images and labels made by hand, and every way to spoil them. */
@Clause("DATA-1")
class IdxTest {

    private static final byte[] IMAGES =
            IdxFiles.images(2, 3, new byte[] {0, 1, 2, 3, 4, (byte) 255}, new byte[] {9, 8, 7, 6, 5, (byte) 128});
    private static final byte[] LABELS = IdxFiles.labels(3, 0, 9);

    private static Idx.Images images(byte[] bytes) throws IOException {
        return Idx.images("images", new ByteArrayInputStream(bytes));
    }

    private static int[] labels(byte[] bytes) throws IOException {
        return Idx.labels("labels", new ByteArrayInputStream(bytes));
    }

    private static String imageRefusal(byte[] bytes) {
        return assertThrows(InvalidDataException.class, () -> images(bytes)).getMessage();
    }

    private static String labelRefusal(byte[] bytes) {
        return assertThrows(InvalidDataException.class, () -> labels(bytes)).getMessage();
    }

    @Test
    void imagesAndLabelsAreReadPlainAndCompressed() throws IOException {
        for (byte[] bytes : new byte[][] {IMAGES, IdxFiles.gzip(IMAGES)}) {
            Idx.Images read = images(bytes);
            assertEquals(2, read.rows());
            assertEquals(3, read.columns());
            assertArrayEquals(new byte[][] {{0, 1, 2, 3, 4, -1}, {9, 8, 7, 6, 5, -128}}, read.pixels());
        }
        assertArrayEquals(new int[] {3, 0, 9}, labels(LABELS));
        assertArrayEquals(new int[] {3, 0, 9}, labels(IdxFiles.gzip(LABELS)));
    }

    @Test
    void truncationAtEveryByteIsRefused() {
        for (int length = 0; length < IMAGES.length; length++) {
            String expected = length < 16 ? "within the header" : "; its 2 images of 2 x 3 take 28";
            String message = imageRefusal(Arrays.copyOf(IMAGES, length));
            assertTrue(
                    message.startsWith("images: ends after " + length + " bytes") && message.contains(expected),
                    message);
        }
        for (int length = 0; length < LABELS.length; length++) {
            String expected = length < 8 ? "within the header" : "; its 3 labels take 11";
            String message = labelRefusal(Arrays.copyOf(LABELS, length));
            assertTrue(
                    message.startsWith("labels: ends after " + length + " bytes") && message.contains(expected),
                    message);
        }
        byte[] compressed = IdxFiles.gzip(IMAGES);
        for (int length = 2; length < compressed.length; length++) {
            assertEquals("images: ends too early for a gzip file", imageRefusal(Arrays.copyOf(compressed, length)));
        }
    }

    @Test
    void everyBitOfTheHeaderMatters() {
        for (int bit = 0; bit < 16 * 8; bit++) {
            String message = imageRefusal(flipped(IMAGES, bit));
            assertTrue(message.startsWith("images: "), message);
        }
        for (int bit = 0; bit < 8 * 8; bit++) {
            String message = labelRefusal(flipped(LABELS, bit));
            assertTrue(message.startsWith("labels: "), message);
        }
    }

    @Test
    void aFlippedBitOfACompressedFileIsRefusedOrChangesNothing() throws IOException {
        byte[] compressed = IdxFiles.gzip(IMAGES);
        int refused = 0;
        for (int bit = 0; bit < compressed.length * 8; bit++) {
            try {
                assertArrayEquals(
                        images(IMAGES).pixels(),
                        images(flipped(compressed, bit)).pixels(),
                        "bit " + bit);
            } catch (InvalidDataException e) {
                assertTrue(e.getMessage().startsWith("images: "), e.getMessage());
                refused++;
            }
        }
        // What the header of gzip says about time and system does not matter.
        assertTrue(refused >= (compressed.length - 10) * 8, refused + " of " + compressed.length * 8);
    }

    /** Junk, zeros, another member, half of one: a reader that stops at the first would pass them all. */
    @Test
    void nothingMayFollowAGzipMember() throws IOException {
        byte[] member = IdxFiles.gzip(IMAGES);
        byte[] empty = IdxFiles.gzip(new byte[0]);
        for (byte[] tail : new byte[][] {
            {0}, {7}, new byte[8], new byte[100], {0x1F, (byte) 0x8B}, empty, Arrays.copyOf(empty, 5), member
        }) {
            byte[] file = Arrays.copyOf(member, member.length + tail.length);
            System.arraycopy(tail, 0, file, member.length, tail.length);
            String message = imageRefusal(file);
            assertTrue(message.contains("goes on after"), message);
        }
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] changed = bytes.clone();
        changed[bit / 8] ^= (byte) (1 << bit % 8);
        return changed;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "801 | 2 | 2 | 3 | images: byte 0: magic number 0x00000801 is not 0x00000803, that of images; these "
                        + "are labels",
                "d03 | 2 | 2 | 3 | images: byte 0: magic number 0x00000d03 is not 0x00000803, that of images",
                "803 | 0 | 2 | 3 | images: byte 4: images: 0 is not within 1..1048576",
                "803 | 100001 | 2 | 3 | images: byte 4: images: 1048577 is not within 1..1048576",
                "803 | ffffffff | 2 | 3 | images: byte 4: images: 4294967295 is not within 1..1048576",
                "803 | 2 | 0 | 3 | images: byte 8: rows: 0 is not within 1..256",
                "803 | 2 | 101 | 3 | images: byte 8: rows: 257 is not within 1..256",
                "803 | 2 | 2 | 80000000 | images: byte 12: columns: 2147483648 is not within 1..256",
                "803 | 4001 | 100 | 100 | images: 16385 images of 256 x 256 exceed 1073741824 pixels",
                "803 | 100000 | 100 | 100 | images: 1048576 images of 256 x 256 exceed 1073741824 pixels",
                "803 | 1 | 2 | 3 | images: goes on after the 22 bytes of its 1 images of 2 x 3",
                "803 | 3 | 2 | 3 | images: ends after 28 bytes; its 3 images of 2 x 3 take 34",
            })
    void aWrongHeaderIsNamedWithItsPlace(String magic, String count, String rows, String columns, String message) {
        byte[] bytes = IMAGES.clone();
        ByteBuffer header = ByteBuffer.wrap(bytes);
        for (String word : new String[] {magic, count, rows, columns}) {
            header.putInt(Integer.parseUnsignedInt(word, 16));
        }
        assertEquals(message, imageRefusal(bytes));
    }

    @Test
    void aLabelAboveNineIsNamedWithItsPlace() {
        assertEquals("labels: byte 10: label 2: 10 is not within 0..9", labelRefusal(IdxFiles.labels(1, 9, 10)));
        assertEquals("labels: byte 8: label 0: 255 is not within 0..9", labelRefusal(IdxFiles.labels(255)));
        assertEquals(
                "labels: byte 0: magic number 0x00000803 is not 0x00000801, that of labels; these are images",
                labelRefusal(IMAGES));
        assertEquals("labels: goes on after the 11 bytes of its 3 labels", labelRefusal(Arrays.copyOf(LABELS, 12)));
    }

    @Test
    void whatTheHeaderClaimsIsNotAllocated() {
        byte[] claims = ByteBuffer.allocate(16 + 100)
                .putInt(0x803)
                .putInt(1 << 14)
                .putInt(256)
                .putInt(256)
                .array();
        imageRefusal(claims);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertEquals(
                "images: ends after 116 bytes; its 16384 images of 256 x 256 take 1073741840", imageRefusal(claims));
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < 1 << 20, allocated + " bytes were allocated");
    }

    @Test
    void aFileThatUnpacksToFarMoreThanItsHeaderIsRefusedEarly() {
        byte[] bomb = IdxFiles.gzip(Arrays.copyOf(IMAGES, 1 << 28));
        ByteArrayInputStream in = new ByteArrayInputStream(bomb);
        assertThrows(InvalidDataException.class, () -> Idx.images("images", in));
        assertTrue(in.available() > bomb.length / 2, in.available() + " of " + bomb.length + " bytes are left");
    }

    @Test
    void aFailingStreamIsNotMistakenForBadData() {
        InputStream failing = new FailingStream();
        IOException error = assertThrows(IOException.class, () -> Idx.labels("labels", failing));
        assertEquals(IOException.class, error.getClass());
    }
}
