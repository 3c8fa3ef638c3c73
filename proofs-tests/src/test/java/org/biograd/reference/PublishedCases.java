package org.biograd.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * The cases that another implementation, in PyTorch with automatic differentiation, computed: in the folder
 * {@code shared/vectors/biograd} beside the project's own. They are not part of the project.
 */
final class PublishedCases {

    private static final String FOLDER = "../shared/vectors/biograd";

    private PublishedCases() {}

    /** Whether the cases are on this machine. */
    static boolean present() {
        return Files.isDirectory(folder());
    }

    /** The cases of a file; where the folder is absent the test that asks says aloud that it does not run. */
    static List<JsonNode> read(String file) {
        Path folder = folder();
        if (!present()) {
            String message =
                    "SKIPPED: the published cases of " + file + " are not checked, for there is no folder " + folder;
            System.out.println(message);
            Assumptions.abort(message);
        }
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> cases = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(folder.resolve(file))) {
                if (!line.isBlank()) {
                    cases.add(json.readTree(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases;
    }

    static double[] vector(JsonNode node) {
        double[] vector = new double[node.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = node.get(i).doubleValue();
        }
        return vector;
    }

    static double[][] matrix(JsonNode node) {
        double[][] matrix = new double[node.size()][];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = vector(node.get(i));
        }
        return matrix;
    }

    static int[][] spikes(JsonNode node) {
        int[][] spikes = new int[node.size()][];
        for (int t = 0; t < spikes.length; t++) {
            spikes[t] = new int[node.get(t).size()];
            for (int j = 0; j < spikes[t].length; j++) {
                spikes[t][j] = node.get(t).get(j).intValue();
            }
        }
        return spikes;
    }

    private static Path folder() {
        return root().resolve(FOLDER).normalize();
    }

    /** The folder that holds the launcher, from the working folder upward. */
    private static Path root() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("biograd"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no folder from " + start + " upward holds the launcher 'biograd'");
    }
}
