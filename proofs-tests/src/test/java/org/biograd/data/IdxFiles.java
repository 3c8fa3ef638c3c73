package org.biograd.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Makes IDX files by hand. */
public final class IdxFiles {

    private IdxFiles() {}

    /** The bytes of some images. */
    public static byte[] images(int rows, int columns, byte[]... images) {
        ByteBuffer bytes = ByteBuffer.allocate(16 + images.length * rows * columns);
        bytes.putInt(0x803).putInt(images.length).putInt(rows).putInt(columns);
        for (byte[] image : images) {
            bytes.put(image);
        }
        return bytes.array();
    }

    /** The bytes of some labels. */
    public static byte[] labels(int... labels) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + labels.length).putInt(0x801).putInt(labels.length);
        for (int label : labels) {
            bytes.put((byte) label);
        }
        return bytes.array();
    }

    /** The same, compressed. */
    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    /**
     * An image of 28 x 28 with strokes that depend on a number: level (37 u + 11 v + 5 u v n) mod 256 where (u + n v)
     * mod 7 is below 3.
     */
    public static byte[] strokes(int n) {
        byte[] image = new byte[28 * 28];
        for (int v = 0; v < 28; v++) {
            for (int u = 0; u < 28; u++) {
                image[v * 28 + u] = (byte) ((u + n * v) % 7 < 3 ? 37 * u + 11 * v + 5 * u * v * n : 0);
            }
        }
        return image;
    }

    /** Writes a folder of three training and two test samples with strokes. */
    public static Path folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("train-images-idx3-ubyte"), images(28, 28, strokes(1), strokes(2), strokes(3)));
        Files.write(folder.resolve("train-labels-idx1-ubyte"), labels(7, 0, 7));
        Files.write(folder.resolve("t10k-images-idx3-ubyte"), images(28, 28, strokes(4), strokes(5)));
        Files.write(folder.resolve("t10k-labels-idx1-ubyte"), labels(9, 1));
        return folder;
    }
}
