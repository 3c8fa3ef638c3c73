package org.biograd.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.biograd.data.DataSet;
import org.biograd.data.Digits;
import org.biograd.data.TrainingAndTest;
import org.biograd.house.SpecText;
import org.biograd.io.array.NpyReader;
import org.biograd.io.array.NpyWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command of the page of questions works, one after the other, on few samples. */
class QuestionsPageTest {

    private static final String CALL = "./biograd ";

    @TempDir
    private Path folder;

    @Test
    void everyCommandWorks() throws IOException {
        String page = Files.readString(SpecText.root().resolve("spec/text/questions.md"));
        int begin = page.indexOf("`tag.study`:\n\n```\n") + 18;
        String study = page.substring(begin, page.indexOf("```", begin));
        Files.writeString(folder.resolve("tag.study"), study.replace("5..9", "7, 9"));
        try (OutputStream out = Files.newOutputStream(folder.resolve("x.npy"))) {
            out.write(NpyWriter.header("|u1", 1, 20, 64));
            byte[] spikes = new byte[20 * 64];
            Arrays.fill(spikes, 100, 700, (byte) 1);
            out.write(spikes);
        }
        CommandRun command = new CommandRun();
        command.reader = name -> {
            DataSet digits = Digits.load();
            return new TrainingAndTest(digits.slice(0, 120), digits.slice(1000, 1020), name);
        };
        int calls = 0;
        for (String line : page.lines().filter(each -> each.startsWith(CALL)).toList()) {
            List<String> words = new ArrayList<>();
            for (String word : line.substring(CALL.length()).split(" ")) {
                boolean file = word.matches(
                        "(tag|mine|my|again|x|trace|parts|whole|weights)(\\.[a-z]+|/runs-[0-9]-of-2\\.jsonl)?");
                words.add(file ? folder.resolve(word).toString() : word);
            }
            int redirected = words.indexOf(">");
            List<String> arguments = redirected < 0 ? words : words.subList(0, redirected);
            command.run(arguments.toArray(String[]::new));
            assertEquals(0, command.code, line + ": " + command.err);
            if (redirected >= 0) {
                Files.writeString(Path.of(words.get(redirected + 1)), command.out);
            }
            calls++;
        }
        assertEquals(9, calls);
        for (String table : List.of("study.csv", "points.csv", "columns.csv", "study.json", "runs.jsonl")) {
            assertEquals(
                    Files.readString(folder.resolve("tag/" + table)),
                    Files.readString(folder.resolve("whole/" + table)),
                    table);
        }
        assertTrue(Files.readString(folder.resolve("tag/study.html"))
                .contains("The axis changes nothing: eligibility.bits = 7, 9 give the same weights with every seed."));
        assertTrue(NpyReader.readAll(folder.resolve("trace.npz")).keySet().containsAll(List.of("s0", "v1", "E2")));
    }
}
