package org.biograd.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sources of the sample in C, and the compiler that makes a program of them. */
final class CSources {

    private static final List<String> FILES = List.of("biograd.c", "json.h", "network.h", "files.h", "chip.h");

    private CSources() {}

    /** A C compiler of this machine. */
    static Optional<String> compiler() {
        return Stream.of("cc", "gcc", "clang")
                .filter(name -> SampleRun.runs(name, "--version"))
                .findFirst();
    }

    /** Copies the sources, with a fault in them. */
    static Path plant(PlantedFault fault, Path folder) throws IOException {
        for (String source : FILES) {
            String text = Files.readString(SampleRun.file("c").resolve(source));
            if (source.equals(fault.file())) {
                assertEquals(
                        2,
                        text.split(Pattern.quote(fault.right()), -1).length,
                        fault.name() + ": its place is not there once");
                text = text.replace(fault.right(), fault.wrong());
            }
            Files.writeString(folder.resolve(source), text);
        }
        return folder;
    }

    /** Compiles; the compiler has to be silent. */
    static Path compile(String compiler, Path sources, Path program, String... options)
            throws IOException, InterruptedException {
        Path said = program.resolveSibling(program.getFileName() + ".txt");
        List<String> command = new ArrayList<>(List.of(compiler, "-std=c99"));
        command.addAll(List.of(options));
        command.addAll(
                List.of("-o", program.toString(), sources.resolve("biograd.c").toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the compiler does not end");
        }
        assertEquals("", Files.readString(said));
        assertEquals(0, process.exitValue());
        return program;
    }
}
