package org.biograd.study.sweep;

import java.util.Locale;
import org.biograd.io.ProgressListener;

/** Tells how far a study has come, and how long it will take at the pace that it had. */
final class SweepProgress {

    private final ProgressListener progress;
    private final int runs;
    private final long total;
    private final long begin = System.nanoTime();
    private long done;
    private int finished;
    private String last = "";

    /**
     * Nothing done yet.
     *
     * @param runs trainings that are left
     * @param samples that each of them shows
     */
    SweepProgress(ProgressListener progress, int runs, long samples) {
        this.progress = progress;
        this.runs = runs;
        this.total = runs * samples;
        progress.started(total);
    }

    /** So many more samples were shown. */
    synchronized void shown(long samples) {
        done += samples;
        tell();
    }

    /** A training is over. */
    synchronized void finished(String words) {
        finished++;
        last = ", " + words;
        tell();
    }

    private void tell() {
        double seconds = (System.nanoTime() - begin) / 1e9;
        String left = done == 0 ? "" : ", " + duration(seconds * (total - done) / done) + " left";
        progress.advanced(done, finished + " of " + runs + " trainings" + last + left);
    }

    /** For example 3 h 20 min, 4 min or 12 s. */
    static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        long minutes = Math.round(seconds / 60);
        return minutes < 60 ? minutes + " min" : String.format(Locale.ROOT, "%d h %d min", minutes / 60, minutes % 60);
    }
}
