package org.biograd.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipOutputStream;
import org.biograd.fixedpoint.Network;
import org.biograd.house.SpecText;
import org.biograd.io.array.NpyArray;
import org.biograd.io.array.NpyReader;
import org.biograd.io.array.NpyWriter;
import org.biograd.model.Model;
import org.biograd.model.ModelReader;
import org.biograd.model.ModelWeights;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Arrays in and out: {@code biograd import}, {@code run}, {@code export} and {@code --data} of an archive. */
class ArrayCommandsTest {

    private static final int STEPS = 20;
    private static final int INPUTS = 6;

    @TempDir
    private Path folder;

    private final CommandRun command = new CommandRun();
    private final Random random = new Random(7);

    private Path archive(String name, Object... arrays) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < arrays.length; i += 3) {
                Object data = arrays[i + 2];
                String type = data instanceof double[] ? "<f8" : data instanceof int[] ? "<i4" : "|u1";
                NpyWriter.add(zip, (String) arrays[i], type, (int[]) arrays[i + 1], array -> array.write(bytes(data)));
            }
        }
        return file;
    }

    private static byte[] bytes(Object data) {
        if (data instanceof byte[] bytes) {
            return bytes;
        }
        if (data instanceof int[] ints) {
            ByteBuffer buffer = ByteBuffer.allocate(4 * ints.length).order(ByteOrder.LITTLE_ENDIAN);
            for (int value : ints) {
                buffer.putInt(value);
            }
            return buffer.array();
        }
        double[] doubles = (double[]) data;
        ByteBuffer buffer = ByteBuffer.allocate(8 * doubles.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : doubles) {
            buffer.putDouble(value);
        }
        return buffer.array();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void weightsAreRoundedAndClippedAndTheReportSaysSo() throws Exception {
        double[] w1 = {0.5, 1.26, -300, 2, 0.75, -0.25};
        archive(
                "w.npz",
                "w1",
                new int[] {2, 3},
                w1,
                "w2",
                new int[] {3, 2},
                new int[] {1, 2, 3, 4, 5, 6},
                "b2",
                new int[] {2},
                new int[] {-7, 200});
        command.run("import", path("w.npz"), "--scale", "0.5", "--out", path("m.model"));
        assertEquals(0, command.code, command.err);
        Model model = ModelReader.read(folder.resolve("m.model"));
        assertEquals("2-3-2", model.shape().toString());
        ModelWeights.Integers weights = (ModelWeights.Integers) model.weights();
        // In units: 1, 2.52, -600, 4, 1.5, -0.5; a half goes to the even word. Biases that are missing are 0.
        assertArrayEquals(new int[] {1, 3, -127, 4, 2, 0, 0, 0, 0}, weights.values()[0]);
        assertArrayEquals(new int[] {2, 4, 6, 8, 10, 12, -14, 127}, weights.values()[1]);
        List<String> lines = command.out.lines().map(String::strip).toList();
        assertEquals("w1           6         3               0.500         1            600.0", lines.get(1));
        assertEquals("b2           2         0               0.000         1            400.0", lines.get(3));
        assertTrue(command.err.contains("feedback weights were drawn"), command.err);

        // The same again, the other way round, and out and in without a change.
        archive(
                "t.npz",
                "w1",
                new int[] {3, 2},
                new double[] {0.5, 2, 1.26, 0.75, -300, -0.25},
                "w2",
                new int[] {2, 3},
                new double[] {1, 3, 5, 2, 4, 6},
                "b2",
                new int[] {2},
                new double[] {-7, 200});
        command.run("import", path("t.npz"), "--layout", "out-in", "--scale", "0.5", "--out", path("t.model"));
        assertArrayEquals(Files.readAllBytes(folder.resolve("m.model")), Files.readAllBytes(folder.resolve("t.model")));
        command.run("export", path("m.model"), "--format", "npy", "--out", path("weights"));
        command.run("import", path("weights"), "--out", path("again.model"));
        assertEquals("", command.err);
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("m.model")), Files.readAllBytes(folder.resolve("again.model")));

        // A threshold of 16384 units of voltage, 128 of which are a unit of weight: 1.0 is 128 units, which is clipped.
        archive("u.npz", "w1", new int[] {1, 1}, new double[] {0.25}, "w2", new int[] {1, 2}, new double[] {1, -2});
        command.run("import", path("u.npz"), "--threshold", "1", "--out", path("u.model"));
        weights = (ModelWeights.Integers)
                ModelReader.read(folder.resolve("u.model")).weights();
        assertArrayEquals(new int[] {32, 0}, weights.values()[0]);
        assertArrayEquals(new int[] {127, -127, 0, 0}, weights.values()[1]);
    }

    @Test
    void arraysThatAreNoNetworkAreRefused() throws Exception {
        Object[][] bad = {
            {"w1 and w2 at least", "w1", new int[] {2, 3}, new int[6]},
            {
                "(2, 2) has 2 inputs; layer 1 has 3",
                "w1",
                new int[] {2, 3},
                new int[6],
                "w2",
                new int[] {2, 2},
                new int[4]
            },
            {"(6,); two dimensions", "w1", new int[] {6}, new int[6], "w2", new int[] {3, 2}, new int[6]},
            {
                "b1: shape (2,); (3,)",
                "w1",
                new int[] {2, 3},
                new int[6],
                "w2",
                new int[] {3, 2},
                new int[6],
                "b1",
                new int[] {2},
                new int[2]
            },
            {
                "w9: no weights of this network",
                "w1",
                new int[] {2, 3},
                new int[6],
                "w2",
                new int[] {3, 2},
                new int[6],
                "w9",
                new int[] {2},
                new int[2]
            },
            {"numbers in floating point", "w1", new int[] {2, 3}, new double[6], "w2", new int[] {3, 2}, new int[6]},
        };
        for (Object[] each : bad) {
            Object[] arrays = new Object[each.length - 1];
            System.arraycopy(each, 1, arrays, 0, arrays.length);
            archive("bad.npz", arrays);
            command.run("import", path("bad.npz"), "--out", path("bad.model"));
            assertEquals(2, command.code);
            assertTrue(command.err.contains((String) each[0]), command.err);
            assertTrue(Files.notExists(folder.resolve("bad.model")));
        }
        archive("nan.npz", "w1", new int[] {1, 1}, new double[] {Double.NaN}, "w2", new int[] {1, 2}, new int[2]);
        command.run("import", path("nan.npz"), "--scale", "1", "--out", path("bad.model"));
        assertTrue(command.err.contains("w1: element 0 is NaN"), command.err);
    }

    private byte[] spikes(int samples) {
        byte[] spikes = new byte[samples * STEPS * INPUTS];
        for (int i = 0; i < spikes.length; i++) {
            spikes[i] = (byte) (random.nextInt(3) == 0 ? 1 : 0);
        }
        return spikes;
    }

    private void model() throws IOException {
        int[] w1 = random.ints(INPUTS * 5, -90, 120).toArray();
        int[] w2 = random.ints(5 * 3, -90, 120).toArray();
        archive("w.npz", "w1", new int[] {INPUTS, 5}, w1, "w2", new int[] {5, 3}, w2);
        command.run("import", path("w.npz"), "--out", path("m.model"));
        assertEquals(0, command.code, command.err);
    }

    /** Every value of every signal, against the network itself. */
    @Test
    void signalsAreThoseOfTheNetwork() throws Exception {
        model();
        byte[] x = spikes(2);
        Path file = folder.resolve("x.npy");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(NpyWriter.header("|u1", 2, STEPS, INPUTS));
            out.write(x);
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve("y.npy"))) {
            out.write(NpyWriter.header("|u1", 2));
            out.write(new byte[] {2, 0});
        }
        String all = "u,v,s,g,z,E,o,e,p,n,sp,sn,D,q";
        command.run(
                "run",
                path("m.model"),
                "--spikes",
                file.toString(),
                "--labels",
                path("y.npy"),
                "--signals",
                all,
                "--out",
                path("trace.npz"));
        assertEquals(0, command.code, command.err);
        Map<String, NpyArray> trace = NpyReader.readAll(folder.resolve("trace.npz"));
        Model model = ModelReader.read(folder.resolve("m.model"));
        Network network = new Network(model.shape(), model.profile(), model.seed());
        ModelWeights.Integers weights = (ModelWeights.Integers) model.weights();
        for (int l = 1; l <= 2; l++) {
            System.arraycopy(weights.values()[l - 1], 0, network.weights(l), 0, weights.values()[l - 1].length);
        }
        System.arraycopy(weights.values()[2], 0, network.feedback(1), 0, weights.values()[2].length);
        List<String> seen = new ArrayList<>();
        int[] compared = {0};
        for (int i = 0; i < 2; i++) {
            SpikeTrain train = new SpikeTrain(INPUTS, STEPS);
            for (int t = 0; t < STEPS; t++) {
                for (int j = 0; j < INPUTS; j++) {
                    if (x[(i * STEPS + t) * INPUTS + j] == 1) {
                        train.add(j);
                    }
                }
                train.endStep();
            }
            int sample = i;
            network.learn(i, train, i == 0 ? 2 : 0, (signal, layer, step, values) -> {
                String name = signal.symbol() + layer;
                NpyArray array = trace.get(name);
                seen.add(name);
                int[] shape = array.shape();
                boolean late = signal.ordinal() >= Signal.ERROR.ordinal();
                int first = signal == Signal.LEARNING_ERROR ? STEPS - 1 : late ? 5 : 0;
                assertEquals(STEPS - first, shape[1], name);
                assertEquals(values.size(), shape[2], name);
                for (int v = 0; v < values.size(); v++, compared[0]++) {
                    int at = (sample * shape[1] + step - first) * shape[2] + v;
                    assertEquals(values.integer(v), array.integer(at), name + " at step " + step);
                }
            });
            assertEquals(network.predict(train), trace.get("classes").integer(i));
        }
        trace.remove("classes");
        assertTrue(seen.containsAll(trace.keySet()), trace.keySet().toString());
        assertEquals(trace.values().stream().mapToInt(NpyArray::size).sum(), compared[0]);
        assertTrue(compared[0] > 3000, "compared " + compared[0]);
    }

    @Test
    void runSaysWhatDoesNotFit() throws Exception {
        model();
        Path file = folder.resolve("x.npy");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(NpyWriter.header("|u1", 1, 1, 2));
            out.write(new byte[] {1, 2});
        }
        String[][] bad = {
            {"s", "sample 0, step 0, input 1 is 2, neither 0 nor 1"},
            {"y", "--signals: 'y' is none of u, v, s, g, z, E, o, e, p, n, sp, sn, D, q, c"},
            {"q", "--signals: q needs the classes of the samples (--labels)"},
            {"s,s", "--signals: s stands twice"}
        };
        for (String[] each : bad) {
            command.run(
                    "run", path("m.model"), "--spikes", file.toString(), "--signals", each[0], "--out", path("t.npz"));
            assertEquals(2, command.code);
            assertTrue(command.err.contains(each[1]), command.err);
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(NpyWriter.header("|b1", 1, 2));
            out.write(new byte[] {1, 0});
        }
        command.run("run", path("m.model"), "--spikes", file.toString(), "--out", path("t.npz"));
        assertTrue(command.err.contains("the network takes 6 inputs over 20 steps, not 2 over 1"), command.err);
        assertTrue(Files.notExists(folder.resolve("t.npz")));
    }

    @Test
    void trainsAndTestsOnSpikesOfAnArchive() throws Exception {
        byte[] labels = {0, 1, 2, 1, 0, 2, 1, 0};
        archive(
                "data.npz",
                "train_x",
                new int[] {8, STEPS, INPUTS},
                spikes(8),
                "train_y",
                new int[] {8},
                labels,
                "test_x",
                new int[] {8, STEPS, INPUTS},
                spikes(8),
                "test_y",
                new int[] {8},
                labels);
        command.run(
                "train",
                "--data",
                path("data.npz"),
                "--hidden",
                "4",
                "--epochs",
                "2",
                "--set",
                "sleep.first=1",
                "--set",
                "sleep.trajectories=2",
                "--out",
                path("m.model"),
                "--quiet");
        assertEquals(0, command.code, command.err);
        assertEquals(
                "6-4-3", ModelReader.read(folder.resolve("m.model")).shape().toString());
        command.run("test", path("m.model"), "--data", path("data.npz"));
        assertEquals(0, command.code, command.err);
        command.run(
                "train",
                "--data",
                path("data.npz"),
                "--hidden",
                "4",
                "--epochs",
                "1",
                "--steps",
                "9",
                "--out",
                path("n.model"),
                "--quiet");
        assertEquals(2, command.code);
        assertTrue(command.err.contains("8 samples of 20 steps; the profile has time.steps = 9"), command.err);
        archive("half.npz", "train_x", new int[] {1, 1}, new byte[1]);
        command.run("train", "--data", path("half.npz"), "--epochs", "1", "--out", path("n.model"), "--quiet");
        assertTrue(command.err.contains("no array train_y"), command.err);
    }

    /** The page's program, where there is Python with NumPy. */
    @Test
    void theProgramOfThePageRuns() throws Exception {
        Process probe = new ProcessBuilder("python3", "-c", "import numpy")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("probe").toFile())
                .start();
        boolean there = probe.waitFor(5, TimeUnit.MINUTES) && probe.exitValue() == 0;
        if (!there) {
            System.out.println("SKIPPED: the program of spec/text/arrays.md: there is no Python with NumPy");
        }
        Assumptions.assumeTrue(there, "there is no Python with NumPy");
        String page = Files.readString(SpecText.root().resolve("spec/text/arrays.md"));
        int begin = page.indexOf("```python\n") + 10;
        String program = page.substring(begin, page.indexOf("```", begin));
        assertTrue(program.lines().count() <= 34, "a page of some 30 lines");
        Files.writeString(folder.resolve("page.py"), program);
        ProcessBuilder python = new ProcessBuilder("python3", "page.py").directory(folder.toFile());
        python.environment()
                .put(
                        "BIOGRAD",
                        Path.of(System.getProperty("java.home"), "bin", "java") + " -cp "
                                + System.getProperty("java.class.path") + " org.biograd.cli.Biograd");
        Process process = python.redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), "it ends");
        String out = Files.readString(folder.resolve("out"));
        assertEquals(0, process.exitValue(), out);
        assertTrue(out.matches("(?s).*equal: 240 voltages, [1-9][0-9]* spikes, classes \\[.*"), out);
    }
}
