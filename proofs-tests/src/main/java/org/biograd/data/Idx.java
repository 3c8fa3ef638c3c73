package org.biograd.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.biograd.spec.Clause;

/** Reads IDX files of images and of labels, as MNIST and Fashion-MNIST have them: plain or compressed with gzip. */
@Clause("DATA-1")
public final class Idx {

    /** The most images or labels of a file. */
    public static final int MAX_ITEMS = 1 << 20;

    /** The most rows, and the most columns, of an image. */
    public static final int MAX_SIDE = 256;

    /** The most pixels of a file. */
    public static final int MAX_PIXELS = 1 << 30;

    /** The number of classes. */
    public static final int CLASSES = 10;

    private static final int IMAGES = 0x803;
    private static final int LABELS = 0x801;

    private Idx() {}

    /**
     * The images of a file.
     *
     * @param rows of each, 1..256
     * @param columns of each, 1..256
     * @param pixels shape [images][rows * columns], row by row, unsigned bytes; at least one image
     */
    public record Images(int rows, int columns, byte[][] pixels) {}

    /**
     * Reads images. The bytes may be anything: no more is held than came in, and one image.
     *
     * @param source where the bytes come from, for messages
     * @param in the file; it is read, not closed
     * @throws InvalidDataException where these are not such images: the message names source, byte, field and value
     * @throws IOException where the stream fails
     */
    public static Images images(String source, InputStream in) throws IOException {
        IdxBytes bytes = new IdxBytes(source, in);
        bytes.magic(IMAGES, "images", LABELS, "labels");
        int count = bytes.word("images", MAX_ITEMS);
        int rows = bytes.word("rows", MAX_SIDE);
        int columns = bytes.word("columns", MAX_SIDE);
        if ((long) count * rows * columns > MAX_PIXELS) {
            throw new InvalidDataException(source + ": " + count + " images of " + rows + " x " + columns + " exceed "
                    + MAX_PIXELS + " pixels");
        }
        long length = bytes.position() + (long) count * rows * columns;
        String content = count + " images of " + rows + " x " + columns;
        // A list, for the header may claim more images than there are.
        List<byte[]> pixels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pixels.add(bytes.block(rows * columns, content, length));
        }
        bytes.end(content);
        return new Images(rows, columns, pixels.toArray(new byte[0][]));
    }

    /**
     * Reads labels.
     *
     * @param source where the bytes come from, for messages
     * @param in the file; it is read, not closed
     * @return at least one, each 0..9
     * @throws InvalidDataException where these are not such labels: the message names source, byte, field and value
     * @throws IOException where the stream fails
     */
    public static int[] labels(String source, InputStream in) throws IOException {
        IdxBytes bytes = new IdxBytes(source, in);
        bytes.magic(LABELS, "labels", IMAGES, "images");
        int count = bytes.word("labels", MAX_ITEMS);
        long begin = bytes.position();
        String content = count + " labels";
        byte[] read = bytes.block(count, content, begin + count);
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = read[i] & 0xFF;
            if (labels[i] >= CLASSES) {
                throw new InvalidDataException(source + ": byte " + (begin + i) + ": label " + i + ": " + labels[i]
                        + " is not within 0.." + (CLASSES - 1));
            }
        }
        bytes.end(content);
        return labels;
    }
}
