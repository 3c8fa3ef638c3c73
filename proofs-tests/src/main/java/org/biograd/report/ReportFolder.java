package org.biograd.report;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of a report, found writable when it was opened. */
public final class ReportFolder {

    /** The name of the summary's file. */
    public static final String SUMMARY = "summary.json";

    /** The name of the page's file. */
    public static final String PAGE = "report.html";

    private final Path folder;

    private ReportFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens a folder, made where it is not there yet, and tries whether it can be written.
     *
     * @param folder the folder
     * @throws IOException where it is none, cannot be made or cannot be written, or where a folder stands in a
     *     report file's place
     */
    public static ReportFolder open(Path folder) throws IOException {
        return open(folder, SUMMARY, PAGE);
    }

    /**
     * Opens a folder for files of other names.
     *
     * @param folder the folder
     * @param names of the files that it will hold
     * @throws IOException where it is none, cannot be made or cannot be written, or where a folder stands in a
     *     report file's place
     */
    public static ReportFolder open(Path folder, String... names) throws IOException {
        // createDirectories refuses a file, as it should, but a link to a folder too.
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        for (String name : names) {
            if (Files.isDirectory(folder.resolve(name))) {
                throw new FileSystemException(folder.toString(), null, name + " in it is a folder");
            }
        }
        Path trial = folder.resolve(".biograd-trial");
        AtomicFile.write(trial, out -> out.write('\n'));
        Files.deleteIfExists(trial);
        return new ReportFolder(folder);
    }

    /** Where the page is. */
    public Path page() {
        return folder.resolve(PAGE);
    }

    /** Where the summary is. */
    public Path summary() {
        return folder.resolve(SUMMARY);
    }

    /** Where the file of a name is. */
    public Path file(String name) {
        return folder.resolve(name);
    }
}
