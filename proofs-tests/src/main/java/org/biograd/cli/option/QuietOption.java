package org.biograd.cli.option;

import picocli.CommandLine.Option;

/** The option of every command that tells more than its result. */
public final class QuietOption {

    @Option(names = "--quiet", description = "No progress and no notes on standard error; errors only.")
    private boolean chosen;

    /** Whether nothing but errors shall be told. */
    public boolean chosen() {
        return chosen;
    }
}
