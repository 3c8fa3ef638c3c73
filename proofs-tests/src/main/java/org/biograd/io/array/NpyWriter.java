package org.biograd.io.array;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes arrays of NumPy, version 1.0, alone or one after another into an archive, without holding them. */
public final class NpyWriter {

    // Magic, version and length of the header are 10 bytes; all before the data is a multiple of 64.
    private static final int PREFIX = 10;
    private static final int ALIGNMENT = 64;

    /** Archives of equal arrays are equal. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** What writes the elements. */
    @FunctionalInterface
    public interface Elements {
        void writeTo(OutputStream out) throws IOException;
    }

    private NpyWriter() {}

    /**
     * What a file begins with.
     *
     * @param type of the elements, such as {@code <i4}
     * @param shape the dimensions, at least one
     */
    public static byte[] header(String type, int... shape) {
        String sizes = Arrays.toString(shape);
        String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': ("
                + sizes.substring(1, sizes.length() - 1) + (shape.length == 1 ? ",)" : ")") + ", }";
        int unpadded = PREFIX + text.length() + 1;
        int padding = (ALIGNMENT - unpadded % ALIGNMENT) % ALIGNMENT;
        byte[] dictionary = (text + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] header = new byte[PREFIX + dictionary.length];
        byte[] prefix = {
            (byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) dictionary.length, (byte) (dictionary.length >> 8)
        };
        System.arraycopy(prefix, 0, header, 0, PREFIX);
        System.arraycopy(dictionary, 0, header, PREFIX, dictionary.length);
        return header;
    }

    /** Adds an array to an archive. */
    public static void add(ZipOutputStream archive, String name, String type, int[] shape, Elements elements)
            throws IOException {
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setTimeLocal(TIME);
        archive.putNextEntry(entry);
        archive.write(header(type, shape));
        elements.writeTo(archive);
        archive.closeEntry();
    }
}
