package org.biograd.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.biograd.io.NamedStreams;
import org.biograd.spec.Clause;

/** The file of a sample of N-MNIST: events of 40 bits. */
@Clause("DATA-2")
final class EventFile {

    /** The most events of a file; recordings have some thousands. */
    static final int MAX_EVENTS = 1 << 17;

    /** Bytes of an event. */
    static final int BYTES = 5;

    /** Times are below this. */
    static final int TIMES = 1 << 23;

    private EventFile() {}

    /**
     * Reads a file.
     *
     * @throws InvalidDataException where it is not such a file: the message names event, field and value
     * @throws IOException where it cannot be read
     */
    static Recording read(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = NamedStreams.read(file)) {
            bytes = in.readNBytes(MAX_EVENTS * BYTES + 1);
        }
        return decode(file.toString(), bytes);
    }

    /** Refuses a length that no file has. */
    static void requireLength(String source, long length) throws InvalidDataException {
        if (length == 0) {
            throw new InvalidDataException(source + ": empty; a sample has at least one event of " + BYTES + " bytes");
        }
        if (length > MAX_EVENTS * BYTES) {
            throw new InvalidDataException(source + ": more than the " + MAX_EVENTS + " events that a sample can have");
        }
        if (length % BYTES != 0) {
            throw new InvalidDataException(source + ": " + length + " bytes are no multiple of the " + BYTES
                    + " of an event; its end is missing");
        }
    }

    /** The events of some bytes. */
    static Recording decode(String source, byte[] bytes) throws InvalidDataException {
        requireLength(source, bytes.length);
        int[] inputs = new int[bytes.length / BYTES];
        int[] times = new int[inputs.length];
        for (int e = 0; e < inputs.length; e++) {
            int at = e * BYTES;
            int x = bytes[at] & 0xFF;
            int y = bytes[at + 1] & 0xFF;
            int polarity = (bytes[at + 2] & 0x80) >> 7;
            int time = (bytes[at + 2] & 0x7F) << 16 | (bytes[at + 3] & 0xFF) << 8 | bytes[at + 4] & 0xFF;
            if (x >= Recording.SIDE || y >= Recording.SIDE) {
                throw new InvalidDataException(source + ": event " + e + ": "
                        + (x >= Recording.SIDE ? "x " + x : "y " + y) + " is not within 0.." + (Recording.SIDE - 1));
            }
            if (e > 0 && time < times[e - 1]) {
                throw new InvalidDataException(source + ": event " + e + ": time " + time + " is before " + times[e - 1]
                        + ", that of the event before it");
            }
            inputs[e] = polarity * Recording.PIXELS + y * Recording.SIDE + x;
            times[e] = time;
        }
        return new Recording(inputs, times);
    }

    /** The bytes of some events. */
    static byte[] encode(Recording recording) {
        byte[] bytes = new byte[recording.size() * BYTES];
        for (int e = 0; e < recording.size(); e++) {
            int at = e * BYTES;
            int time = recording.times()[e];
            bytes[at] = (byte) recording.x(e);
            bytes[at + 1] = (byte) recording.y(e);
            bytes[at + 2] = (byte) (recording.polarity(e) << 7 | time >> 16);
            bytes[at + 3] = (byte) (time >> 8);
            bytes[at + 4] = (byte) time;
        }
        return bytes;
    }
}
