package org.biograd.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What exists for speed says so: each fast class opens with the readable one that it equals, the test that holds it so
 * and the benchmark that pays for it, or with the fast class that it serves; and what it names is there.
 */
class FastFormsTest {

    private static final Path ROOT = SpecText.root();
    private static final Path TESTS = ROOT.resolve("proofs-tests/src/test/java");
    private static final Path BENCHMARKS = ROOT.resolve("proofs-tests/src/jmh/java/org/biograd/jmh");
    private static final Pattern HEADER = Pattern.compile(
            "/\\*\\*(.*?)\\*/\\s*(?:@\\w+\\s*)*(?:public |final |sealed )*" + "(?:class|interface|record|enum) \\w+",
            Pattern.DOTALL);
    private static final Pattern TEST = Pattern.compile("\\b(\\w+(?:Test|Contract))\\b");
    private static final Pattern BENCHMARK = Pattern.compile("\\b(\\w+Benchmark)(?:\\.(\\w+))?");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fixedpoint/src/main/java/org/biograd/fixedpoint/fast",
                "reference/src/main/java/org/biograd/reference/real/fast"
            })
    void everyFastClassSaysWhatItEquals(String folder) throws IOException {
        List<String> wrong = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> list = Files.list(ROOT.resolve(folder))) {
            files = list.filter(file -> !file.endsWith("package-info.java"))
                    .sorted()
                    .collect(Collectors.toList());
        }
        assertTrue(files.size() > 5, files.size() + " files in " + folder);
        for (Path file : files) {
            Matcher header = HEADER.matcher(Files.readString(file));
            String text = header.find() ? header.group(1).replaceAll("\\s*\\n \\* ?", " ") : "";
            String fault = fault(text);
            if (!fault.isEmpty()) {
                wrong.add(file.getFileName() + ": " + fault);
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static String fault(String header) throws IOException {
        if (header.contains("Serves {@link")) {
            return "";
        }
        if (!header.contains("Equals")) {
            return "neither equals a readable class nor serves a fast one";
        }
        Matcher test = TEST.matcher(header);
        if (!test.find() || !existsBelow(TESTS, test.group(1))) {
            return "no test, or one that is not there";
        }
        Matcher benchmark = BENCHMARK.matcher(header);
        boolean commandTimes = header.contains("biograd bench") || header.contains("biograd  bench");
        if (!benchmark.find()) {
            return commandTimes || header.contains("paid for") ? "" : "no benchmark";
        }
        Path source = BENCHMARKS.resolve(benchmark.group(1) + ".java");
        if (!Files.isRegularFile(source)) {
            return "no benchmark " + benchmark.group(1);
        }
        String method = benchmark.group(2);
        return method == null || Files.readString(source).contains(" " + method + "(") ? "" : "no " + benchmark.group();
    }

    private static boolean existsBelow(Path folder, String name) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.anyMatch(file -> file.endsWith(name + ".java"));
        }
    }
}
