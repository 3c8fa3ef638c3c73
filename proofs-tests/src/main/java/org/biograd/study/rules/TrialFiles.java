package org.biograd.study.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.biograd.io.AtomicFile;
import org.biograd.io.Links;

/** Keeps finished trainings, so that a comparison that was stopped goes on. */
final class TrialFiles {

    private static final long MOST_BYTES = 1 << 20;
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private final Path folder;

    /** Files in a folder, which is made where it is not there. */
    TrialFiles(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(Links.real(folder));
    }

    /** A finished training of the same inputs; empty where there is none, or one of other inputs. */
    Optional<TrialResult> read(TrialKey key, String inputs) throws IOException {
        Path file = folder.resolve(key.file());
        if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
            return Optional.empty();
        }
        try {
            TrialResult result = MAPPER.readValue(Files.readString(file), TrialResult.class);
            return result != null && inputs.equals(result.inputs()) ? Optional.of(result) : Optional.empty();
        } catch (JsonProcessingException | java.nio.charset.CharacterCodingException e) {
            // Damaged: it is made again.
            return Optional.empty();
        }
    }

    /** Keeps a finished training. */
    void write(TrialKey key, TrialResult result) throws IOException {
        byte[] text = MAPPER.writerWithDefaultPrettyPrinter()
                .writeValueAsString(result)
                .replace("\r\n", "\n")
                .getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(folder.resolve(key.file()), out -> {
            out.write(text);
            out.write('\n');
        });
    }
}
