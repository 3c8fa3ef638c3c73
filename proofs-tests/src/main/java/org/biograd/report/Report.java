package org.biograd.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.biograd.verify.VerifyResult;

/** The files of a report. */
public final class Report {

    private Report() {}

    /**
     * What became of a report.
     *
     * @param page where its page is
     * @param plotsMissing why the page has no plots, where it has none
     */
    public record Outcome(Path page, Optional<String> plotsMissing) {}

    /**
     * Writes summary and page; each is there whole or not at all.
     *
     * @param folder where
     * @param result what was found
     * @throws IOException where a file cannot be written
     */
    public static Outcome write(ReportFolder folder, VerifyResult result) throws IOException {
        byte[] summary = SummaryJson.of(result).getBytes(StandardCharsets.UTF_8);
        HtmlReport page = HtmlReport.of(result);
        AtomicFile.write(folder.summary(), out -> out.write(summary));
        AtomicFile.write(folder.page(), out -> out.write(page.text().getBytes(StandardCharsets.UTF_8)));
        return new Outcome(folder.page(), page.plotsMissing());
    }
}
