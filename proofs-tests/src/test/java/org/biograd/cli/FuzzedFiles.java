package org.biograd.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.biograd.data.DataSet;
import org.biograd.data.Digits;
import org.biograd.data.TrainingAndTest;
import org.biograd.fuzz.ModelTarget;
import org.biograd.fuzz.Mutations;
import org.biograd.fuzz.Target;

/**
 * Files that commands read and write again, changed by somebody: a command goes on with them or refuses them in a line,
 * and what it refuses it leaves as it was.
 */
public final class FuzzedFiles {

    private static final String TRAIN = "train --hidden 3,2 --sleep-trajectories 2 --sleep-steps 4 --set "
            + "feedback.path=LAYERWISE --validation 4 --epochs 1 --quiet --threads 1 --out ";

    private static final String COMPARE = "rules compare --rules biograd --no-wide --seeds 1 --epochs 1 --hidden 2 "
            + "--validation 4 --threads 1 --quiet --out ";

    private final Path folder;
    private final TrainingAndTest data;

    /** Files in a folder. */
    public FuzzedFiles(Path folder) throws IOException {
        this.folder = folder;
        DataSet digits = Digits.load();
        data = new TrainingAndTest(digits.slice(0, 20), digits.slice(20, 30), "some digits");
        sound(TRAIN + folder.resolve("m") + " --best " + folder.resolve("best") + " --log "
                + folder.resolve("log.csv"));
        sound(TRAIN + folder.resolve("f") + " --arithmetic float");
    }

    private CommandRun run(String words) {
        CommandRun run = new CommandRun();
        run.reader = name -> data;
        return run.run(words.split(" "));
    }

    private void sound(String words) {
        CommandRun run = run(words);
        assertEquals(0, run.code, run.err);
    }

    /** Models: of integers with a run and without one, and of doubles. */
    public List<Path> models() {
        return List.of(folder.resolve("m"), folder.resolve("best"), folder.resolve("f"));
    }

    /** All targets. */
    public List<Target> all() throws IOException {
        List<Target> all = new ArrayList<>();
        String m = folder.resolve("m").toString();
        all.add(new Changed("checkpoint", 12, folder.resolve("m"), TRAIN + m + " --resume"));
        all.add(new Changed(
                "model to be tested", 12, folder.resolve("best"), "test --quiet " + folder.resolve("best")));
        all.add(new Changed(
                "log to be continued",
                8,
                folder.resolve("log.csv"),
                TRAIN + m + " --resume --log " + folder.resolve("log.csv")));
        return all;
    }

    /** Targets whose commands draw figures, too, which takes long. */
    public List<Target> withFigures() throws IOException {
        List<Target> all = new ArrayList<>();
        Files.writeString(
                folder.resolve("s"),
                "hidden = 2\ncandidates = 2\nvalidation = 4\nrungs = 4 samples, 1 epoch\nupdate.shift = 2..6\n"
                        + "sleep.trajectories = 1, 2\nsleep.every = 0\n");
        sound("tune " + folder.resolve("s") + " --quiet --threads 1 --out " + folder.resolve("tune"));
        sound(COMPARE + folder.resolve("rules"));
        all.add(new Changed(
                "log of a search",
                4,
                folder.resolve("tune/tune.jsonl"),
                "tune " + folder.resolve("s") + " --quiet --threads 1 --out " + folder.resolve("tune")));
        Path trial;
        try (Stream<Path> files = Files.walk(folder.resolve("rules"))) {
            trial = files.filter(file -> file.toString().endsWith("-1.json"))
                    .findFirst()
                    .orElseThrow();
        }
        all.add(new Changed("finished training of a rule", 2, trial, COMPARE + folder.resolve("rules")));
        return all;
    }

    /** One file, changed, and a command that reads it. */
    private final class Changed implements Target {

        private final String name;
        private final int share;
        private final Path file;
        private final String words;
        private final byte[] sound;
        private final boolean model;

        Changed(String name, int share, Path file, String words) throws IOException {
            this.name = name;
            this.share = share;
            this.file = file;
            this.words = words;
            sound = Files.readAllBytes(file);
            model = !file.getFileName().toString().contains(".");
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int share() {
            return share;
        }

        @Override
        public byte[] make(SplittableRandom random) {
            if (model) {
                return ModelTarget.changed(sound, random);
            }
            String text = new String(sound, StandardCharsets.UTF_8);
            return text.startsWith("{") ? Mutations.json(text, random) : Mutations.text(text, random);
        }

        @Override
        public void read(byte[] input) throws IOException {
            Files.write(file, input);
            try {
                CommandRun run = run(words);
                assertTrue(run.code == 0 || run.code == 2, run.code + ": " + run.err);
                if (run.code == 2) {
                    assertEquals(1, run.err.lines().count(), run.err);
                    assertFalse(run.err.contains("Exception") || run.err.contains("internal error"), run.err);
                    assertArrayEquals(input, Files.readAllBytes(file), "what is refused stays");
                }
                try (Stream<Path> files = Files.walk(folder)) {
                    assertEquals(
                            0,
                            files.filter(file -> file.getFileName().toString().matches("\\..*(tmp|lock|trial)"))
                                    .count());
                }
            } finally {
                Files.write(file, sound);
            }
        }
    }
}
