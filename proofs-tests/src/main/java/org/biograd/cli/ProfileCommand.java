package org.biograd.cli;

import java.util.concurrent.Callable;
import org.biograd.cli.option.ProfileConverter;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.ProfileReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code biograd profile}: prints the text form of a profile. */
@Command(
        name = "profile",
        mixinStandardHelpOptions = true,
        versionProvider = Biograd.Version.class,
        description = "Prints the text form of a profile, to start one of your own from.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  biograd profile loihi > mine.profile   (then edit it and its name)",
            "  biograd verify --profile mine.profile"
        })
final class ProfileCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            converter = ProfileConverter.class,
            description =
                    "a shipped profile (loihi, wide, tiny, loihi-mnist or wide-mnist), or a profile file to check and "
                            + "print in full.")
    private Profile profile;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(ProfileReader.write(profile));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
