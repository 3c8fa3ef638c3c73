package org.biograd.house;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The examples of the page on cases, which shows each over several lines. */
public final class CasesPage {

    private CasesPage() {}

    /** Every example of {@code spec/text/cases.md} in the order of the page, each on one line as in a file of cases. */
    public static List<String> examples() throws IOException {
        List<String> examples = new ArrayList<>();
        StringBuilder example = null;
        for (String line : Files.readAllLines(SpecText.root().resolve("spec/text/cases.md"))) {
            if (line.equals("```json")) {
                example = new StringBuilder();
            } else if (line.equals("```") && example != null) {
                examples.add(example.toString());
                example = null;
            } else if (example != null) {
                if (line.startsWith("{") && example.length() > 0) {
                    examples.add(example.toString());
                    example.setLength(0);
                }
                example.append(line.strip()).append(' ');
            }
        }
        return examples;
    }
}
