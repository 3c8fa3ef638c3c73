package org.biograd.io.array;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * An array of NumPy: numbers in some dimensions. Elements are numbered in the order of C, the last index the fastest,
 * whichever order the file has.
 */
public final class NpyArray {

    /** What the elements are. */
    public enum Kind {
        /** True or false, 1 or 0. */
        BOOL,
        /** Integers with a sign. */
        SIGNED,
        /** Integers without a sign. */
        UNSIGNED,
        /** Numbers in floating point. */
        FLOAT
    }

    private final String source;
    private final Kind kind;
    private final int width;
    private final int[] shape;
    private final boolean fortran;
    private final ByteBuffer data;
    private final int size;

    /**
     * An array.
     *
     * @param source where it comes from, for messages
     * @param width bytes of an element
     * @param shape its dimensions
     * @param fortran whether the first index is the fastest in the data
     * @param data all elements, in the order of bytes that it is set to
     */
    NpyArray(String source, Kind kind, int width, int[] shape, boolean fortran, ByteBuffer data) {
        this.source = source;
        this.kind = kind;
        this.width = width;
        this.shape = shape;
        this.fortran = fortran;
        this.data = data;
        this.size = data.capacity() / width;
    }

    /** Where it comes from: file, and in an archive the name. */
    public String source() {
        return source;
    }

    /** What the elements are. */
    public Kind kind() {
        return kind;
    }

    /** Its dimensions. */
    public int[] shape() {
        return shape.clone();
    }

    /** The number of dimensions. */
    public int dimensions() {
        return shape.length;
    }

    /** How many elements there are. */
    public int size() {
        return size;
    }

    /** How many bytes they have. */
    public int bytes() {
        return data.capacity();
    }

    /** The dimensions as NumPy writes them. */
    public String shapeText() {
        String text = Arrays.toString(shape);
        return "(" + text.substring(1, text.length() - 1) + (shape.length == 1 ? ",)" : ")");
    }

    /**
     * An element that is an integer.
     *
     * @throws IllegalStateException where the elements are in floating point, or it does not fit 64 bits
     */
    public long integer(int index) {
        int at = offset(index);
        if (kind == Kind.FLOAT) {
            throw new IllegalStateException(source + ": numbers in floating point, not integers");
        }
        long value = switch (width) {
            case 1 -> data.get(at);
            case 2 -> data.getShort(at);
            case 4 -> data.getInt(at);
            default -> data.getLong(at);
        };
        if (kind == Kind.SIGNED) {
            return value;
        }
        if (width == Long.BYTES && value < 0) {
            throw new IllegalStateException(
                    source + ": element " + index + " is " + Long.toUnsignedString(value) + ", more than 2^63 - 1");
        }
        return width == Long.BYTES ? value : value & (1L << 8 * width) - 1;
    }

    /** An element as a number in double precision. */
    public double real(int index) {
        if (kind != Kind.FLOAT) {
            return integer(index);
        }
        int at = offset(index);
        return width == Float.BYTES ? data.getFloat(at) : data.getDouble(at);
    }

    private int offset(int index) {
        if (!fortran) {
            return index * width;
        }
        int rest = index;
        int at = 0;
        int stride = size;
        for (int d = shape.length - 1; d >= 0; d--) {
            stride /= shape[d];
            at += rest % shape[d] * stride;
            rest /= shape[d];
        }
        return at * width;
    }
}
