package org.biograd.conform.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.biograd.conform.exchange.Inbox.Event;
import org.biograd.conform.exchange.Inbox.Kind;

/** Reads the output of a program into an inbox; stops at a line that is too long. */
final class LineSplitter implements Runnable {

    private final InputStream in;
    private final int limit;
    private final Inbox inbox;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

    LineSplitter(InputStream in, int limit, Inbox inbox) {
        this.in = in;
        this.limit = limit;
        this.inbox = inbox;
    }

    @Override
    public void run() {
        try {
            read();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() throws InterruptedException {
        byte[] chunk = new byte[1 << 16];
        List<Event> events = new ArrayList<>();
        int count;
        while ((count = fill(chunk)) > 0) {
            split(chunk, count, events);
            if (begun.size() > limit) {
                events.add(Event.of(Kind.TOO_LONG));
            }
            if (!events.isEmpty()) {
                inbox.put(events);
            }
            if (begun.size() > limit) {
                return;
            }
            events = new ArrayList<>();
        }
        if (begun.size() > 0) {
            events.add(new Event(Kind.LINE, begun.toByteArray()));
        }
        events.add(Event.of(Kind.END));
        inbox.put(events);
    }

    // A pipe whose other end was killed may answer with an exception instead of its end.
    private int fill(byte[] chunk) {
        try {
            return in.read(chunk);
        } catch (IOException e) {
            return -1;
        }
    }

    private void split(byte[] chunk, int count, List<Event> events) {
        int from = 0;
        for (int i = 0; i < count; i++) {
            if (chunk[i] == '\n') {
                begun.write(chunk, from, i - from);
                from = i + 1;
                if (begun.size() > limit) {
                    return;
                }
                events.add(new Event(Kind.LINE, begun.toByteArray()));
                begun.reset();
            }
        }
        begun.write(chunk, from, count - from);
    }
}
