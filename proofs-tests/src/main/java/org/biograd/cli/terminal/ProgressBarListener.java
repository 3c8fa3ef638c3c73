package org.biograd.cli.terminal;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.biograd.io.ProgressListener;

/** Draws progress as a bar on a terminal. */
public final class ProgressBarListener implements ProgressListener {

    private static final int REFRESH_MILLIS = 200;

    private final String command;
    private final Terminal terminal;
    private ProgressBar bar;

    public ProgressBarListener(String command, Terminal terminal) {
        this.command = command;
        this.terminal = terminal;
    }

    // The library's own consumers ask a terminal library for the width, which warns on terminals that it does not know
    // and loads native code. One line, rewritten in place, needs neither.
    private static final class Line implements ProgressBarConsumer {
        private final Terminal terminal;

        Line(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public int getMaxRenderedLength() {
            return terminal.columns() - 1;
        }

        @Override
        public void accept(String line) {
            terminal.err().print("\r" + line);
            terminal.err().flush();
        }

        @Override
        public void close() {}
    }

    @Override
    public synchronized void started(long totalUnits) {
        bar = new ProgressBarBuilder()
                .setTaskName(command)
                .setInitialMax(totalUnits)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REFRESH_MILLIS)
                .setConsumer(new Line(terminal))
                .build();
    }

    @Override
    public synchronized void advanced(long doneUnits, String note) {
        if (bar != null) {
            bar.stepTo(doneUnits);
            bar.setExtraMessage(" " + note);
        }
    }

    @Override
    public synchronized void finished() {
        if (bar != null) {
            bar.close();
            bar = null;
            // Not in the consumer: the library does not close it when a bar is over before it was first drawn.
            terminal.err().print("\r" + " ".repeat(terminal.columns() - 1) + "\r");
            terminal.err().flush();
        }
    }
}
