package org.biograd.train;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.biograd.model.EpochRow;

/** Says in a few words how a training goes. */
final class TrainNote {

    private static final long INTERVAL_NANOS = 500_000_000L;

    private final TrainSettings settings;
    private final int samples;
    private final long first;
    private final long begin = System.nanoTime();
    private long last;
    private String note = "";

    /**
     * Nothing to say yet.
     *
     * @param samples of an epoch
     * @param first how many had been shown before
     */
    TrainNote(TrainSettings settings, int samples, long first) {
        this.settings = settings;
        this.samples = samples;
        this.first = first;
    }

    /** The note after so many samples; made anew now and then. */
    String of(long shown, EpochLog log) {
        long now = System.nanoTime();
        if (now - last >= INTERVAL_NANOS && shown > first) {
            last = now;
            note = make(shown, log.rows(), (now - begin) / 1e9);
        }
        return note;
    }

    private String make(long shown, List<EpochRow> rows, double seconds) {
        double rate = (shown - first) / seconds;
        String text = "epoch " + Math.min(settings.epochs(), shown / samples + 1) + " of " + settings.epochs();
        if (!rows.isEmpty()) {
            EpochRow row = rows.get(rows.size() - 1);
            if (row.validationRight() != EpochRow.NONE) {
                text += String.format(
                        Locale.ROOT, ", validation %.2f %%", 100.0 * row.validationRight() / settings.validation());
            }
            if (!row.feedbackAngles().isEmpty()) {
                text += ", feedback "
                        + row.feedbackAngles().stream()
                                .map(angle -> String.format(Locale.ROOT, "%.0f", angle))
                                .collect(Collectors.joining("/"))
                        + " degrees";
            }
        }
        return text
                + String.format(
                        Locale.ROOT,
                        ", %,.0f samples/s, %s left",
                        rate,
                        time(((long) settings.epochs() * samples - shown) / rate));
    }

    private static String time(double seconds) {
        long whole = Math.round(seconds);
        return whole < 90
                ? whole + " s"
                : whole < 5400 ? Math.round(whole / 60.0) + " min" : Math.round(whole / 3600.0) + " h";
    }
}
