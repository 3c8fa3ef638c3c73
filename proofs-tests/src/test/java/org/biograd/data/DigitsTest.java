package org.biograd.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsTest {

    private static final String SOURCE = "digits.csv.gz";

    @Test
    void shippedDigitsAreReadWhole() throws IOException {
        DataSet digits = Digits.load();

        assertEquals(1797, digits.size());
        assertEquals(64, digits.inputs());
        assertEquals(10, digits.classes());
        assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, Arrays.copyOf(digits.labels(), 10));
        // The first line begins 0,0,5,13,9,1,0,0.
        byte[] first = {0, 0, 80, (byte) 208, (byte) 144, 16, 0, 0};
        assertArrayEquals(first, Arrays.copyOf(digits.intensities()[0], 8));
    }

    @Test
    void eachValueIsSixteenTimesAsBrightUpToTheLargestByte() throws IOException {
        String line = "0,1,15,16" + ",0".repeat(60) + ",7";

        DataSet digits = Digits.read(SOURCE, gzip((line + "\n").repeat(1797)));

        assertArrayEquals(new byte[] {0, 16, (byte) 240, (byte) 255, 0}, Arrays.copyOf(digits.intensities()[1796], 5));
        assertEquals(7, digits.labels()[1796]);
    }

    @Test
    void theLast360AreTheTestSet() throws IOException {
        DataSet digits = Digits.load();

        DataSet training = Digits.training(digits);
        DataSet test = Digits.test(digits);

        assertEquals(1437, training.size());
        assertEquals(360, test.size());
        assertArrayEquals(digits.intensities()[1437], test.intensities()[0]);
        assertArrayEquals(digits.intensities()[1436], training.intensities()[1436]);
    }

    @Test
    void aMissingLastLineEndDoesNoHarm() throws IOException {
        String text = text();

        assertEquals(
                1797,
                Digits.read(SOURCE, gzip(text.substring(0, text.length() - 1))).size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "17 | 3  | 99   | digits.csv.gz:17: field 3: 99 is not within 0..16",
                "1  | 1  | 17   | digits.csv.gz:1: field 1: 17 is not within 0..16",
                "2  | 64 | -1   | digits.csv.gz:2: field 64: '-1' is not within 0..16",
                "3  | 7  | 1.5  | digits.csv.gz:3: field 7: '1.5' is not within 0..16",
                "4  | 8  | ``   | digits.csv.gz:4: field 8: '' is not within 0..16",
                "5  | 9  | 0000 | digits.csv.gz:5: field 9: 0000 is not within 0..16",
                "1797 | 65 | 10 | digits.csv.gz:1797: field 65: 10 is not within 0..9",
            })
    void aWrongValueIsNamedWithItsPlace(int line, int field, String value, String message) throws IOException {
        String[] lines = text().split("\n");
        String[] fields = lines[line - 1].split(",");
        fields[field - 1] = value;
        lines[line - 1] = String.join(",", fields);

        assertEquals(message, refusal(gzip(String.join("\n", lines) + "\n")));
    }

    @Test
    void whatCannotBePrintedIsNotPrinted() throws IOException {
        String text = text().replaceFirst("^0,", "\u001b[31m\u00ff\r,");

        assertEquals("digits.csv.gz:1: field 1: '?[31m??' is not within 0..16", refusal(gzip(text)));
    }

    @Test
    void aWrongNumberOfFieldsIsNamed() throws IOException {
        assertEquals("digits.csv.gz:1: 66 fields, not 65", refusal(gzip("0," + text())));
        assertEquals("digits.csv.gz:1: 64 fields, not 65", refusal(gzip(text().substring(2))));
        assertEquals("digits.csv.gz:1: 1 field, not 65", refusal(gzip("\n" + text())));
    }

    @Test
    void aWrongNumberOfSamplesIsNamed() throws IOException {
        String text = text();
        String first = text.substring(0, text.indexOf('\n') + 1);

        assertEquals("digits.csv.gz: 1796 samples, not 1797", refusal(gzip(text.substring(first.length()))));
        assertEquals("digits.csv.gz: 1798 samples, not 1797", refusal(gzip(text + first)));
        assertEquals("digits.csv.gz: 0 samples, not 1797", refusal(gzip("")));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10, 11, 1000, 30_000, -9, -8, -1})
    void aTruncatedFileIsRefused(int length) throws IOException {
        byte[] whole = shipped();
        byte[] part = Arrays.copyOf(whole, length < 0 ? whole.length + length : length);

        assertEquals("digits.csv.gz: ends too early for a gzip file", refusal(new ByteArrayInputStream(part)));
    }

    @Test
    void junkIsRefused() {
        byte[] junk = "this has never been compressed".getBytes(StandardCharsets.US_ASCII);

        assertEquals(
                "digits.csv.gz: not a sound gzip file (Not in GZIP format)", refusal(new ByteArrayInputStream(junk)));
    }

    @Test
    void aChangedByteIsRefused() throws IOException {
        byte[] whole = shipped();
        for (int position : new int[] {whole.length / 3, whole.length / 2, whole.length - 6, whole.length - 2}) {
            byte[] changed = whole.clone();
            changed[position] ^= 0x10;

            String message = refusal(new ByteArrayInputStream(changed));

            assertTrue(message.startsWith("digits.csv.gz: ") || message.startsWith("digits.csv.gz:"), message);
        }
    }

    @Test
    void aFileThatUnpacksToFarTooMuchIsRefusedEarly() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                gzip.write(zeros);
            }
        }
        Counting in = new Counting(bytes.toByteArray());

        assertEquals("digits.csv.gz: longer than the 350415 bytes that the digits can have", refusal(in));
        assertTrue(in.read < bytes.size() / 10, in.read + " of " + bytes.size() + " bytes were read");
    }

    @Test
    void aFailingStreamIsNotMistakenForBadData() {
        InputStream failing = new FailingStream();

        IOException error = assertThrows(IOException.class, () -> Digits.read(SOURCE, failing));

        assertEquals(IOException.class, error.getClass());
        assertEquals("the disk is on fire", error.getMessage());
    }

    private static final class Counting extends ByteArrayInputStream {
        private long read;

        Counting(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            int count = super.read(target, offset, length);
            read += Math.max(0, count);
            return count;
        }
    }

    private static String refusal(InputStream in) {
        return assertThrows(InvalidDataException.class, () -> Digits.read(SOURCE, in))
                .getMessage();
    }

    private static byte[] shipped() throws IOException {
        try (InputStream in = Digits.class.getResourceAsStream(SOURCE)) {
            return in.readAllBytes();
        }
    }

    private static String text() throws IOException {
        return new String(
                new GZIPInputStream(new ByteArrayInputStream(shipped())).readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    private static InputStream gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
