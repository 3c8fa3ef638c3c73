package org.biograd.io.array;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrays of NumPy, from files made byte by byte, from hostile ones, and back. */
class NpyTest {

    @TempDir
    private Path folder;

    private static byte[] file(int version, String header, byte[] data) {
        byte[] text = (header + "\n").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer bytes = ByteBuffer.allocate((version == 1 ? 10 : 12) + text.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
        if (version == 1) {
            bytes.putShort((short) text.length);
        } else {
            bytes.putInt(text.length);
        }
        return bytes.put(text).put(data).array();
    }

    private static String header(String descr, String fortran, String shape) {
        return "{'descr': '" + descr + "', 'fortran_order': " + fortran + ", 'shape': " + shape + ", }";
    }

    private NpyArray read(byte[] bytes) throws IOException {
        return NpyReader.read(Files.write(folder.resolve("a.npy"), bytes));
    }

    @Test
    void readsEveryTypeInEitherOrderOfBytes() throws IOException {
        byte[] data = {1, -2, 3, -4, 5, -6, 7, -8};
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            String mark = order == ByteOrder.BIG_ENDIAN ? ">" : "<";
            ByteBuffer bytes = ByteBuffer.wrap(data).order(order);
            NpyArray shorts = read(file(1, header(mark + "i2", "False", "(4,)"), data));
            NpyArray words = read(file(2, header(mark + "u2", "False", "(2, 2)"), data));
            NpyArray ints = read(file(3, header(mark + "i4", "False", "(2,)"), data));
            NpyArray floats = read(file(1, header(mark + "f4", "False", "(2,)"), data));
            for (int i = 0; i < 4; i++) {
                assertEquals(bytes.getShort(2 * i), shorts.integer(i));
                assertEquals(Short.toUnsignedInt(bytes.getShort(2 * i)), words.integer(i));
            }
            for (int i = 0; i < 2; i++) {
                assertEquals(bytes.getInt(4 * i), ints.integer(i));
                assertEquals(bytes.getFloat(4 * i), floats.real(i));
            }
            assertEquals(
                    bytes.getDouble(0),
                    read(file(1, header(mark + "f8", "False", "()"), data)).real(0));
        }
        assertEquals(254, read(file(1, header("|u1", "False", "(8,)"), data)).integer(1));
        assertEquals(-2, read(file(1, header("|i1", "False", "(8,)"), data)).integer(1));
        NpyArray huge = read(file(1, header("<u8", "False", "(1,)"), new byte[] {0, 0, 0, 0, 0, 0, 0, -128}));
        assertTrue(assertThrows(IllegalStateException.class, () -> huge.integer(0))
                .getMessage()
                .endsWith("element 0 is 9223372036854775808, more than 2^63 - 1"));
    }

    @Test
    void numbersElementsInTheOrderOfCWhicheverTheFileHas() throws IOException {
        byte[] data = new byte[24];
        for (int a = 0; a < 2; a++) {
            for (int b = 0; b < 3; b++) {
                for (int c = 0; c < 4; c++) {
                    data[a + 2 * (b + 3 * c)] = (byte) (100 * a + 10 * b + c);
                }
            }
        }
        NpyArray array = read(file(1, header("|i1", "True", "(2, 3, 4)"), data));
        for (int i = 0; i < 24; i++) {
            assertEquals(100 * (i / 12) + 10 * (i / 4 % 3) + i % 4, array.integer(i));
        }
        assertArrayEquals(new int[] {2, 3, 4}, array.shape());
        assertEquals("(2, 3, 4)", array.shapeText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "<i4 ~ False ~ (2,) ~ 7 ~ 7 bytes of elements; the header promises 8",
                "<i4 ~ False ~ (2,) ~ 9 ~ more bytes than the 8",
                "<i4 ~ False ~ (300000000,) ~ 8 ~ has more than 1073741824 bytes",
                "<i4 ~ False ~ (99999, 99999, 99999, 99999) ~ 8 ~ has more than 1073741824 bytes",
                "<f8 ~ False ~ (134217728,) ~ 8 ~ 8 bytes of elements",
                "|O ~ False ~ (2,) ~ 8 ~ is not of an array of booleans, integers or floats",
                "<U4 ~ False ~ (2,) ~ 8 ~ is not of an array of booleans",
                "<f2 ~ False ~ (4,) ~ 8 ~ elements 'f2' are not read",
                "|b1 ~ Maybe ~ (8,) ~ 8 ~ is not of an array",
                "|b1 ~ False ~ (9999999999,) ~ 8 ~ is not of numbers of at most 9 digits",
                "|b1 ~ False ~ (1, 1, 1, 1, 1, 1, 1, 1, 8) ~ 8 ~ 9 dimensions; at most 8",
            })
    void believesNoHeader(String descr, String fortran, String shape, int bytes, String message) {
        IOException refused =
                assertThrows(IOException.class, () -> read(file(1, header(descr, fortran, shape), new byte[bytes])));
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
        assertTrue(refused.getMessage().contains("a.npy"), refused.getMessage());
    }

    @Test
    void refusesWhatIsNoArrayAndNeverFailsOtherwise() throws IOException {
        byte[] good = file(1, header("<i2", "False", "(3,)"), new byte[6]);
        read(good);
        for (int length = 0; length < good.length; length++) {
            byte[] cut = Arrays.copyOf(good, length);
            assertThrows(IOException.class, () -> read(cut), "of " + length + " bytes");
        }
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            try {
                NpyArray array = read(bad);
                for (int e = 0; e < array.size(); e++) {
                    array.real(e);
                }
            } catch (IOException e) {
                assertTrue(e.getMessage().contains("a.npy"), e.getMessage());
            }
        }
    }

    @Test
    void writesArchivesThatReadBackTheSameEveryTime() throws IOException {
        byte[][] archives = new byte[2][];
        for (int i = 0; i < 2; i++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ZipOutputStream archive = new ZipOutputStream(bytes);
            NpyWriter.add(
                    archive, "first", "<i4", new int[] {2, 1}, out -> out.write(new byte[] {1, 0, 0, 0, 2, 0, 0, 0}));
            NpyWriter.add(archive, "second", "|u1", new int[] {3}, out -> out.write(new byte[] {1, 0, 1}));
            archive.finish();
            archives[i] = bytes.toByteArray();
        }
        assertArrayEquals(archives[0], archives[1]);
        Map<String, NpyArray> arrays = NpyReader.readAll(Files.write(folder.resolve("a.npz"), archives[0]));
        assertEquals("[first, second]", arrays.keySet().toString());
        assertEquals(2, arrays.get("first").integer(1));
        assertEquals("(2, 1)", arrays.get("first").shapeText());
        assertEquals("(3,)", arrays.get("second").shapeText());
    }

    @Test
    void refusesHostileArchives() throws IOException {
        Path file = folder.resolve("bad.npz");
        Files.write(file, new byte[100]);
        assertTrue(assertThrows(IOException.class, () -> NpyReader.readAll(file))
                .getMessage()
                .contains("no archive of NumPy"));
        for (String name : new String[] {"../up.npy", "a b.npy", "x".repeat(200)}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(file(1, header("|b1", "False", "(1,)"), new byte[1]));
            }
            Files.write(file, bytes.toByteArray());
            assertTrue(assertThrows(IOException.class, () -> NpyReader.readAll(file))
                    .getMessage()
                    .contains("an entry has a name other than"));
        }
        // Bytes that unpack to far more than the header of the array promises are not unpacked.
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("a.npy"));
            zip.write(file(1, header("|b1", "False", "(1,)"), new byte[1 << 20]));
        }
        Files.write(file, bomb.toByteArray());
        assertTrue(assertThrows(IOException.class, () -> NpyReader.readAll(file))
                .getMessage()
                .contains("bad.npz: a: more bytes than the 1"));
    }
}
