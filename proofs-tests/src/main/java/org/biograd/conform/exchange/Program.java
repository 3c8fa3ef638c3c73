package org.biograd.conform.exchange;

import java.io.IOException;
import java.util.List;

/**
 * The program under test.
 *
 * @param command the program and its arguments
 * @param timeoutNanos how long it may go without an answer
 * @param maxLine the longest line that it may write, in bytes
 */
public record Program(List<String> command, long timeoutNanos, int maxLine) {

    /** The longest line of any program: what a case may have. */
    public static final int MAX_LINE = 64 << 20;

    public ProgramRun start() throws NotRunException {
        try {
            return ProgramRun.start(command, maxLine);
        } catch (IOException e) {
            throw new NotRunException("cannot be started: " + reason(e), e);
        }
    }

    // Java puts the name of the program and the number of the error before it.
    private static String reason(IOException error) {
        String message = String.valueOf(error.getMessage());
        // JDK 17: error=2, No such file or directory. JDK 25: Exec failed, error: 2 (No such file or directory)
        return message.replaceFirst("^.*error=[0-9]+, ", "").replaceFirst("^.*error: [0-9]+ \\((.*)\\)\\s*$", "$1");
    }

    /** The timeout in words. */
    public String patience() {
        double seconds = timeoutNanos / 1e9;
        return (seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds)) + " s";
    }
}
