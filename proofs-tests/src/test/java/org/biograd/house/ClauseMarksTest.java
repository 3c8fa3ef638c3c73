package org.biograd.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every clause is implemented and checked, every mark names a clause, and the table of the spec says where. */
class ClauseMarksTest {

    private static final List<String> MODULES =
            List.of("spec", "fixedpoint", "reference", "loihi-model", "proofs-tests");
    private static final Path ROOT = SpecText.root();
    private static final Path TABLE = ROOT.resolve("spec/text/clause-table.md");

    private final Map<String, SpecText.Text> clauses = SpecText.clauses();
    private final List<ClassFiles.ClassFile> files = ClassFiles.all();
    private final ClauseMarks code =
            ClauseMarks.of(files.stream().filter(file -> !file.test()).collect(Collectors.toList()));
    private final ClauseMarks tests =
            ClauseMarks.of(files.stream().filter(ClassFiles.ClassFile::test).collect(Collectors.toList()));

    @Test
    void theClassesAreThere() {
        for (String known : List.of(
                "org/biograd/spec/Clause",
                "org/biograd/fixedpoint/Network",
                "org/biograd/reference/real/RealNetwork")) {
            assertTrue(
                    files.stream().anyMatch(file -> !file.test() && file.name().equals(known + ".class")),
                    known + " is on the class path");
        }
        assertTrue(clauses.size() > 50, "the text has " + clauses.size() + " clauses");
    }

    @Test
    void everyClauseIsImplemented() {
        List<String> missing = clauses.keySet().stream()
                .filter(id -> code.classes(id).isEmpty())
                .collect(Collectors.toList());
        assertTrue(missing.isEmpty(), "no class bears a @Clause mark of " + missing);
    }

    @Test
    void everyClauseIsChecked() {
        List<String> missing = clauses.keySet().stream()
                .filter(id -> tests.classes(id).isEmpty())
                .collect(Collectors.toList());
        assertTrue(missing.isEmpty(), "no test bears a @Clause mark of " + missing);
    }

    @Test
    void everyMarkNamesAClause() {
        List<String> stray = new ArrayList<>();
        for (ClauseMarks marks : List.of(code, tests)) {
            for (String id : marks.ids()) {
                if (!clauses.containsKey(id)) {
                    stray.add(id + " in " + marks.classes(id));
                }
            }
        }
        assertTrue(stray.isEmpty(), "the spec has no such clause: " + stray);
    }

    /** {@code mvn test -Dbiograd.regenerate=true} writes the table anew. */
    @Test
    void theTableOfTheSpecIsUpToDate() throws IOException {
        String expected = table();
        if (Boolean.getBoolean("biograd.regenerate")) {
            Files.writeString(TABLE, expected);
        }
        assertTrue(Files.isRegularFile(TABLE), TABLE + " is missing; mvn test -Dbiograd.regenerate=true writes it");
        assertEquals(
                expected,
                Files.readString(TABLE),
                TABLE + " is out of date; mvn test -Dbiograd.regenerate=true writes it anew");
    }

    private String table() {
        StringBuilder text = new StringBuilder();
        text.append("# Clauses, code and tests\n\n");
        text.append(
                "Generated from the `@Clause` marks of the classes: do not edit. `mvn test -Dbiograd.regenerate=true` "
                        + "writes it anew,\n");
        text.append("and a test fails where it is out of date, where a clause has no code or no test, or where a mark "
                + "names no clause.\n\n");
        text.append("| clause | title | code | tests |\n|---|---|---|---|\n");
        clauses.forEach((id, clause) -> text.append("| ")
                .append(id)
                .append(" | ")
                .append(clause.title())
                .append(" | ")
                .append(links(code.classes(id), "src/main/java"))
                .append(" | ")
                .append(links(tests.classes(id), "src/test/java"))
                .append(" |\n"));
        return text.toString();
    }

    private static String links(Set<String> classes, String sources) {
        return classes.stream().map(name -> link(name, sources)).sorted().collect(Collectors.joining(", "));
    }

    /** For example {@code fixedpoint [Soma](../../fixedpoint/src/main/java/org/biograd/fixedpoint/Soma.java)}. */
    private static String link(String name, String sources) {
        for (String module : MODULES) {
            String file = module + "/" + sources + "/" + name + ".java";
            if (Files.isRegularFile(ROOT.resolve(file))) {
                String simple = name.substring(name.lastIndexOf('/') + 1);
                return (sources.contains("test") ? "" : module + " ") + "[" + simple + "](../../" + file + ")";
            }
        }
        throw new IllegalStateException(
                "no module has a source of the class " + name + "; is a stale build on the class path?");
    }
}
