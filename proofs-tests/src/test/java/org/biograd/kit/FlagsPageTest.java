package org.biograd.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.biograd.house.CasesPage;
import org.biograd.house.SpecText;
import org.biograd.kit.generate.Flag;
import org.junit.jupiter.api.Test;

/** The page of flags is what the code says, and every operation has its section with an example that passes. */
class FlagsPageTest {

    private static final Path TEXT = SpecText.root().resolve("spec/text");

    /** {@code mvn test -Dbiograd.regenerate=true} writes the page anew. */
    @Test
    void thePageIsUpToDate() throws IOException {
        StringBuilder page = new StringBuilder(
                "# Flags\n\nGenerated from the code: do not edit. `mvn test -Dbiograd.regenerate=true` writes it "
                        + "anew.\n\n"
                        + "What kinds of fault a case shows ([cases](cases.md)); a case may bear several flags.\n\n"
                        + "| flag | kind of fault | what is seen | what is most likely wrong |\n|---|---|---|---|\n");
        for (Flag flag : Flag.values()) {
            page.append("| ")
                    .append(String.join(" | ", flag.symbol(), flag.bug(), flag.effect(), flag.meaning()))
                    .append(" |\n");
        }
        Path file = TEXT.resolve("flags.md");
        if (Boolean.getBoolean("biograd.regenerate")) {
            Files.writeString(file, page);
        }
        assertEquals(
                page.toString(),
                Files.readString(file),
                file + " is out of date; mvn test -Dbiograd.regenerate=true writes it anew");
    }

    @Test
    void everyOperationHasASectionAndAnExample() throws IOException {
        List<String> lines = Files.readAllLines(TEXT.resolve("cases.md"));
        List<String> examples = CasesPage.examples();
        for (String op : Generators.operations()) {
            assertTrue(lines.contains("## `" + op + "`"), op + " has no section");
            String own = examples.stream()
                    .filter(example -> example.contains("\"op\": \"" + op + "\""))
                    .collect(Collectors.joining("\n"));
            assertFalse(own.isEmpty(), op + " has no example");
            KitRun.Checked checked = KitRun.check(own);
            assertEquals(List.of(), checked.differences(), op);
            assertEquals(List.of(), checked.malformed(), op);
        }
    }
}
