package org.biograd.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.biograd.house.SpecText;
import org.junit.jupiter.api.Test;

/** The page of the library has the program that is compiled here, and what it prints. */
class LibraryPageTest {

    private static String block(String page, String language) {
        int begin = page.indexOf("```" + language + "\n") + language.length() + 4;
        return page.substring(begin, page.indexOf("```", begin));
    }

    @Test
    void theProgramIsTheCompiledOneAndPrintsWhatThePageSays() throws IOException {
        Path root = SpecText.root();
        String page = Files.readString(root.resolve("spec/text/library.md"));
        String source =
                Files.readString(root.resolve("proofs-tests/src/test/java/org/biograd/samples/LibraryExample.java"));
        int begin = source.indexOf("{\n", source.indexOf("void main")) + 2;
        String body = source.substring(begin, source.lastIndexOf("    }"))
                        .stripTrailing()
                        .stripIndent() + "\n";
        assertEquals(body, block(page, "java"));
        assertTrue(body.lines().count() <= 20, "twenty lines");

        PrintStream standard = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            LibraryExample.main(new String[0]);
        } finally {
            System.setOut(standard);
        }
        assertEquals(
                block(page, "text"), printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"));
    }
}
