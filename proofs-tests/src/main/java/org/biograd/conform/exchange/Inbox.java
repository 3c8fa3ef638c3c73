package org.biograd.conform.exchange;

import java.util.ArrayList;
import java.util.List;

/**
 * What a program has written and nobody has read yet: bounded, so that a flood waits in the program and not in memory.
 */
final class Inbox {

    /** A line, or that there will be none any more. */
    enum Kind {
        /** A line. */
        LINE,
        /** A line that is longer than any may be; the rest of it is not read. */
        TOO_LONG,
        /** The end of the output. */
        END
    }

    /**
     * What was read.
     *
     * @param kind a line or something else
     * @param bytes the line without its end; empty for the others
     */
    record Event(Kind kind, byte[] bytes) {

        static Event of(Kind kind) {
            return new Event(kind, new byte[0]);
        }
    }

    private static final long MAX_BYTES = 8 << 20;

    /** What a line costs beside its bytes: lines without any are not free. */
    private static final int COST = 64;

    private List<Event> events = new ArrayList<>();
    private long bytes;
    private boolean closed;

    /** Adds events; waits while there is too much already. */
    synchronized void put(List<Event> more) throws InterruptedException {
        while (bytes > MAX_BYTES && !closed) {
            wait();
        }
        for (Event event : more) {
            bytes += event.bytes().length + COST;
        }
        events.addAll(more);
        notifyAll();
    }

    /** Takes all that is there; waits up to so many nanoseconds for the first. */
    synchronized List<Event> take(long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        while (events.isEmpty()) {
            long millis = (end - System.nanoTime() + 999_999) / 1_000_000;
            if (millis <= 0) {
                return List.of();
            }
            wait(millis);
        }
        List<Event> taken = events;
        events = new ArrayList<>();
        bytes = 0;
        notifyAll();
        return taken;
    }

    /** From now on nobody takes anything, and nobody who puts shall wait. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
