package org.biograd.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.biograd.house.SpecText;

/** The page of planted faults: a part of the sample in C, then one of that in Python. */
final class FaultsPage {

    private static final Path PAGE = SpecText.root().resolve("spec/text/planted-faults.md");
    private static final String OF_PYTHON = "\n## In the sample in Python\n";

    private FaultsPage() {}

    /** Requires the first part, or writes it anew. */
    static void requireOfC(String part) throws IOException {
        require(part, parts()[1]);
    }

    /** Requires what follows the heading of the second part, or writes it anew. */
    static void requireOfPython(String part) throws IOException {
        require(parts()[0], OF_PYTHON + part);
    }

    // Two tests write one page, each its own part.
    private static synchronized void require(String ofC, String ofPython) throws IOException {
        if (Boolean.getBoolean("biograd.regenerate")) {
            Files.writeString(PAGE, ofC + ofPython);
        }
        assertEquals(
                ofC + ofPython,
                Files.readString(PAGE),
                PAGE + " is out of date; mvn test -Dbiograd.regenerate=true writes it anew");
    }

    private static String[] parts() throws IOException {
        String page = Files.readString(PAGE);
        int at = page.indexOf(OF_PYTHON);
        return at < 0 ? new String[] {page, ""} : new String[] {page.substring(0, at), page.substring(at)};
    }
}
