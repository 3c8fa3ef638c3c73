package org.biograd.study.angles.report;

import java.io.IOException;
import java.nio.file.Path;
import org.biograd.io.AtomicFile;
import org.biograd.io.OutputFolder;
import org.biograd.report.Page;
import org.biograd.report.ReportOutcome;
import org.biograd.study.angles.AngleResult;

/** The files of a study of angles. */
public final class AngleReport {

    private static final String CSV = "angles.csv";
    private static final String JSON = "angles.json";
    private static final String PAGE = "angles.html";

    private AngleReport() {}

    /**
     * Opens a folder for the files of a study, made where it is not there yet, and tries whether it can be written.
     *
     * @throws IOException where it is none, cannot be made or cannot be written, or where a folder stands in a
     *     report file's place
     */
    public static OutputFolder open(Path folder) throws IOException {
        return OutputFolder.open(folder, CSV, JSON, PAGE);
    }

    /**
     * Writes numbers, summary and page; each is there whole or not at all.
     *
     * @param folder where
     * @param result what was found
     * @throws IOException where a file cannot be written
     */
    public static ReportOutcome write(OutputFolder folder, AngleResult result) throws IOException {
        Page page = AnglePage.of(result);
        AtomicFile.write(folder.file(CSV), AngleCsv.of(result));
        AtomicFile.write(folder.file(JSON), AngleJson.of(result));
        AtomicFile.write(folder.file(PAGE), page.text());
        return new ReportOutcome(folder.file(PAGE), page.plotsMissing());
    }
}
