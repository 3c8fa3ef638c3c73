package org.biograd.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The bytes of an IDX file, decompressed where they begin like a gzip file, with their positions. */
final class IdxBytes {

    private static final int GZIP_0 = 0x1F;
    private static final int GZIP_1 = 0x8B;
    private static final int BUFFER = 1 << 16;

    private final String source;
    private final InputStream in;
    private long position;

    IdxBytes(String source, InputStream in) throws IOException {
        this.source = source;
        PushbackInputStream pushback = new PushbackInputStream(in, 2);
        byte[] first = pushback.readNBytes(2);
        pushback.unread(first);
        boolean compressed = first.length == 2 && (first[0] & 0xFF) == GZIP_0 && (first[1] & 0xFF) == GZIP_1;
        this.in = compressed ? guarded(() -> new OneMember(pushback)) : pushback;
    }

    /**
     * A gzip file of one member: where anything follows that, even another member, it is refused. What a JDK does at
     * the end of a member differs, so the bytes that it takes are counted.
     */
    private static final class OneMember extends GZIPInputStream {

        // Fewer than a trailer and a header: another member is never read from the bytes at hand alone.
        private static final int AHEAD = 16;
        private static final int TRAILER = 8;

        private final Counted file;
        private final long header;
        private long compressed;

        OneMember(InputStream file) throws IOException {
            this(new Counted(new BufferedInputStream(file, BUFFER)));
        }

        private OneMember(Counted file) throws IOException {
            super(file, AHEAD);
            this.file = file;
            this.header = file.count;
        }

        @Override
        protected void fill() throws IOException {
            super.fill();
            compressed += len;
        }

        /** Whether bytes follow the member; to be asked at its end. */
        boolean isFollowed() throws IOException {
            long beside = file.count - header - compressed;
            return inf.getRemaining() + beside > TRAILER || file.read() >= 0;
        }
    }

    /** Counts the bytes that are read; never tells that more are at hand. */
    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        }

        @Override
        public int available() {
            return 0;
        }
    }

    /** The number of bytes read. */
    long position() {
        return position;
    }

    /** Reads the magic number; a file of the other kind is named. */
    void magic(int expected, String kind, int other, String otherKind) throws IOException {
        int magic = word("the magic number");
        if (magic != expected) {
            throw new InvalidDataException(String.format(
                    "%s: byte 0: magic number 0x%08x is not 0x%08x, that of %s%s",
                    source, magic, expected, kind, magic == other ? "; these are " + otherKind : ""));
        }
    }

    /** Reads a count of the header, 1..most. */
    int word(String field, int most) throws IOException {
        long at = position;
        int value = word(field);
        if (value < 1 || value > most) {
            throw new InvalidDataException(source + ": byte " + at + ": " + field + ": " + (value & 0xFFFFFFFFL)
                    + " is not within 1.." + most);
        }
        return value;
    }

    private int word(String field) throws IOException {
        byte[] bytes = take(4);
        if (bytes.length < 4) {
            throw new InvalidDataException(
                    source + ": ends after " + position + " bytes, within the header (" + field + ")");
        }
        return (bytes[0] & 0xFF) << 24 | (bytes[1] & 0xFF) << 16 | (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF;
    }

    /**
     * Reads some bytes.
     *
     * @param content what the file holds by its header, and what that takes
     */
    byte[] block(int size, String content, long length) throws IOException {
        byte[] bytes = take(size);
        if (bytes.length < size) {
            throw new InvalidDataException(
                    source + ": ends after " + position + " bytes; its " + content + " take " + length);
        }
        return bytes;
    }

    /** Makes sure that nothing follows. Only then has a compressed file been compared with its checksum. */
    void end(String content) throws IOException {
        if (take(1).length > 0) {
            throw new InvalidDataException(
                    source + ": goes on after the " + (position - 1) + " bytes of its " + content);
        }
        if (in instanceof OneMember member && guarded(member::isFollowed)) {
            throw new InvalidDataException(
                    source + ": goes on after the end of its gzip member; nothing may follow it");
        }
    }

    private byte[] take(int size) throws IOException {
        byte[] bytes = guarded(() -> in.readNBytes(size));
        position += bytes.length;
        return bytes;
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> T guarded(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (EOFException e) {
            throw new InvalidDataException(source + ": ends too early for a gzip file", e);
        } catch (ZipException e) {
            throw new InvalidDataException(source + ": not a sound gzip file (" + e.getMessage() + ")", e);
        }
    }
}
