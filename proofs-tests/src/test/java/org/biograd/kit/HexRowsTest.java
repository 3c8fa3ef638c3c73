package org.biograd.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.biograd.house.SpecText;
import org.biograd.kit.hex.HexRows;
import org.junit.jupiter.api.Test;

/** The rows for test benches are as wide as their headers say, and hold the numbers of their cases. */
class HexRowsTest {

    private static final Path GOLDEN = SpecText.root().resolve("spec/src/main/resources/org/biograd/spec/cases/golden");

    private final ObjectMapper json = new ObjectMapper();

    private static List<String> rows(String op) throws IOException {
        List<String> rows = new ArrayList<>(Files.readAllLines(GOLDEN.resolve(op + ".hex")));
        rows.removeIf(row -> row.startsWith("//"));
        return rows;
    }

    @Test
    void everyRowIsAsWideAsItsHeaderSays() throws IOException {
        for (String op : Generators.operations()) {
            assertEquals(Generators.level(op) <= 1, HexRows.operations().contains(op), op);
            if (Generators.level(op) > 1) {
                continue;
            }
            List<String> lines = Files.readAllLines(GOLDEN.resolve(op + ".hex"));
            String[] fields = lines.get(1).substring(3).split(" ");
            int bits = Integer.parseInt(lines.get(2).replaceAll("[^0-9]", ""));
            for (String row : rows(op)) {
                String[] values = row.split("_");
                assertEquals(fields.length, values.length, op);
                int digits = 0;
                for (int f = 0; f < fields.length; f++) {
                    assertEquals(
                            Integer.parseInt(fields[f].substring(fields[f].indexOf(':') + 1)),
                            4 * values[f].length(),
                            fields[f]);
                    digits += values[f].length();
                }
                assertEquals(bits, 4 * digits, op);
            }
        }
    }

    @Test
    void rowsHoldTheNumbersOfTheirCases() throws IOException {
        int row = 0;
        List<String> rows = rows("lif.run");
        for (String line : Files.readAllLines(GOLDEN.resolve("lif.run.jsonl"))) {
            JsonNode given = json.readTree(line);
            if (given.path("params").has("emulator")) {
                // The rows are those of the chip's own neuron.
                continue;
            }
            for (int t = 0; t < given.path("in").path("a").size(); t++) {
                String[] values = rows.get(row++).split("_");
                assertEquals(t == 0 ? 1 : 0, signed(values[0]) & 1);
                assertEquals(given.path("params").path("biasMant").longValue(), signed(values[5]));
                assertEquals(given.path("in").path("a").get(t).longValue(), signed(values[7]));
                assertEquals(given.path("out").path("v").get(t).longValue(), signed(values[9]));
            }
        }
        assertEquals(rows.size(), row);
        assertTrue(row > 100, row + " rows");
    }

    /** Hexadecimal digits in two's complement of their own width. */
    private static long signed(String digits) {
        int unused = 64 - 4 * digits.length();
        return Long.parseUnsignedLong(digits, 16) << unused >> unused;
    }
}
