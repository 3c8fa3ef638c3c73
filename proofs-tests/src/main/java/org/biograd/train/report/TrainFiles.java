package org.biograd.train.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.biograd.io.AtomicFile;
import org.biograd.io.CsvText;
import org.biograd.io.NamedStreams;
import org.biograd.model.EpochRow;
import org.biograd.model.Model;
import org.biograd.model.ModelFile;
import org.biograd.model.Run;
import org.biograd.report.JsonText;
import org.biograd.report.Numbers;
import org.biograd.train.Checkpoints;
import org.biograd.train.EpochLog;
import org.biograd.train.TrainResult;
import org.biograd.train.TrainSettings;

/** The files of a training: the network with its run, the best network, and the log. */
public final class TrainFiles implements Checkpoints {

    private static final long MAX_LOG = 64 << 20;
    private static final List<String> HEAD =
            List.of("epoch", "seconds", "samples_per_second", "validation_right", "validation_accuracy", "test_right");

    private final Path out;
    private final Optional<Path> best;
    private final Optional<Path> log;

    /**
     * Files that are written after every epoch.
     *
     * @param out the network with its run
     * @param best the network of the best epoch, without its run
     * @param log the log
     */
    public TrainFiles(Path out, Optional<Path> best, Optional<Path> log) {
        this.out = out;
        this.best = best;
        this.log = log;
    }

    // The checkpoint last but for the log, which it holds: where the others are newer than it, they are written again.
    @Override
    public void keep(Model checkpoint, EpochLog epochs, boolean isBest) throws IOException {
        if (isBest && best.isPresent()) {
            ModelFile.write(best.get(), checkpoint.withoutRun());
        }
        ModelFile.write(out, checkpoint);
        if (log.isPresent()) {
            AtomicFile.write(log.get(), csv(checkpoint, epochs));
        }
    }

    /**
     * Whether a file begins as the log of a training does.
     *
     * @throws IOException where it cannot be read
     */
    public static boolean isLog(Path file) throws IOException {
        byte[] head = String.join(",", HEAD).getBytes(StandardCharsets.UTF_8);
        try (InputStream in = NamedStreams.read(file)) {
            return Arrays.equals(head, in.readNBytes(head.length));
        }
    }

    /** How long the first epochs took, as the log that is there says; as much of it as can be read. */
    public static List<Double> seconds(Path log) throws IOException {
        List<Double> seconds = new ArrayList<>();
        if (!Files.isRegularFile(log) || Files.size(log) > MAX_LOG) {
            return seconds;
        }
        String[] lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).split("\n");
        for (int e = 1; e < lines.length; e++) {
            String[] fields = lines[e].split(",", 3);
            if (fields.length < 3 || !fields[0].equals(Integer.toString(e)) || !fields[1].matches("[0-9.Ee+-]{1,30}")) {
                break;
            }
            try {
                seconds.add(Double.parseDouble(fields[1]));
            } catch (NumberFormatException noNumber) {
                break;
            }
        }
        return seconds;
    }

    /** Removes what writers of these files have left that were killed while they wrote. */
    public void removeLeftovers() throws IOException {
        for (Optional<Path> file : List.of(Optional.of(out), best, log)) {
            if (file.isPresent()) {
                AtomicFile.removeLeftovers(file.get());
            }
        }
    }

    /** The log of a checkpoint as CSV, empty where there is no number; accuracies in percent. */
    public static String csv(Model checkpoint, EpochLog log) {
        Run run = checkpoint.run().orElseThrow();
        List<String> head = new ArrayList<>(HEAD);
        for (int l = 1; l < checkpoint.shape().layers(); l++) {
            head.add("feedback_angle_" + l);
        }
        return CsvText.of(head, csv -> {
            for (int e = 0; e < run.log().size(); e++) {
                EpochRow row = run.log().get(e);
                double seconds = log.seconds().get(e);
                Integer right = count(row.validationRight());
                csv.print(e + 1);
                csv.print(Numbers.json(seconds));
                csv.print(Numbers.json(run.samples() / seconds));
                csv.print(right);
                csv.print(right == null ? null : Numbers.json(100.0 * right / run.validation()));
                csv.print(count(row.testRight()));
                for (double angle : row.feedbackAngles()) {
                    csv.print(Numbers.json(angle));
                }
                csv.println();
            }
        });
    }

    private static Integer count(int right) {
        return right == EpochRow.NONE ? null : right;
    }

    /** The result as JSON. */
    public static String json(TrainResult result) {
        return JsonText.of(json -> write(json, result));
    }

    private static void write(JsonGenerator json, TrainResult result) throws IOException {
        TrainSettings settings = result.settings();
        json.writeStartObject();
        NetworkFields.write(json, result.data(), result.model());
        json.writeNumberField(
                "trainingSamples", result.model().run().orElseThrow().samples());
        json.writeNumberField("validationSamples", settings.validation());
        json.writeNumberField("testSamples", result.testSamples());
        json.writeNumberField("epochs", result.log().rows().size());
        json.writeBooleanField("stoppedEarly", result.stoppedEarly());
        json.writeNumberField("bestEpoch", result.log().best());
        json.writeNumberField("testRight", result.testRight());
        JsonText.number(json, "testAccuracy", 100.0 * result.testRight() / result.testSamples());
        json.writeArrayFieldStart("log");
        for (int epoch = 0; epoch < result.log().rows().size(); epoch++) {
            EpochRow row = result.log().rows().get(epoch);
            json.writeStartObject();
            JsonText.number(json, "seconds", result.log().seconds().get(epoch));
            count(json, "validationRight", row.validationRight());
            count(json, "testRight", row.testRight());
            json.writeArrayFieldStart("feedbackAnglesDegrees");
            for (double angle : row.feedbackAngles()) {
                JsonText.number(json, angle);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("weightsDigest", result.digest());
        json.writeEndObject();
    }

    private static void count(JsonGenerator json, String key, int right) throws IOException {
        if (right == EpochRow.NONE) {
            json.writeNullField(key);
        } else {
            json.writeNumberField(key, right);
        }
    }
}
