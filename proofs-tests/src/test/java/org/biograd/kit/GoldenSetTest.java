package org.biograd.kit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.biograd.house.SpecText;
import org.biograd.kit.generate.Flag;
import org.biograd.spec.Rounding;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped cases are what the code makes, are few, pass, fit their schemas, and leave out no clause and no flag. */
class GoldenSetTest {

    private static final Path GOLDEN = SpecText.root().resolve("spec/src/main/resources/org/biograd/spec/cases/golden");
    private static final long MOST_BYTES = 2_200_000;

    /** Clauses of these chapters are to have a directed case. */
    private static final String CHAPTERS = "(WORD|DRAW|CODE|SYN|SOMA|GATE|ELIG|ERR|LEARN|SLEEP|NET)-[0-9]+"
            + "|RULE-([1237-9]|10)|(OTTT|DESIRE|BPTT|TTFS|IDE)-[0-9]+|SPIDE-[1-79]";

    private final ObjectMapper json = new ObjectMapper();

    /** {@code mvn test -Dbiograd.regenerate=true} writes the set anew. */
    @BeforeAll
    static void regenerate() throws IOException {
        if (Boolean.getBoolean("biograd.regenerate")) {
            GoldenSet.write(GOLDEN);
        }
    }

    @Test
    void isWhatTheCodeMakes(@TempDir Path folder) throws IOException {
        GoldenSet.write(folder);
        assertEquals(
                names(folder),
                names(GOLDEN),
                GOLDEN + " is out of date; mvn test -Dbiograd.regenerate=true writes it anew");
        long bytes = 0;
        for (String name : names(folder)) {
            byte[] shipped = Files.readAllBytes(GOLDEN.resolve(name));
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve(name)),
                    shipped,
                    name + " is out of date; mvn test -Dbiograd.regenerate=true writes it anew");
            bytes += shipped.length;
        }
        assertTrue(bytes < MOST_BYTES, bytes + " bytes");
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void passesAndNamesItsCasesOnce() throws IOException {
        Set<String> ids = new HashSet<>();
        for (String op : Generators.operations()) {
            String text = Files.readString(GOLDEN.resolve(op + ".jsonl"));
            KitRun.Checked checked = KitRun.check(text);
            assertEquals(List.of(), checked.differences(), op);
            assertEquals(List.of(), checked.malformed(), op);
            for (String line : text.split("\n")) {
                assertTrue(ids.add(json.readTree(line).path("id").textValue()), line);
            }
        }
        assertTrue(ids.size() > 1000, ids.size() + " cases");
    }

    @Test
    void theFirstShiftsAreOfEveryMode() throws IOException {
        try (Stream<String> lines = Files.lines(GOLDEN.resolve("round.shift.jsonl"))) {
            Set<String> modes = new TreeSet<>();
            for (String line : lines.limit(Rounding.values().length).toList()) {
                modes.add(json.readTree(line).path("params").path("mode").textValue());
            }
            assertEquals(Rounding.values().length, modes.size(), modes.toString());
        }
    }

    @Test
    void fitsItsSchemas() throws IOException {
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V202012);
        for (String op : Generators.operations()) {
            JsonSchema schema = schema(factory, op);
            for (String line : Files.readAllLines(GOLDEN.resolve(op + ".jsonl"))) {
                assertEquals(
                        Set.of(),
                        schema.validate(json.readTree(line)),
                        () -> line.substring(0, Math.min(200, line.length())));
            }
        }
        for (String line : KitRun.resource().split("\n")) {
            JsonNode given = json.readTree(line);
            assertEquals(Set.of(), schema(factory, given.path("op").textValue()).validate(given), line);
        }
    }

    @Test
    void aSchemaRefusesWhatDoesNotFit() throws IOException {
        JsonSchema schema = schema(JsonSchemaFactory.getInstance(VersionFlag.V202012), "gate");
        String right =
                "{\"id\":\"g\",\"op\":\"gate\",\"params\":{\"soma.threshold\":1,\"soma.window\":1},\"in\":{\"v\":[1]},"
                        + "\"out\":{\"g\":[1]}}";
        assertEquals(Set.of(), schema.validate(json.readTree(right)));
        for (String wrong : List.of("\"g\":[2]", "\"g\":1", "\"h\":[1]")) {
            assertEquals(
                    1,
                    schema.validate(json.readTree(right.replace("\"g\":[1]", wrong)))
                            .size(),
                    wrong);
        }
    }

    private static JsonSchema schema(JsonSchemaFactory factory, String op) throws IOException {
        Path file = SpecText.root().resolve("spec/src/main/resources/org/biograd/spec/schema/" + op + ".schema.json");
        return factory.getSchema(Files.readString(file, StandardCharsets.UTF_8));
    }

    @Test
    void everyClauseAndEveryFlagHasADirectedCase() {
        Set<String> clauses = new TreeSet<>();
        Set<String> flags = new TreeSet<>();
        for (String op : Generators.operations()) {
            CaseStream stream = Generators.stream(op, Generators.directed(op), 1, null);
            while (stream.advance()) {
                clauses.addAll(stream.clauses());
                stream.question().path("flags").forEach(flag -> flags.add(flag.textValue()));
            }
        }
        Map<String, SpecText.Text> known = SpecText.clauses();
        assertTrue(known.keySet().containsAll(clauses), "the spec has no such clause: " + clauses);
        Set<String> missing = new TreeSet<>(known.keySet());
        missing.removeIf(id -> !id.matches(CHAPTERS) || clauses.contains(id));
        assertEquals(Set.of(), missing, "clauses without a directed case");
        Map<String, Flag> all = new TreeMap<>();
        for (Flag flag : Flag.values()) {
            all.put(flag.symbol(), flag);
        }
        flags.add(Flag.RANDOM.symbol());
        assertEquals(all.keySet(), flags, "flags, and those of directed cases");
    }
}
