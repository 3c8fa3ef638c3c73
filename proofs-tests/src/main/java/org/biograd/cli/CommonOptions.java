package org.biograd.cli;

import org.biograd.spec.profile.Profile;
import picocli.CommandLine.Option;

/** The options of every command that runs networks. */
final class CommonOptions {

    @Option(
            names = "--profile",
            paramLabel = "NAME|FILE",
            converter = ProfileConverter.class,
            defaultValue = "loihi",
            description =
                    "Widths, constants and schedule: loihi, wide, tiny, loihi-mnist or wide-mnist, or a profile file. "
                            + "Default: ${DEFAULT-VALUE}.")
    private Profile profile;

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = SeedConverter.class,
            defaultValue = "1",
            description =
                    "Seed of every random draw, 64 bits, decimal or 0x and hexadecimal. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--quiet", description = "No progress and no notes on standard error; errors only.")
    private boolean quiet;

    /** The profile. */
    Profile profile() {
        return profile;
    }

    /** The seed. */
    long seed() {
        return seed;
    }

    /** Whether nothing but errors shall be told. */
    boolean quiet() {
        return quiet;
    }
}
