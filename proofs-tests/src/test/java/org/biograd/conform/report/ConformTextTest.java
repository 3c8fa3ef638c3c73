package org.biograd.conform.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.biograd.conform.Claims;
import org.biograd.conform.ClaimsReader;
import org.biograd.conform.ConformResult;
import org.biograd.conform.ConformSettings;
import org.biograd.conform.Conformance;
import org.biograd.conform.LifCases;
import org.biograd.conform.exchange.NotRunException;
import org.biograd.conform.judge.Finding;
import org.biograd.house.SpecText;
import org.biograd.io.ProgressListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the text says of bringing an implementation is so: its program passes, its mistake is found in the words it
 * quotes.
 */
class ConformTextTest {

    @TempDir
    private Path folder;

    private static String block(String language) throws IOException {
        String text = Files.readString(SpecText.root().resolve("spec/text/conform.md"));
        Matcher block = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(text);
        assertTrue(block.find(), language);
        return block.group(1);
    }

    private ConformResult test(String program) throws IOException, NotRunException, InterruptedException {
        Path file = Files.writeString(folder.resolve("lif.py"), program);
        ConformSettings settings =
                new ConformSettings("lif.py", List.of(LifCases.OP), 200, 3, List.of(), Claims.ALL, 20);
        return new Conformance(settings, List.of("python3", file.toString()), new LifCases(), ProgressListener.NONE)
                .run();
    }

    private static boolean pythonIsThere() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("python3", "--version")
                    .redirectErrorStream(true)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void theProgramPassesAndItsMistakeIsFound() throws Exception {
        assumeTrue(pythonIsThere(), "python3 is not there: the program in spec/text/conform.md was not run");
        String program = block("python");
        ConformResult good = test(program);
        assertTrue(good.conforms(), good.toString());
        assertEquals(200, good.passed());
        String wrong = program.replace("if v > p", "if v >= p");
        assertNotEquals(program, wrong);
        Finding small = test(wrong).operations().get(0).failure().orElseThrow().smallest();
        assertEquals(1, small.question().get("in").get("a").size());
        // The text breaks lines that a terminal breaks by itself.
        String text = Files.readString(SpecText.root().resolve("spec/text/conform.md"))
                .replaceAll("\\s+", " ");
        assertTrue(text.contains("CHIP-5, " + small.words() + " "), small.words());
        for (String line : ConformText.cause(small)) {
            assertTrue(text.contains(" " + line.replaceAll("\\s+", " ") + " "), line);
        }
    }

    @Test
    void theClaimsAreClaims() throws Exception {
        Claims claims = ClaimsReader.read(block("json").getBytes(StandardCharsets.UTF_8), Set.of("decay", LifCases.OP));
        assertEquals("my chip", claims.name());
    }
}
