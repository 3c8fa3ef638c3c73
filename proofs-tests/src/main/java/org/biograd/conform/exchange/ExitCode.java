package org.biograd.conform.exchange;

import java.util.Map;

/** What the end of a process tells. */
final class ExitCode {

    private static final int SIGNALLED = 128;
    private static final Map<Integer, String> SIGNALS = Map.ofEntries(
            Map.entry(2, "SIGINT, interrupted"),
            Map.entry(4, "SIGILL, an illegal instruction"),
            Map.entry(6, "SIGABRT, aborted"),
            Map.entry(7, "SIGBUS, a wrong address"),
            Map.entry(8, "SIGFPE, a wrong calculation, such as a division by zero"),
            Map.entry(9, "SIGKILL, killed, perhaps for want of memory"),
            Map.entry(11, "SIGSEGV, a wrong address"),
            Map.entry(13, "SIGPIPE"),
            Map.entry(15, "SIGTERM, terminated"));
    private static final Map<Integer, String> SHELL =
            Map.of(126, "of a shell: not executable", 127, "of a shell: not found");

    private ExitCode() {}

    /** For example {@code exit code 139 (signal 11: SIGSEGV, a wrong address)}. */
    static String words(Integer code) {
        if (code == null) {
            return "its output closed, and without an end of its own";
        }
        String signal = SIGNALS.get(code - SIGNALLED);
        String why = signal != null
                ? " (signal " + (code - SIGNALLED) + ": " + signal + ")"
                : SHELL.containsKey(code) ? " (" + SHELL.get(code) + ")" : "";
        return "exit code " + code + why;
    }
}
