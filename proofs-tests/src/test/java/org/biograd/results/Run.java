package org.biograd.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code biograd train --json} said of one run.
 *
 * @param name of its file, without the ending
 * @param seconds of the training, the evaluations left out
 * @param accuracies on the test set after each epoch, in percent
 * @param angles of the feedback of each hidden layer at the end, in degrees
 */
record Run(
        String name,
        String data,
        String profile,
        String shape,
        String arithmetic,
        String seed,
        int samples,
        int epochs,
        double seconds,
        List<Double> accuracies,
        List<Double> angles,
        String digest) {

    static Run read(Path file) throws IOException {
        JsonNode run = new ObjectMapper().readTree(file.toFile());
        String name = file.getFileName().toString().replaceAll("\\.json$", "");
        int tests = run.path("testSamples").asInt();
        double seconds = 0;
        List<Double> accuracies = new ArrayList<>();
        List<Double> angles = new ArrayList<>();
        for (JsonNode epoch : run.path("log")) {
            seconds += epoch.path("seconds").asDouble();
            assertTrue(epoch.path("testRight").isInt(), name + ": run it with --test-each-epoch");
            accuracies.add(100.0 * epoch.path("testRight").asInt() / tests);
            angles.clear();
            epoch.path("feedbackAnglesDegrees").forEach(angle -> angles.add(angle.asDouble()));
        }
        assertEquals(run.path("epochs").asInt(), accuracies.size(), name);
        assertEquals(0, run.path("validationSamples").asInt(), name + ": learns from the whole training set");
        assertEquals(
                run.path("testRight").asInt(),
                run.path("log").get(accuracies.size() - 1).path("testRight").asInt(),
                name);
        assertEquals(64, run.path("weightsDigest").asText().length(), name);
        return new Run(
                name,
                run.path("data").asText().replaceAll(" .*", ""),
                run.path("profile").asText(),
                run.path("shape").asText(),
                run.path("arithmetic").asText(),
                run.path("seed").asText(),
                run.path("trainingSamples").asInt(),
                accuracies.size(),
                seconds,
                List.copyOf(accuracies),
                List.copyOf(angles),
                run.path("weightsDigest").asText());
    }

    /** On the test set at the end, in percent: that of the last epoch, not of the best. */
    double accuracy() {
        return accuracies.get(accuracies.size() - 1);
    }
}
