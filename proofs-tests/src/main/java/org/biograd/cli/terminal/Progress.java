package org.biograd.cli.terminal;

import java.io.PrintWriter;
import org.biograd.io.ProgressListener;

/** Chooses how to tell progress. */
public final class Progress {

    private Progress() {}

    /**
     * A bar on a terminal, else lines, or nothing where quiet was asked for.
     *
     * @param command the command that works
     * @param err where lines go
     */
    public static ProgressListener of(String command, boolean quiet, Terminal terminal, PrintWriter err) {
        if (quiet) {
            return ProgressListener.NONE;
        }
        return terminal.interactive()
                ? new ProgressBarListener(command, terminal)
                : new ProgressLines(command, err, System::nanoTime);
    }
}
