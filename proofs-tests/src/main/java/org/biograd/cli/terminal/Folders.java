package org.biograd.cli.terminal;

import java.io.IOException;
import java.nio.file.Path;
import org.biograd.io.OutputFolder;

/** Opens the folder of a report before the work: nobody should learn after minutes that a report has no place. */
public final class Folders {

    /** A way to open a folder. */
    @FunctionalInterface
    public interface Opener {
        OutputFolder open(Path folder) throws IOException;
    }

    private Folders() {}

    /** Opens the folder of {@code --report}. */
    public static OutputFolder open(Path folder, Opener opener) throws BadInputException {
        return open("--report", folder, opener);
    }

    /** Opens the folder of an option. */
    public static OutputFolder open(String option, Path folder, Opener opener) throws BadInputException {
        if (folder.toString().isEmpty()) {
            throw new BadInputException(option + ": the name of the folder is empty", null);
        }
        try {
            return opener.open(folder);
        } catch (IOException e) {
            throw new BadInputException(option + " " + folder + ": " + Problems.reason(e), e);
        }
    }
}
