package org.biograd.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The handwritten digits of E. Alpaydin and C. Kaynak (UCI Machine Learning Repository, CC BY 4.0): images of 8 x 8
 * pixels.
 *
 * <p>The file is text compressed with gzip, a sample a line: 64 values 0..16, then the digit, separated by commas.
 */
public final class Digits {

    /** The number of samples. */
    public static final int SAMPLES = 1797;

    /** The last so many samples are the test set. */
    public static final int TEST_SAMPLES = 360;

    /** The pixels of a sample. */
    public static final int PIXELS = 64;

    /** The number of classes. */
    public static final int CLASSES = 10;

    private static final String RESOURCE = "digits.csv.gz";
    private static final int MAX_VALUE = 16;
    // No well-formed file is longer: every field has at most two digits and a separator.
    private static final int MAX_LENGTH = SAMPLES * (PIXELS + 1) * 3;

    private Digits() {}

    /**
     * All samples, from the copy that ships with BioGrad.
     *
     * @throws IOException where that copy is damaged or missing
     */
    public static DataSet load() throws IOException {
        try (InputStream in = Digits.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new InvalidDataException(RESOURCE + ": missing from this copy of BioGrad");
            }
            return read(RESOURCE, in);
        }
    }

    /** The samples that a network learns from: all but the last {@value #TEST_SAMPLES}. */
    public static DataSet training(DataSet digits) {
        return digits.slice(0, digits.size() - TEST_SAMPLES);
    }

    /** The samples that a network is tested with: the last {@value #TEST_SAMPLES}. */
    public static DataSet test(DataSet digits) {
        return digits.slice(digits.size() - TEST_SAMPLES, digits.size());
    }

    /**
     * Reads all samples. The bytes may be anything; no more than a whole file is ever held.
     *
     * @param source where the bytes come from, for messages
     * @param in the compressed file; it is read, not closed
     * @throws InvalidDataException where this is not the digits: the message names source, line, field and value
     * @throws IOException where the stream fails
     */
    public static DataSet read(String source, InputStream in) throws IOException {
        String[] lines = decompress(source, in).split("\n", -1);
        int samples = lines[lines.length - 1].isEmpty() ? lines.length - 1 : lines.length;
        byte[][] intensities = new byte[Math.min(samples, SAMPLES)][PIXELS];
        int[] labels = new int[intensities.length];
        for (int i = 0; i < intensities.length; i++) {
            labels[i] = readLine(source + ":" + (i + 1), lines[i], intensities[i]);
        }
        if (samples != SAMPLES) {
            throw new InvalidDataException(source + ": " + samples + " samples, not " + SAMPLES);
        }
        return new DataSet(intensities, labels, PIXELS, CLASSES);
    }

    private static String decompress(String source, InputStream in) throws IOException {
        byte[] text;
        try {
            // Not closed: the stream below belongs to the caller.
            text = new GZIPInputStream(in).readNBytes(MAX_LENGTH + 1);
        } catch (EOFException e) {
            throw new InvalidDataException(source + ": ends too early for a gzip file", e);
        } catch (ZipException e) {
            throw new InvalidDataException(source + ": not a sound gzip file (" + e.getMessage() + ")", e);
        }
        if (text.length > MAX_LENGTH) {
            throw new InvalidDataException(
                    source + ": longer than the " + MAX_LENGTH + " bytes that the digits can have");
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static int readLine(String place, String line, byte[] intensities) throws InvalidDataException {
        String[] fields = line.split(",", -1);
        if (fields.length != PIXELS + 1) {
            throw new InvalidDataException(place + ": " + fields.length + (fields.length == 1 ? " field" : " fields")
                    + ", not " + (PIXELS + 1));
        }
        for (int i = 0; i < PIXELS; i++) {
            int value = readField(place, i, fields[i], MAX_VALUE);
            intensities[i] = (byte) Math.min(255, 16 * value);
        }
        return readField(place, PIXELS, fields[PIXELS], CLASSES - 1);
    }

    private static int readField(String place, int index, String field, int most) throws InvalidDataException {
        int value = 0;
        boolean valid = !field.isEmpty() && field.length() <= 2;
        for (int i = 0; valid && i < field.length(); i++) {
            char c = field.charAt(i);
            valid = c >= '0' && c <= '9';
            value = 10 * value + (c - '0');
        }
        if (!valid || value > most) {
            throw new InvalidDataException(
                    place + ": field " + (index + 1) + ": " + printable(field) + " is not within 0.." + most);
        }
        return value;
    }

    private static String printable(String field) {
        String shown = field.length() <= 20 ? field : field.substring(0, 20) + "...";
        return shown.matches("[0-9]+") ? shown : "'" + shown.replaceAll("[^ -~]", "?") + "'";
    }
}
