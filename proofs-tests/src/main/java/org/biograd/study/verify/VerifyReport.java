package org.biograd.study.verify;

import java.io.IOException;
import java.nio.file.Path;
import org.biograd.io.AtomicFile;
import org.biograd.io.OutputFolder;
import org.biograd.report.Page;
import org.biograd.report.ReportOutcome;

/** The files of a verification. */
public final class VerifyReport {

    private static final String SUMMARY = "summary.json";
    private static final String PAGE = "report.html";

    private VerifyReport() {}

    /**
     * Opens a folder for the files, made where it is not there yet, and tries whether it can be written.
     *
     * @throws IOException where it is none, cannot be made or cannot be written, or where a folder stands in a
     *     file's place
     */
    public static OutputFolder open(Path folder) throws IOException {
        return OutputFolder.open(folder, SUMMARY, PAGE);
    }

    /**
     * Writes summary and page; each is there whole or not at all.
     *
     * @param folder where
     * @param result what was found
     * @throws IOException where a file cannot be written
     */
    public static ReportOutcome write(OutputFolder folder, VerifyResult result) throws IOException {
        String summary = SummaryJson.of(result);
        Page page = VerifyPage.of(result);
        AtomicFile.write(folder.file(SUMMARY), summary);
        AtomicFile.write(folder.file(PAGE), page.text());
        return new ReportOutcome(folder.file(PAGE), page.plotsMissing());
    }
}
