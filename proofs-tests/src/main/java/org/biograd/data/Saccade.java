package org.biograd.data;

import java.util.Arrays;
import org.biograd.spec.Clause;

/**
 * What a sensor of 34 x 34 pixels sees of an image of 28 x 28 that moves before it in three straight saccades, along a
 * triangle. Not for use by two threads at once.
 *
 * <p>After the recordings of Orchard et al., Frontiers in Neuroscience 9:437, 2015; a simulation, without the noise of
 * a sensor.
 */
@Clause({"DATA-4", "DATA-5"})
final class Saccade {

    /** Rows of an image, and columns. */
    static final int IMAGE_SIDE = 28;

    /** Frames of a saccade. */
    static final int FRAMES = 64;

    private static final int SIDE = Recording.SIDE;
    private static final int[] CORNERS_X = {0, 3, 6, 0};
    private static final int[] CORNERS_Y = {0, 6, 0, 0};
    private static final int SACCADES = CORNERS_X.length - 1;

    // 48 grey levels, in units of the brightness.
    private static final int CONTRAST = 48 << 12;

    // The image in the midst of dark pixels: one that has moved by 6 pixels and 1 is still within.
    private static final int MARGIN = 7;
    private static final int PADDED = SIDE + MARGIN;

    private final int[] padded = new int[PADDED * PADDED];
    private final int[] column = new int[PADDED];
    private final int[] row = new int[SIDE];
    private final int[] reference = new int[SIDE * SIDE];
    private int[] inputs = new int[1 << 13];
    private int[] times = new int[1 << 13];
    private int events;

    // Pixels of the sensor that are ever lit, from the first to past the last.
    private int top;
    private int bottom;
    private int left;
    private int right;

    /**
     * The events of an image.
     *
     * @param image 28 x 28 pixels, row by row, unsigned bytes
     * @return its events; none where the image shows no contrast
     * @throws IllegalArgumentException where it has another number of pixels
     */
    Recording record(byte[] image) {
        if (image.length != IMAGE_SIDE * IMAGE_SIDE) {
            throw new IllegalArgumentException("an image has 28 x 28 pixels, not " + image.length);
        }
        show(image);
        events = 0;
        frame(0);
        for (int f = 1; f <= SACCADES * FRAMES; f++) {
            frame(f);
        }
        return new Recording(Arrays.copyOf(inputs, events), Arrays.copyOf(times, events));
    }

    private void show(byte[] image) {
        Arrays.fill(padded, 0);
        top = SIDE;
        left = SIDE;
        bottom = 0;
        right = 0;
        for (int y = 0; y < IMAGE_SIDE; y++) {
            for (int x = 0; x < IMAGE_SIDE; x++) {
                int level = image[y * IMAGE_SIDE + x] & 0xFF;
                if (level != 0) {
                    padded[(y + MARGIN) * PADDED + x + MARGIN] = level;
                    top = Math.min(top, y);
                    left = Math.min(left, x);
                    bottom = Math.max(bottom, y + MARGIN);
                    right = Math.max(right, x + MARGIN);
                }
            }
        }
    }

    /** Where the image is after a frame, in 1/64 pixels. */
    private static int position(int[] corners, int frame) {
        int saccade = Math.min(frame / FRAMES, SACCADES - 1);
        return FRAMES * corners[saccade] + (frame - FRAMES * saccade) * (corners[saccade + 1] - corners[saccade]);
    }

    private void frame(int frame) {
        int x = position(CORNERS_X, frame);
        int y = position(CORNERS_Y, frame);
        int time = (frame - 1) * 3125 / 2;
        for (int r = top; r < bottom; r++) {
            brightness(r - (y >> 6), y & 63, x >> 6, x & 63);
            if (frame == 0) {
                System.arraycopy(row, left, reference, r * SIDE + left, right - left);
            } else {
                compare(r, time);
            }
        }
    }

    /** Fills the row of the sensor that shows a row of the image and, by its fraction, the row before that. */
    private void brightness(int imageRow, int fractionY, int shift, int fractionX) {
        int here = (imageRow + MARGIN) * PADDED;
        int before = here - PADDED;
        for (int i = 0; i < PADDED; i++) {
            column[i] = (64 - fractionY) * padded[here + i] + fractionY * padded[before + i];
        }
        int from = MARGIN - shift;
        for (int c = left; c < right; c++) {
            row[c] = (64 - fractionX) * column[c + from] + fractionX * column[c + from - 1];
        }
    }

    private void compare(int r, int time) {
        for (int c = left; c < right; c++) {
            int at = r * SIDE + c;
            int change = row[c] - reference[at];
            if (change >= CONTRAST) {
                reference[at] += CONTRAST;
                add(Recording.PIXELS + at, time + at);
            } else if (change <= -CONTRAST) {
                reference[at] -= CONTRAST;
                add(at, time + at);
            }
        }
    }

    private void add(int input, int time) {
        if (events == inputs.length) {
            inputs = Arrays.copyOf(inputs, 2 * events);
            times = Arrays.copyOf(times, 2 * events);
        }
        inputs[events] = input;
        times[events++] = time;
    }
}
