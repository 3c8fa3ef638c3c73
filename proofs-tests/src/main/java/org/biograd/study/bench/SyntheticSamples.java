package org.biograd.study.bench;

import org.biograd.data.DataSet;
import org.biograd.fixedpoint.word.Philox;

/**
 * Samples to measure time with, where there are no real ones: strokes on 28 x 28 pixels, of ten classes.
 *
 * <p>They are like MNIST in what spikes depend on: about 19 % of the pixels are not 0, and the mean intensity is about
 * 0.13 of the largest. They are not digits, and no accuracy on them means anything. Integer arithmetic alone makes
 * them, from a seed.
 */
public final class SyntheticSamples {

    /** What they are, in a few words. */
    public static final String NAME = "synthetic strokes, with as many lit pixels as MNIST; not MNIST";

    /** Pixels of a side. */
    private static final int SIDE = 28;

    private static final int CLASSES = 10;

    /** Positions are in sixteenths of a pixel. */
    private static final int PIXEL = 16;

    private static final int CORNERS = 12;

    /** Corners lie 4..24 pixels from the edge, and move by up to 2 either way. */
    private static final int FIRST = 4 * PIXEL;

    private static final int FIELD = 20 * PIXEL;
    private static final int JITTER = 2 * PIXEL;

    /** The pen: half of its width, and how far it moves between two dots. */
    private static final int RADIUS = 2 * PIXEL;

    private static final int STRIDE = PIXEL / 2;

    /** Lit pixels of a sample: the least, and how many two draws may each add. */
    private static final int LEAST_LIT = 80;

    private static final int MORE_LIT = 71;

    /** Counter words that no stream of a network has. */
    private static final int CLASS_SHAPES = 0x7FFF0000;

    private final int seed;
    private final int[] words = new int[4];
    private final int[] x = new int[CORNERS + 1];
    private final int[] y = new int[CORNERS + 1];

    private SyntheticSamples(long seed) {
        this.seed = (int) (seed ^ seed >>> 32);
    }

    /**
     * A set of samples; each is a pure function of seed, set and number.
     *
     * @param seed of every draw
     * @param set which set, 1..65535: no two have a sample in common
     * @param size how many samples, at least 1
     */
    public static DataSet of(long seed, int set, int size) {
        SyntheticSamples samples = new SyntheticSamples(seed);
        byte[][] intensities = new byte[size][SIDE * SIDE];
        int[] labels = new int[size];
        for (int n = 0; n < size; n++) {
            labels[n] = samples.draw(CLASS_SHAPES + set, n, CORNERS, 0, CLASSES);
            samples.write(CLASS_SHAPES + set, n, labels[n], intensities[n]);
        }
        return new DataSet(intensities, labels, SIDE * SIDE, CLASSES);
    }

    private void write(int set, int sample, int label, byte[] image) {
        for (int c = 0; c < CORNERS; c++) {
            x[c] = place(label, c, 0) + draw(set, sample, c, 0, 2 * JITTER + 1) - JITTER;
            y[c] = place(label, c, 1) + draw(set, sample, c, 1, 2 * JITTER + 1) - JITTER;
        }
        x[CORNERS] = x[0];
        y[CORNERS] = y[0];
        int wanted = LEAST_LIT + draw(set, sample, CORNERS, 1, MORE_LIT) + draw(set, sample, CORNERS, 2, MORE_LIT);
        int lit = 0;
        for (int c = 0; c < CORNERS && lit < wanted; c++) {
            int dx = x[c + 1] - x[c];
            int dy = y[c + 1] - y[c];
            int dots = Math.max(Math.abs(dx), Math.abs(dy)) / STRIDE + 1;
            for (int d = 0; d < dots && lit < wanted; d++) {
                lit += dot(x[c] + dx * d / dots, y[c] + dy * d / dots, image);
            }
        }
    }

    private int place(int label, int corner, int axis) {
        return FIRST + draw(CLASS_SHAPES, label, corner, axis, FIELD);
    }

    /** Puts the pen down, and returns how many pixels it lights that were dark. */
    private static int dot(int centreX, int centreY, byte[] image) {
        int lit = 0;
        int reach = RADIUS / PIXEL;
        for (int row = Math.max(0, centreY / PIXEL - reach);
                row <= Math.min(SIDE - 1, centreY / PIXEL + reach);
                row++) {
            for (int column = Math.max(0, centreX / PIXEL - reach);
                    column <= Math.min(SIDE - 1, centreX / PIXEL + reach);
                    column++) {
                int fromX = column * PIXEL + PIXEL / 2 - centreX;
                int fromY = row * PIXEL + PIXEL / 2 - centreY;
                int intensity = 255 * (RADIUS * RADIUS - fromX * fromX - fromY * fromY) / (RADIUS * RADIUS);
                int pixel = row * SIDE + column;
                int old = image[pixel] & 0xFF;
                if (intensity > old) {
                    lit += old == 0 ? 1 : 0;
                    image[pixel] = (byte) intensity;
                }
            }
        }
        return lit;
    }

    /** A draw of 0..bound-1. */
    private int draw(int set, int sample, int index, int word, int bound) {
        Philox.block(index, 0, sample, set, seed, 0, words);
        return (int) ((words[word] & 0xFFFFFFFFL) * bound >>> 32);
    }
}
