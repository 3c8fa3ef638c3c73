package org.biograd.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.biograd.kit.generate.ProfileChange;
import org.biograd.model.Model;
import org.biograd.model.ModelFile;
import org.biograd.model.ModelWeights;
import org.biograd.model.Models;
import org.biograd.spec.Clause;
import org.biograd.spec.profile.Profiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample readers of model files, in Python and in C, see the weights that were written. */
@Clause({"FILE-1", "FILE-3", "FILE-6"})
class ModelReadersTest {

    private static final List<Model> MODELS = List.of(
            Models.integers(Profiles.loihi(), 64, 20, 10),
            Models.integers(ProfileChange.of(Profiles.wide(), "feedback.path", "LAYERWISE"), 30, 12, 7, 5, 3),
            Models.integers(Profiles.tiny(), 2, 3));

    @TempDir
    private Path folder;

    @Test
    void pythonReadsEveryWeight() throws Exception {
        boolean python = SampleRun.runs("python3", "--version");
        if (!python) {
            System.out.println(
                    "SKIPPED: no python3 here, so the sample reader of model files in Python was not tried.");
        }
        assumeTrue(python, "python3 is not installed");
        requireReading(List.of("python3", SampleRun.file("python/read_model.py").toString()), 1);
    }

    @Test
    void cReadsEveryWeight() throws Exception {
        Optional<String> compiler = CSources.compiler();
        if (compiler.isEmpty()) {
            System.out.println(
                    "SKIPPED: no C compiler here (cc, gcc, clang), so the sample reader of model files in C was not "
                            + "tried.");
        }
        assumeTrue(compiler.isPresent(), "no C compiler is installed");
        Path program = folder.resolve("read_model");
        assertEquals(
                "",
                output(
                        List.of(
                                compiler.get(),
                                "-std=c99",
                                "-O2",
                                "-Wall",
                                "-Wextra",
                                "-Werror",
                                "-o",
                                program.toString(),
                                SampleRun.file("c/read_model.c").toString()),
                        0));
        requireReading(List.of(program.toString()), 2);
    }

    private void requireReading(List<String> command, int refused) throws IOException, InterruptedException {
        for (Model model : MODELS) {
            Path file = folder.resolve("some.model");
            ModelFile.write(file, model);
            List<String> whole = new ArrayList<>(command);
            whole.add(file.toString());
            int[][] values = ((ModelWeights.Integers) model.weights()).values();
            String expected = Long.toUnsignedString(model.seed()) + "\n"
                    + Arrays.stream(values)
                            .map(array ->
                                    Arrays.stream(array)
                                                    .mapToObj(Integer::toString)
                                                    .collect(Collectors.joining(" ")) + "\n")
                            .collect(Collectors.joining());
            assertEquals(expected, output(whole, 0));

            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length - 9] ^= 4;
            Files.write(file, bytes);
            output(whole, refused);
        }
    }

    private String output(List<String> command, int code) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(command + " does not end");
        }
        assertEquals(code, process.exitValue(), () -> command + ": " + said);
        return Files.readString(said).replace("\r", "");
    }
}
