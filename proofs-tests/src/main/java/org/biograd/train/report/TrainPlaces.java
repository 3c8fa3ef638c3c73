package org.biograd.train.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.biograd.io.FileLocks;
import org.biograd.model.Model;
import org.biograd.model.ModelReader;

/**
 * Where the files of a training go, and whether they may: what is there already is replaced only where that was asked
 * for, or where it is of the same training, which goes on.
 *
 * @param out the network with its run
 * @param best the network of the best epoch
 * @param log the log
 * @param resume whether the training goes on that {@code out} holds
 * @param overwrite whether what is there is replaced
 */
public record TrainPlaces(Path out, Optional<Path> best, Optional<Path> log, boolean resume, boolean overwrite) {

    /**
     * Locks them, so that no other training writes them meanwhile.
     *
     * @throws IOException where another does; the message names the file
     */
    public FileLocks lock() throws IOException {
        List<Path> all =
                Stream.of(Optional.of(out), best, log).flatMap(Optional::stream).toList();
        return FileLocks.of(all);
    }

    /** Files to write into. */
    public TrainFiles files() {
        return new TrainFiles(out, best, log);
    }

    /**
     * What the training goes on from; empty where it begins.
     *
     * @throws IllegalArgumentException where something would be replaced that is not to be; the message names option
     *     and file
     * @throws IOException where a file cannot be read, or is no model
     */
    public Optional<Model> checkpoint() throws IOException {
        if (overwrite) {
            return Optional.empty();
        }
        if (!resume) {
            requireNone("--out", Optional.of(out), "--resume continues it, --overwrite begins anew");
            requireNone("--best", best, "--overwrite replaces it");
            requireNone("--log", log, "--overwrite replaces it");
            return Optional.empty();
        }
        if (!Files.exists(out)) {
            String problem = "but not --out " + out + ", to which it would belong; name another, or begin anew with "
                    + "--overwrite in place of --resume";
            requireNone("--best", best, problem);
            requireNone("--log", log, problem);
            return Optional.empty();
        }
        Model checkpoint = ModelReader.read(out);
        if (log.isPresent() && Files.exists(log.get()) && !TrainFiles.isLog(log.get())) {
            requireNone("--log", log, "and no log of a training; name another");
        }
        if (best.isPresent()) {
            requireBest(best.get(), checkpoint);
        }
        return Optional.of(checkpoint);
    }

    private static void requireNone(String option, Optional<Path> file, String problem) {
        if (file.isPresent() && Files.exists(file.get())) {
            throw new IllegalArgumentException(option + " " + file.get() + " is there already"
                    + (problem.startsWith("--") ? ": " : ", ") + problem);
        }
    }

    private static void requireBest(Path best, Model checkpoint) throws IOException {
        if (Files.exists(best)) {
            Model there = ModelReader.read(best);
            if (there.run().isPresent() || !there.isOfSameNetwork(checkpoint)) {
                requireNone("--best", Optional.of(best), "and not the best network of this training; name another");
            }
        } else if (checkpoint.run().stream().anyMatch(run -> !run.log().isEmpty())) {
            throw new IllegalArgumentException("--best " + best
                    + " is not there, and what --out holds may be worse than the best epoch before it: "
                    + "name the file that the training was begun with, or leave --best out");
        }
    }
}
