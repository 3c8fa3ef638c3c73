package org.biograd.model;

import java.util.List;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.spec.Clause;

/**
 * How far a training has come: all that is needed to go on, besides the network and the data.
 *
 * @param fingerprint of the training data, 64 lower-case hex digits
 * @param samples how many samples are learned from, at least 1
 * @param validation how many are held out, 0 or more
 * @param state between two epochs, or before the first sleep
 * @param log a row for each epoch that is over
 */
@Clause(value = "FILE-4", form = Clause.Form.PART)
public record Run(String fingerprint, int samples, int validation, Schedule.State state, List<EpochRow> log) {

    /** The most epochs of a run. */
    public static final int MAX_EPOCHS = 100_000;

    /**
     * Checks what belongs together.
     *
     * @throws IllegalArgumentException where it does not; the message names it
     */
    public Run {
        if (!fingerprint.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("fingerprint: '" + fingerprint + "' is not 64 lower-case hex digits");
        }
        if (samples < 1) {
            throw new IllegalArgumentException("samples: " + samples + " is not 1 or more");
        }
        if (validation < 0) {
            throw new IllegalArgumentException("validation: " + validation + " is not 0 or more");
        }
        if (state.position() != 0) {
            throw new IllegalArgumentException(
                    "position: " + state.position() + " is not 0: a checkpoint lies between two epochs");
        }
        log = List.copyOf(log);
        if (state.epoch() != log.size() || log.size() > MAX_EPOCHS) {
            throw new IllegalArgumentException("log: " + log.size() + " rows are not the " + state.epoch()
                    + " of the epochs that are over, 0.." + MAX_EPOCHS);
        }
        for (EpochRow row : log) {
            if (row.validationRight() > validation || (row.validationRight() == EpochRow.NONE) != (validation == 0)) {
                throw new IllegalArgumentException("validationRight: " + row.validationRight() + " cannot be of "
                        + validation + " validation samples");
            }
        }
    }
}
