package org.biograd.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.biograd.spec.Clause;
import org.biograd.spec.profile.Profiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Clause("FILE-10")
class ExportTest {

    private static final String NUMPY = "import numpy, sys\n"
            + "for name in sys.argv[1:]:\n"
            + "    a = numpy.load(name, allow_pickle=False)\n"
            + "    print(a.dtype.str, a.shape, *[v.hex() if a.dtype.kind == 'f' else v for v in "
            + "a.flatten().tolist()])\n";

    private final Model integers = Models.integers(Profiles.loihi(), 3, 2, 4);
    private final int[][] values = ((ModelWeights.Integers) integers.weights()).values();

    @TempDir
    private Path folder;

    @Test
    void csvHasARowALine() throws IOException {
        Export.write(folder, integers, Export.Format.CSV);

        assertEquals(
                List.of("w1.csv", "b1.csv", "w2.csv", "b2.csv", "feedback1.csv"),
                Export.names(integers, Export.Format.CSV));
        int[] w = values[0];
        assertEquals(
                w[0] + "," + w[1] + "\n" + w[2] + "," + w[3] + "\n" + w[4] + "," + w[5] + "\n",
                Files.readString(folder.resolve("w1.csv")));
        assertEquals(w[6] + "," + w[7] + "\n", Files.readString(folder.resolve("b1.csv")));
        int[] b = values[2];
        assertEquals(
                Arrays.stream(b).limit(4).mapToObj(Integer::toString).collect(Collectors.joining(",")),
                Files.readAllLines(folder.resolve("feedback1.csv")).get(0));
        assertEquals(2, Files.readAllLines(folder.resolve("feedback1.csv")).size());
    }

    @Test
    void realsInCsvReadBackToTheSameBits() throws IOException {
        Model reals = Models.reals(Profiles.tiny(), 3, 2);
        Export.write(folder, reals, Export.Format.CSV);

        double[] read = Files.readAllLines(folder.resolve("w1.csv")).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertArrayEquals(Arrays.copyOf(((ModelWeights.Reals) reals.weights()).values()[0], 6), read);
        assertEquals("-0.0", Double.toString(read[0]));
    }

    @Test
    void npyIsLaidOutAsNumPySays() throws IOException {
        Export.write(folder, integers, Export.Format.NPY);
        byte[] file = Files.readAllBytes(folder.resolve("w2.npy"));

        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        assertArrayEquals(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}, Arrays.copyOf(file, 8));
        int header = bytes.getShort(8);
        assertEquals(0, (10 + header) % 64);
        String text = new String(file, 10, header, StandardCharsets.US_ASCII);
        assertTrue(
                text.startsWith("{'descr': '<i4', 'fortran_order': False, 'shape': (2, 4), }") && text.endsWith("\n"),
                text);
        assertEquals(10 + header + 4 * 8, file.length);
        for (int i = 0; i < 8; i++) {
            assertEquals(values[1][i], bytes.getInt(10 + header + 4 * i));
        }
        assertTrue(Files.readString(folder.resolve("b2.npy"), StandardCharsets.ISO_8859_1)
                .contains("'shape': (4,), }"));
    }

    @Test
    void numPyLoadsEveryWeight() throws Exception {
        String numpy = run("-c", "import numpy");
        if (!numpy.isEmpty()) {
            System.out.println("SKIPPED: no python3 with NumPy here, so exported weights were not loaded with it.");
        }
        assumeTrue(numpy.isEmpty(), "NumPy is not installed");
        Export.write(folder, integers, Export.Format.NPY);
        Path reals = Files.createDirectory(folder.resolve("reals"));
        Export.write(reals, Models.reals(Profiles.tiny(), 3, 2), Export.Format.NPY);

        String loaded = run(
                "-c",
                NUMPY,
                folder.resolve("w1.npy").toString(),
                folder.resolve("b1.npy").toString(),
                folder.resolve("feedback1.npy").toString(),
                reals.resolve("b1.npy").toString());

        double[] real =
                ((ModelWeights.Reals) Models.reals(Profiles.tiny(), 3, 2).weights()).values()[0];
        List<String> lines = loaded.lines().toList();
        assertEquals("<i4 (3, 2) " + text(values[0], 0, 6), lines.get(0));
        assertEquals("<i4 (2,) " + text(values[0], 6, 8), lines.get(1));
        assertEquals("<i4 (2, 4) " + text(values[2], 0, 8), lines.get(2));
        String[] last = lines.get(3).split(" ");
        assertEquals("<f8 (2,)", last[0] + " " + last[1]);
        // Python writes 0x1.8000000000000p+1 where Java writes 0x1.8p1; either reads the other's.
        assertEquals(real[6], Double.parseDouble(last[2]));
        assertEquals(real[7], Double.parseDouble(last[3]));
    }

    private static String text(int[] values, int from, int to) {
        return Arrays.stream(values, from, to).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }

    private static String run(String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3"));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? said : "failed: " + said;
        } catch (IOException e) {
            return "no python3";
        }
    }
}
