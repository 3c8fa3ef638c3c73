package org.biograd.cli.option;

import org.biograd.spec.profile.Profile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that runs networks. */
public final class CommonOptions {

    @Option(
            names = "--profile",
            paramLabel = "NAME|FILE",
            converter = ProfileConverter.class,
            defaultValue = "loihi",
            description =
                    "Widths, constants and schedule: loihi, wide, tiny, loihi-mnist or wide-mnist, or a profile file. "
                            + "Default: ${DEFAULT-VALUE}.")
    private Profile profile;

    @Mixin
    private SeedOption seed;

    @Mixin
    private QuietOption quiet;

    /** The profile. */
    public Profile profile() {
        return profile;
    }

    /** The seed. */
    public long seed() {
        return seed.value();
    }

    /** Whether nothing but errors shall be told. */
    public boolean quiet() {
        return quiet.chosen();
    }
}
