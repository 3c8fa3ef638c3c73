package org.biograd.conform.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.biograd.conform.ConformResult;
import org.biograd.io.AtomicFile;
import org.biograd.io.OutputFolder;

/** The files of a test of a program. */
public final class ConformReport {

    private static final String PAGE = "conform.html";
    private static final String XML = "conform.xml";
    private static final String JSON = "conform.json";

    private ConformReport() {}

    /**
     * Opens a folder for the files, made where it is not there yet, and tries whether it can be written.
     *
     * @throws IOException where it is none, cannot be made or cannot be written, or where a folder stands in a
     *     report file's place
     */
    public static OutputFolder open(Path folder) throws IOException {
        return OutputFolder.open(folder, PAGE, XML, JSON);
    }

    /**
     * Writes page, JUnit XML and JSON; each is there whole or not at all. The same result gives the same bytes.
     *
     * @return where the page is
     * @throws IOException where a file cannot be written
     */
    public static Path write(OutputFolder folder, ConformResult result) throws IOException {
        byte[] page = ConformPage.of(result).text().getBytes(StandardCharsets.UTF_8);
        byte[] xml = JUnitXml.of(result).getBytes(StandardCharsets.UTF_8);
        byte[] json = ConformJson.of(result);
        AtomicFile.write(folder.file(JSON), out -> out.write(json));
        AtomicFile.write(folder.file(XML), out -> out.write(xml));
        AtomicFile.write(folder.file(PAGE), out -> out.write(page));
        return folder.file(PAGE);
    }
}
