package org.biograd.cli.terminal;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.biograd.io.ProgressListener;

/** Tells progress in a plain line now and then. */
public final class ProgressLines implements ProgressListener {

    /** The least time between two lines. */
    public static final long INTERVAL_NANOS = 10_000_000_000L;

    private final String command;
    private final PrintWriter err;
    private final LongSupplier nanos;
    private long total;
    private long last;

    /**
     * Lines on a stream.
     *
     * @param command the command that works
     * @param err the stream
     * @param nanos a clock, as {@link System#nanoTime}
     */
    public ProgressLines(String command, PrintWriter err, LongSupplier nanos) {
        this.command = command;
        this.err = err;
        this.nanos = nanos;
    }

    @Override
    public synchronized void started(long totalUnits) {
        total = totalUnits;
        last = nanos.getAsLong();
    }

    @Override
    public synchronized void advanced(long doneUnits, String note) {
        long now = nanos.getAsLong();
        if (now - last < INTERVAL_NANOS) {
            return;
        }
        last = now;
        double percent = total == 0 ? 100 : 100.0 * doneUnits / total;
        err.println(String.format(
                Locale.ROOT, "biograd %s: %.0f %% done%s", command, percent, note.isEmpty() ? "" : ": " + note));
        err.flush();
    }

    @Override
    public void finished() {}
}
