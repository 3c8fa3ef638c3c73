package org.biograd.kit.generate;

/** Arrays of random numbers. */
public final class Draw {

    private Draw() {}

    /** Zeros and ones; some arrays are full of them, some nearly empty. */
    public static int[][] bits(Dice dice, int rows, int columns) {
        int of = dice.of(0, 1, 4, 8, 12, 16);
        int[][] bits = new int[rows][columns];
        for (int[] row : bits) {
            for (int i = 0; i < columns; i++) {
                row[i] = dice.below(16) < of ? 1 : 0;
            }
        }
        return bits;
    }

    /** Words of +-largest. */
    public static int[][] words(Dice dice, int rows, int columns, int largest) {
        int[][] words = new int[rows][columns];
        for (int[] row : words) {
            for (int i = 0; i < columns; i++) {
                row[i] = (int) dice.word(-largest, largest);
            }
        }
        return words;
    }

    /** Words of +-largest that are of its size, most of them positive. */
    public static int[][] strong(Dice dice, int rows, int columns, int largest) {
        int positive = dice.between(5, 8);
        int[][] words = new int[rows][columns];
        for (int[] row : words) {
            for (int i = 0; i < columns; i++) {
                int word = dice.between(0, largest);
                row[i] = dice.below(8) < positive ? word : -word;
            }
        }
        return words;
    }

    /** Draws of some bits. */
    public static long[] draws(Dice dice, int size, int bits) {
        long[] draws = new long[size];
        for (int i = 0; i < size; i++) {
            draws[i] = dice.bits() >>> 64 - bits;
        }
        return draws;
    }

    /** Rows of draws of some bits. */
    public static long[][] draws(Dice dice, int rows, int columns, int bits) {
        long[][] draws = new long[rows][];
        for (int r = 0; r < rows; r++) {
            draws[r] = draws(dice, columns, bits);
        }
        return draws;
    }
}
