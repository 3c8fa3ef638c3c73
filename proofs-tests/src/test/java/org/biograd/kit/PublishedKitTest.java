package org.biograd.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.biograd.kit.reference.Arithmetic;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases that another implementation computed, where they are on this machine. */
class PublishedKitTest {

    @ParameterizedTest
    @CsvSource({
        "single-layer.jsonl, reference.layer, 60",
        "network.jsonl, reference.network, 60",
        "sleep.jsonl, reference.sleep, 30"
    })
    void passAndAreReproduced(String file, String op, int count) throws IOException {
        List<String> lines = Files.readAllLines(file(file));
        KitRun.Checked checked = KitRun.check(String.join("\n", lines));
        assertEquals(List.of(), checked.differences());
        assertEquals(List.of(), checked.malformed());
        assertTrue(checked.checks().summary().contains(op + ": " + count + " of " + count + " cases passed"), file);

        ObjectMapper json = new ObjectMapper();
        List<String> answers =
                KitRun.answer(lines.stream().map(line -> withoutOut(json, line)).reduce("", (a, b) -> a + b + "\n"));
        assertEquals(count, answers.size());
        for (int c = 0; c < count; c++) {
            ObjectNode published = (ObjectNode) json.readTree(lines.get(c));
            ObjectNode answered = (ObjectNode) json.readTree(answers.get(c));
            Arithmetic arithmetic = Arithmetic.valueOf(
                    published.at("/params/arithmetic").textValue().toUpperCase(Locale.ROOT));
            Comparison comparison = Comparison.of(published.get("out"), answered.get("out"), arithmetic);
            assertEquals(null, comparison.difference());
            published.remove("out");
            answered.remove("out");
            assertEquals(published, answered);
        }
    }

    private static String withoutOut(ObjectMapper json, String line) {
        try {
            return ((ObjectNode) json.readTree(line)).without(List.of("out")).toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path file(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared/vectors/biograd").resolve(name);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        String message =
                "SKIPPED: the published cases of " + name + " are not checked, for they are not on this machine";
        System.out.println(message);
        Assumptions.abort(message);
        return null;
    }
}
