package org.biograd.study.sweep.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.biograd.io.AtomicFile;
import org.biograd.io.OutputFolder;
import org.biograd.report.Figures;
import org.biograd.report.Page;
import org.biograd.report.ReportOutcome;
import org.biograd.study.sweep.PointSummary;
import org.biograd.study.sweep.Remarks;
import org.biograd.study.sweep.StudyResult;

/** The files of a study, besides its log: tables, JSON, a page, and the plots. */
public final class StudyReport {

    private static final String LOG = "runs.jsonl";
    private static final String LONG = "study.csv";
    private static final String POINTS = "points.csv";
    private static final String COLUMNS = "columns.csv";
    private static final String JSON = "study.json";
    private static final String PAGE = "study.html";
    private static final String PLOTS = "plots";

    private StudyReport() {}

    /**
     * What is told of a study.
     *
     * @param result what was found
     * @param summaries of the points, by number
     * @param remarks what to know before reading them
     */
    public record Made(StudyResult result, List<PointSummary> summaries, List<String> remarks) {

        /** Everything that is told of a result. */
        public static Made of(StudyResult result) {
            List<PointSummary> summaries = PointSummary.of(result);
            return new Made(result, summaries, Remarks.of(result, summaries));
        }
    }

    /**
     * Opens a folder for the files, made where it is not there yet, and tries whether it can be written.
     *
     * @throws IOException where it is none, cannot be made or cannot be written, or where a folder stands in a
     *     file's place
     */
    public static OutputFolder open(Path folder) throws IOException {
        return OutputFolder.open(folder, LOG, LONG, POINTS, COLUMNS, JSON, PAGE);
    }

    /** Where the log is of a part; of the whole where there is but one. */
    public static Path log(OutputFolder folder, int part, int parts) {
        return folder.file(parts == 1 ? LOG : "runs-" + part + "-of-" + parts + ".jsonl");
    }

    /**
     * Writes all files; each is there whole or not at all.
     *
     * @throws IOException where a file cannot be written
     */
    public static ReportOutcome write(OutputFolder folder, Made made) throws IOException {
        StudyResult result = made.result();
        AtomicFile.write(folder.file(LOG), out -> result.writeLog(out));
        AtomicFile.write(folder.file(LONG), out -> StudyCsv.writeLong(result, made.summaries(), out));
        AtomicFile.write(folder.file(POINTS), StudyCsv.points(result, made.summaries()));
        AtomicFile.write(folder.file(COLUMNS), StudyCsv.definitions(result));
        AtomicFile.write(folder.file(JSON), StudyJson.of(result, made.summaries(), made.remarks()));
        Map<String, String> files = new LinkedHashMap<>();
        // No method reference, which would need AWT as soon as it is linked.
        Figures figures = Figures.draw(() -> StudyPlots.draw(result, made.summaries(), files));
        if (!files.isEmpty()) {
            Files.createDirectories(folder.file(PLOTS));
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            AtomicFile.write(folder.file(PLOTS).resolve(file.getKey()), file.getValue() + "\n");
        }
        Page page = StudyPage.of(made, figures);
        AtomicFile.write(folder.file(PAGE), page.text());
        return new ReportOutcome(folder.file(PAGE), page.plotsMissing());
    }
}
