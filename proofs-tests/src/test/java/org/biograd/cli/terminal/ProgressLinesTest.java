package org.biograd.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {

    private final AtomicLong clock = new AtomicLong(-5);
    private final StringWriter text = new StringWriter();
    private final ProgressLines lines = new ProgressLines("verify", new PrintWriter(text), clock::get);

    @Test
    void aLineComesOnlyNowAndThen() {
        lines.started(200);
        for (int done = 1; done <= 200; done++) {
            clock.addAndGet(ProgressLines.INTERVAL_NANOS / 80);
            lines.advanced(done, done < 100 ? "" : "test 90.0 %");
        }
        lines.finished();

        assertEquals(
                "biograd verify: 40 % done\nbiograd verify: 80 % done: test 90.0 %\n",
                text.toString().replace("\r\n", "\n"));
    }

    @Test
    void nothingToDoIsDoneAtOnce() {
        lines.started(0);
        clock.addAndGet(ProgressLines.INTERVAL_NANOS);
        lines.advanced(0, "");

        assertEquals("biograd verify: 100 % done\n", text.toString().replace("\r\n", "\n"));
    }
}
