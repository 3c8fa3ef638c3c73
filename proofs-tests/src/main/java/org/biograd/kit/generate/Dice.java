package org.biograd.kit.generate;

import java.nio.charset.StandardCharsets;

/**
 * Random choices of one case: a pure function of seed, operation and number of the case, on every Java the same
 * (SplitMix64).
 */
public final class Dice {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final int CORNER_EVERY = 3;

    private final CaseBounds bounds;
    private long state;

    /** The choices of a case. */
    public Dice(long seed, String op, long number) {
        this(seed, op, number, CaseBounds.NONE);
    }

    /** The choices of a case that shall lie within bounds. */
    public Dice(long seed, String op, long number, CaseBounds bounds) {
        this.bounds = bounds;
        long name = 0;
        for (byte b : op.getBytes(StandardCharsets.UTF_8)) {
            name = mix(name + b + GOLDEN_GAMMA);
        }
        state = mix(mix(seed + GOLDEN_GAMMA) ^ name) + number * 0xD1342543DE82EF95L;
    }

    private static long mix(long z) {
        long a = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ a >>> 27) * 0x94D049BB133111EBL;
        return b ^ b >>> 31;
    }

    /** 64 bits. */
    public long bits() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** 0 .. n-1. */
    public int below(int n) {
        return (int) ((bits() >>> 32) * n >>> 32);
    }

    /** low .. high. */
    public long between(long low, long high) {
        return low + Long.remainderUnsigned(bits(), high - low + 1);
    }

    /** low .. high. */
    public int between(int low, int high) {
        return (int) between((long) low, high);
    }

    /** A width of low .. high bits, one that is within the bounds where there is one. */
    public int width(int low, int high) {
        int width = between(low, high);
        if (bounds.widths().isPresent() && !bounds.widths().get().contains(width)) {
            int[] fit = bounds.widths().get().stream()
                    .filter(bits -> bits >= low && bits <= high)
                    .mapToInt(Integer::intValue)
                    .sorted()
                    .toArray();
            return fit.length == 0 ? width : of(fit);
        }
        return width;
    }

    /** The same, of two numbers that may be in the wrong order: then the width is the first. */
    public int widthFrom(int low, int high) {
        return low >= high ? low : width(low, high);
    }

    /** A number of steps of low .. high, no more than are within the bounds. */
    public int steps(int low, int high) {
        int most = Math.min(high, bounds.maxSteps().orElse(high));
        return most <= low ? Math.min(low, most) : between(low, most);
    }

    /** One of some emulators that is within the bounds, or null once in so many times or where none is. */
    public String emulator(int normativeOutOf8, String... emulators) {
        String any = any(emulators);
        boolean asked = below(8) >= normativeOutOf8;
        boolean within =
                bounds.emulators().isEmpty() || bounds.emulators().get().contains(any);
        return asked && within ? any : null;
    }

    /** True once in n times. */
    public boolean oneIn(int n) {
        return below(n) == 0;
    }

    /** One of some numbers. */
    public int of(int... values) {
        return values[below(values.length)];
    }

    /** One of some things. */
    public <T> T any(T[] values) {
        return values[below(values.length)];
    }

    /** A value of 0 .. high: at an edge, of any size, or from anywhere. */
    public long size(long high) {
        if (high == 0) {
            return 0;
        }
        if (oneIn(CORNER_EVERY)) {
            return switch (below(4)) {
                case 0 -> 0;
                case 1 -> 1;
                case 2 -> high - 1;
                default -> high;
            };
        }
        int most = 64 - Long.numberOfLeadingZeros(high);
        long value = bits() >>> 64 - between(1, most);
        return value <= high ? value : between(0, high);
    }

    /** A value of low .. high, low at most 0: at an edge, next to a power of two, of any size. */
    public long word(long low, long high) {
        if (oneIn(CORNER_EVERY)) {
            long power = 1L << below(63);
            long near = (oneIn(2) ? -power : power) + between(-1, 1);
            return near >= low && near <= high ? near : oneIn(2) ? low : high;
        }
        return oneIn(2) ? size(high) : -size(-low);
    }
}
