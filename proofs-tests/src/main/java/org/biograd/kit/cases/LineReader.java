package org.biograd.kit.cases;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a stream, one at a time, as bytes.
 *
 * <p>Holds at most one line and never more of it than the limit: what is beyond is read and forgotten, and the next
 * line is found.
 */
public final class LineReader {

    /** The longest line that is held, in bytes: 64 MiB. */
    public static final int MAX_LENGTH = 64 << 20;

    private final InputStream in;
    private final int limit;
    private final byte[] chunk = new byte[1 << 16];
    private int position;
    private int filled;

    private byte[] line = new byte[1 << 12];
    private int length;
    private boolean tooLong;
    private long number;

    /** Lines of at most so many bytes. */
    public LineReader(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** Goes to the next line; false where there is none. */
    public boolean next() throws IOException {
        length = 0;
        tooLong = false;
        if (position == filled && !fill()) {
            return false;
        }
        number++;
        do {
            int end = position;
            while (end < filled && chunk[end] != '\n') {
                end++;
            }
            append(end - position);
            position = end;
            if (end < filled) {
                position++;
                break;
            }
        } while (fill());
        dropByteOrderMark();
        return true;
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, in.read(chunk));
        return filled > 0;
    }

    private void append(int count) {
        if (tooLong || count > limit - length) {
            tooLong = true;
            return;
        }
        if (length + count > line.length) {
            line = Arrays.copyOf(line, (int) Math.min(limit, Math.max(length + count, 2L * line.length)));
        }
        System.arraycopy(chunk, position, line, length, count);
        length += count;
    }

    private void dropByteOrderMark() {
        if (number == 1 && length >= 3 && line[0] == (byte) 0xEF && line[1] == (byte) 0xBB && line[2] == (byte) 0xBF) {
            Arrays.fill(line, 0, 3, (byte) ' ');
        }
    }

    /** The number of the line, from 1. */
    public long number() {
        return number;
    }

    /** Whether the line exceeds the limit; its bytes are then not all there. */
    public boolean tooLong() {
        return tooLong;
    }

    /** Whether nothing but white space is on the line. */
    public boolean blank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
                return false;
            }
        }
        return !tooLong;
    }

    /** The line, from 0 to {@link #length()}; overwritten by the next one. */
    public byte[] bytes() {
        return line;
    }

    /** How many bytes the line has. */
    public int length() {
        return length;
    }
}
