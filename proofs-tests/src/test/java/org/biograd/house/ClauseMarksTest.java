package org.biograd.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.biograd.spec.Clause;
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

    /** A reader of a clause is sent to one place of each implementation that has it. */
    @Test
    void everyClauseHasOnePlainHomeInAnImplementation() {
        List<String> wrong = new ArrayList<>();
        for (String id : clauses.keySet()) {
            for (Implementation of : Implementation.values()) {
                Set<String> all = in(of, code.classes(id));
                Set<String> plain = in(of, code.classes(id, Clause.Form.PLAIN));
                if (!all.isEmpty() && plain.size() != 1) {
                    wrong.add(id + " in " + of.heading() + ": " + (plain.isEmpty() ? "none of " + all : plain));
                }
            }
        }
        assertTrue(wrong.isEmpty(), "not exactly one plain home:\n" + String.join("\n", wrong));
    }

    /** The chapters of the network are at home in the integers. */
    @Test
    void everyClauseOfTheNetworkHasItsHomeInTheIntegers() {
        List<String> homeless = clauses.keySet().stream()
                .filter(id -> id.matches("(WORD|DRAW|CODE|PROF|SYN|SOMA|GATE|ELIG|ERR|LEARN|SLEEP|NET|OBS)-.*"))
                .filter(id -> in(Implementation.INTEGERS, code.classes(id, Clause.Form.PLAIN))
                        .isEmpty())
                .collect(Collectors.toList());
        assertTrue(homeless.isEmpty(), "no plain home in fixedpoint or spec: " + homeless);
    }

    private static Set<String> in(Implementation implementation, Set<String> classes) {
        return classes.stream()
                .filter(name -> Implementation.of(name) == implementation)
                .collect(Collectors.toCollection(TreeSet::new));
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
        Standing standing = new Standing(files, tests);
        SampleMarks c = SampleMarks.of("spec/samples/c", "/*", "biograd.c", "network.h", "chip.h");
        SampleMarks python = SampleMarks.of("spec/samples/python", "#", "biograd.py", "answer.py", "rules.py");
        StringBuilder text = new StringBuilder();
        text.append("""
                # Clauses, code and tests

                Generated from the `@Clause` marks of the classes and the comments of the samples: do not edit.
                `mvn test -Dbiograd.regenerate=true` writes it anew. A test fails where it is out of date, where a
                clause has no code or no test, where a mark names no clause, or where an implementation that has a
                clause has not exactly one plain home of it.

                A clause stands as it is checked: proven for the inputs that the proofs name, in so many claims; for all
                values of the words of `tiny`; by properties of drawn inputs; by cases.

                | clause | title | stands | code | C | Python | tests |
                |---|---|---|---|---|---|---|
                """);
        clauses.forEach((id, clause) -> text.append("| ")
                .append(String.join(
                        " | ",
                        "[" + id + "](" + clause.link() + ")",
                        clause.title(),
                        standing.of(id),
                        homes(id),
                        c.link(id),
                        python.link(id),
                        tests.classes(id).size() + " [below](#" + id.toLowerCase(Locale.ROOT) + ")"))
                .append(" |\n"));
        text.append("\n## All marks\n");
        clauses.keySet().forEach(id -> {
            text.append("\n### ").append(id).append("\n\n");
            line(text, "plain", code.classes(id, Clause.Form.PLAIN), "src/main/java");
            line(text, "parts", code.classes(id, Clause.Form.PART), "src/main/java");
            line(text, "fast", code.classes(id, Clause.Form.FAST), "src/main/java");
            line(text, "tests", tests.classes(id), "src/test/java");
        });
        return text.toString();
    }

    /** For example "integers [Soma](...), doubles [Soma](...)". */
    private String homes(String id) {
        List<String> homes = new ArrayList<>();
        for (Implementation of : Implementation.values()) {
            for (String home : in(of, code.classes(id, Clause.Form.PLAIN))) {
                homes.add(of.heading() + " " + link(home, "src/main/java"));
            }
        }
        return String.join(", ", homes);
    }

    private static void line(StringBuilder text, String kind, Set<String> classes, String sources) {
        if (!classes.isEmpty()) {
            text.append("- ").append(kind).append(":\n");
            for (String name : classes) {
                text.append("  - ").append(link(name, sources)).append('\n');
            }
        }
    }

    /** For example {@code [Soma](../../fixedpoint/src/main/java/org/biograd/fixedpoint/Soma.java)}. */
    private static String link(String name, String sources) {
        for (String module : MODULES) {
            String file = module + "/" + sources + "/" + name + ".java";
            if (Files.isRegularFile(ROOT.resolve(file))) {
                String simple = name.substring(name.lastIndexOf('/') + 1);
                return "[" + simple + "](../../" + file + ")";
            }
        }
        throw new IllegalStateException(
                "no module has a source of the class " + name + "; is a stale build on the class path?");
    }
}
