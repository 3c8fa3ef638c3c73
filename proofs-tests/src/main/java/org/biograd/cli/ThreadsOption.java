package org.biograd.cli;

import picocli.CommandLine.Option;

/** The option of every command that works on several threads. */
final class ThreadsOption {

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = RangeConverter.Threads.class,
            description = "Threads that work, 1..256. No result depends on it. Default: one a processor.")
    private Integer threads;

    /** How many threads shall work. */
    int count() {
        return threads == null
                ? Math.min(RangeConverter.Threads.MOST, Runtime.getRuntime().availableProcessors())
                : threads;
    }
}
