package org.biograd.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.biograd.cli.terminal.OneLineErrors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Exit codes and streams of {@code answer} and {@code check}. */
class KitCommandsTest {

    @TempDir
    private Path folder;

    private static String cases() throws IOException {
        try (InputStream in = KitCommandsTest.class.getResourceAsStream("/org/biograd/kit/three.jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String write(String text) throws IOException {
        return Files.writeString(folder.resolve("cases.jsonl"), text).toString();
    }

    @Test
    void checkTellsItsExitCodes() throws IOException {
        CommandRun run = new CommandRun();
        assertEquals(0, run.run("check", write(cases())).code);
        assertTrue(run.out.contains("reference.layer: 1 of 1 cases passed"), run.out);
        assertEquals("", run.err);
        String wrong = cases().replace("[1.125]", "[1.25]");
        assertEquals(1, run.run("check", write(wrong)).code);
        assertTrue(run.err.contains("line 1: one-neuron: out.v[1][0]: expected 1.25, got 1.125"), run.err);
        assertEquals(2, run.run("check", write(wrong + "junk\n")).code);
        assertEquals(2, run.run("check", write("")).code);
        assertTrue(run.err.contains("no case"), run.err);
        assertEquals(
                2, run.run("check", folder.toString(), folder.resolve("none").toString()).code);
        assertEquals(2, run.run("check").code);
        assertEquals(0, run.run("check", "--help").code);
    }

    @Test
    void answerTellsItsExitCodes() throws IOException {
        assertEquals(0, answer(cases()));
        assertEquals(0, answer(""));
        assertEquals(2, answer(cases() + "junk"));
        assertEquals(2, answer("", folder.resolve("none").toString()));
        assertEquals(0, answer("", write(cases())));
        assertEquals(0, new CommandRun().run("answer", "--help").code);
    }

    private static int answer(String input, String... arguments) {
        OneLineErrors errors = new OneLineErrors();
        ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return new CommandLine(new AnswerCommand(in, new ByteArrayOutputStream()))
                .setErr(new PrintWriter(new StringWriter()))
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors)
                .execute(arguments);
    }
}
