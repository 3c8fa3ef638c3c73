package org.biograd.study.tune;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.biograd.io.AtomicFile;
import org.biograd.io.OutputFolder;
import org.biograd.report.Page;
import org.biograd.report.ReportOutcome;
import org.biograd.spec.profile.ProfileReader;

/** The files of a search: its log, the profile that it found, and a page. */
public final class TuneReport {

    private static final String LOG = "tune.jsonl";
    private static final String PROFILE = "best.profile";
    private static final String PAGE = "tune.html";

    private TuneReport() {}

    /**
     * Opens a folder for the files, made where it is not there yet, and tries whether it can be written.
     *
     * @throws IOException where it is none, cannot be made or cannot be written, where a folder stands in a file's
     *     place, or where a profile would be replaced that no search has left there
     */
    public static OutputFolder open(Path folder) throws IOException {
        if (Files.exists(folder.resolve(PROFILE)) && !Files.exists(folder.resolve(LOG))) {
            throw new FileSystemException(
                    folder.toString(),
                    null,
                    PROFILE + " in it is of no search that could go on, for there is no " + LOG);
        }
        return OutputFolder.open(folder, LOG, PROFILE, PAGE);
    }

    /** Where the log is. */
    public static Path log(OutputFolder folder) {
        return folder.file(LOG);
    }

    /** Where the profile is. */
    public static Path profile(OutputFolder folder) {
        return folder.file(PROFILE);
    }

    /**
     * Writes profile and page; each is there whole or not at all.
     *
     * @param folder where
     * @param result what was found
     * @param command what would make the search again
     * @throws IOException where a file cannot be written
     */
    public static ReportOutcome write(OutputFolder folder, TuneResult result, String command) throws IOException {
        String profile = profile(result, command);
        Page page = TunePage.of(result, command);
        AtomicFile.write(folder.file(PROFILE), profile);
        AtomicFile.write(folder.file(PAGE), page.text());
        return new ReportOutcome(folder.file(PAGE), page.plotsMissing());
    }

    /** The profile as text, with comments that say which run it comes from. */
    static String profile(TuneResult result, String command) {
        RungResult best = result.best();
        return "# Found by: " + command.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "?") + "\n"
                + "# Seed " + Long.toUnsignedString(result.search().seed()) + ", network " + result.shape()
                + ", candidate " + best.candidate() + " of "
                + result.candidates().size() + ": " + best.right() + " of "
                + result.search().validation() + " validation samples right after "
                + result.search().rungs().get(best.rung() - 1) + "\n"
                + "# Weights " + best.digest() + "\n"
                + "# SHA-256 of the run's log, " + LOG + ": " + result.logDigest() + "\n"
                + ProfileReader.write(result.profile());
    }
}
