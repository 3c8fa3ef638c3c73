package org.biograd.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.biograd.conform.judge.Discrepancy;
import org.biograd.conform.judge.Locator;
import org.biograd.house.SpecText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faults are planted in the learning rules of the sample in Python, one at a time, and each is found by a shipped case
 * that names the broken clause. What is said of each stands in the spec.
 */
class RuleFaultsTest {

    private static final Path GOLDEN = SpecText.root().resolve("spec/src/main/resources/org/biograd/spec/cases/golden");
    private static final List<String> SOURCES = List.of("biograd.py", "rules.py", "learning.py", "answer.py");

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void everyFaultIsFoundByAShippedCase() throws IOException {
        boolean python = SampleRun.runs("python3", "--version");
        if (!python) {
            System.out.println("SKIPPED: no python3 here, so no faults were planted in the sample in Python.");
        }
        assumeTrue(python, "python3 is not installed");
        List<String> rows = RuleFaults.ALL.parallelStream().map(this::row).toList();
        FaultsPage.requireOfPython("""

                Each of these slips, some of them from published code, was planted, alone, in the learning rules of the
                [sample in Python](../samples/python). The row says what `biograd conform` says of the first shipped case that
                shows it.

                | fault | clause | found by | case | first difference |
                |---|---|---|---:|---|
                """ + String.join("\n", rows) + "\n");
    }

    private String row(PlantedFault fault) {
        try {
            return found(fault);
        } catch (IOException e) {
            throw new AssertionError(fault.name(), e);
        }
    }

    private String found(PlantedFault fault) throws IOException {
        List<String> all = Files.readAllLines(GOLDEN.resolve(fault.operation() + ".jsonl"));
        List<Integer> asked = new ArrayList<>();
        List<String> questions = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (json.readTree(all.get(i)).path("clause").toString().contains('"' + fault.clause() + '"')) {
                asked.add(i);
                questions.add(all.get(i));
            }
        }
        Path file = Files.write(Files.createTempFile(folder, "questions", ".jsonl"), questions);
        Path answers = Files.createTempFile(folder, "answers", ".jsonl");
        run(plant(fault), file, answers);
        List<String> got = Files.readAllLines(answers);
        assertEquals(questions.size(), got.size(), fault.name());
        for (int n = 0; n < got.size(); n++) {
            JsonNode question = json.readTree(questions.get(n));
            JsonNode out = json.readTree(got.get(n)).path("out");
            Optional<Discrepancy> difference = Locator.find(question, (ObjectNode) question.path("out"), out);
            if (difference.isPresent()) {
                return "| " + fault.name() + " | " + fault.clause() + " | " + fault.operation() + " | " + asked.get(n)
                        + " | " + difference.orElseThrow().words() + " |";
            }
        }
        throw new AssertionError("not found: " + fault.name());
    }

    private Path plant(PlantedFault fault) throws IOException {
        Path sources = Files.createTempDirectory(folder, "fault");
        for (String source : SOURCES) {
            String text = Files.readString(SampleRun.file("python").resolve(source));
            if (source.equals(fault.file())) {
                assertEquals(
                        2,
                        text.split(Pattern.quote(fault.right()), -1).length,
                        fault.name() + ": the place of the fault is not there once");
                text = text.replace(fault.right(), fault.wrong());
            }
            Files.writeString(sources.resolve(source), text);
        }
        return sources.resolve("answer.py");
    }

    private static void run(Path program, Path questions, Path answers) throws IOException {
        Process process = new ProcessBuilder("python3", "-B", program.toString())
                .redirectInput(questions.toFile())
                .redirectOutput(answers.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertEquals(0, process.waitFor());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
