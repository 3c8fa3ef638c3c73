package org.biograd.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.biograd.spec.Clause;
import org.biograd.spec.SpikeTrain;

/** A single recording that is at hand as bytes, in steps. */
public final class EventBinning {

    private EventBinning() {}

    /**
     * Bins a recording.
     *
     * @param file the bytes of its file (DATA-2)
     * @param steps T, 1..4096
     * @return of each step the inputs that spike, ascending
     * @throws InvalidDataException where it is no such file
     */
    @Clause(
            value = {"DATA-2", "DATA-3"},
            form = Clause.Form.PART)
    public static List<int[]> bin(byte[] file, int steps) throws InvalidDataException {
        Recording recording = EventFile.decode("recording", file);
        SpikeTrain spikes = new SpikeTrain(Recording.INPUTS, steps);
        try {
            BinnedEvents.of(steps, 1, index -> recording).test(0, spikes);
        } catch (InvalidDataException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException("a recording in memory cannot fail to be read", e);
        }
        List<int[]> rows = new ArrayList<>();
        int[] row = new int[Recording.INPUTS];
        for (int t = 0; t < steps; t++) {
            rows.add(Arrays.copyOf(row, spikes.copy(t, row)));
        }
        return rows;
    }
}
