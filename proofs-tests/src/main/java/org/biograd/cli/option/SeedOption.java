package org.biograd.cli.option;

import picocli.CommandLine.Option;

/** The option of every command that draws at random. */
public final class SeedOption {

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = SeedConverter.class,
            defaultValue = "1",
            description =
                    "Seed of every random draw, 64 bits, decimal or 0x and hexadecimal. Default: ${DEFAULT-VALUE}.")
    private long value;

    /** The seed. */
    public long value() {
        return value;
    }
}
