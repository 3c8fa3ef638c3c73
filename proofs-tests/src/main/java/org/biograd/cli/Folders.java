package org.biograd.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.biograd.report.ReportFolder;

/** Opens the folder of a report before the work: nobody should learn after minutes that a report has no place. */
final class Folders {

    /** A way to open a folder. */
    @FunctionalInterface
    interface Opener {
        ReportFolder open(Path folder) throws IOException;
    }

    private Folders() {}

    /** Opens the folder of {@code --report}. */
    static ReportFolder open(Path folder, Opener opener) throws BadInputException {
        return open("--report", folder, opener);
    }

    /** Opens the folder of an option. */
    static ReportFolder open(String option, Path folder, Opener opener) throws BadInputException {
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
