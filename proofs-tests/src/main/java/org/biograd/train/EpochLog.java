package org.biograd.train;

import java.util.ArrayList;
import java.util.List;
import org.biograd.model.EpochRow;

/** The rows of the epochs that are over, and what they say of the best one. */
public final class EpochLog {

    private final List<EpochRow> rows;
    // Not part of a row: equal weights shall be equal files, and no two runs take the same time.
    private final List<Double> seconds;

    /** A log that begins with some rows. */
    public EpochLog(List<EpochRow> rows) {
        this(rows, List.of());
    }

    /**
     * A log that begins with some rows, and with what is known of how long each took.
     *
     * @param seconds of the first rows; those of the others are not known
     */
    public EpochLog(List<EpochRow> rows, List<Double> seconds) {
        this.rows = new ArrayList<>(rows);
        this.seconds = new ArrayList<>(seconds.subList(0, Math.min(rows.size(), seconds.size())));
        while (this.seconds.size() < rows.size()) {
            this.seconds.add(Double.NaN);
        }
    }

    void add(EpochRow row, double took) {
        rows.add(row);
        seconds.add(took);
    }

    /** How long each epoch took, tests left out; not a number where that is not known. */
    public List<Double> seconds() {
        return List.copyOf(seconds);
    }

    /** The rows, that of epoch 1 first. */
    public List<EpochRow> rows() {
        return List.copyOf(rows);
    }

    /**
     * The epoch, from 1, after which most validation samples were right, the first of equals; 0 where there is none.
     */
    public int best() {
        int best = 0;
        for (int e = 1; e <= rows.size(); e++) {
            int right = rows.get(e - 1).validationRight();
            if (right != EpochRow.NONE
                    && (best == 0 || right > rows.get(best - 1).validationRight())) {
                best = e;
            }
        }
        return best;
    }

    /** Whether so many epochs, 1 or more, have passed without a better one. */
    boolean exhausts(int patience) {
        return patience > 0 && best() > 0 && rows.size() - best() >= patience;
    }
}
