package org.biograd.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.biograd.cli.terminal.OneLineErrors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** SIGTERM and Ctrl-C end a command without a word, and leave nothing half-written. */
class EndingTest {

    private static final int PATIENCE_MINUTES = 5;

    @TempDir
    private Path folder;

    /** Errors of every kind that come up once Java is ending. */
    static final class Ending {

        private Ending() {}

        public static void main(String[] arguments) {
            CommandLine command = Biograd.commandLine().setErr(new PrintWriter(System.err, true));
            OneLineErrors.internal(command, new IllegalStateException("before"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                OneLineErrors.internal(command, new IllegalStateException("meanwhile"));
                new OneLineErrors().handleExecutionException(new IOException("meanwhile"), command, null);
            }));
            System.exit(0);
        }
    }

    private Process start(Class<?> main, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        words.addAll(List.of(arguments));
        File said = folder.resolve("said").toFile();
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(said)
                .start();
    }

    private String end(Process process) throws Exception {
        boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertTrue(ended, "it ends");
        return Files.readString(folder.resolve("said"));
    }

    @Test
    void whatGoesWrongMeanwhileIsNoError() throws Exception {
        String said = end(start(Ending.class));
        assertTrue(said.contains("before"), said);
        assertEquals(1, said.lines().count(), said);
    }

    @Test
    void aTrainingEndsSilentlyAndLeavesItsFileAlone() throws Exception {
        assumeFalse(File.separatorChar == '\\', "Windows has no SIGTERM");
        Path model = Files.createDirectory(folder.resolve("files")).resolve("m");
        String[] arguments = {
            "train", "--hidden", "2", "--sleep", "0", "--epochs", "100000", "--quiet", "--out", model.toString()
        };
        Process process = start(Biograd.class, arguments);
        // Until it works: any moment from then on will do.
        for (long waited = 0; !Files.exists(model) && process.isAlive() && waited < 60_000L * PATIENCE_MINUTES; ) {
            Thread.sleep(20);
            waited += 20;
        }
        process.destroy();
        assertEquals("", end(process));
        assertEquals(128 + 15, process.exitValue());
        try (Stream<Path> left = Files.list(model.getParent())) {
            assertEquals(List.of(model), left.toList());
        }
    }
}
