package org.biograd.cli.option;

import org.biograd.study.verify.VerifySettings;
import picocli.CommandLine.Option;

/** The option of every command that works on several threads. */
public final class ThreadsOption {

    /** The most threads. */
    public static final int MOST = VerifySettings.MAX_THREADS;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that work, 1..256. No result depends on it. Default: one a processor.")
    @Within(low = 1, high = MOST)
    private Integer threads;

    /** How many threads shall work. */
    public int count() {
        return threads == null ? Math.min(MOST, Runtime.getRuntime().availableProcessors()) : threads;
    }
}
