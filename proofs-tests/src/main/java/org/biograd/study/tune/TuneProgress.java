package org.biograd.study.tune;

import java.util.Locale;
import org.biograd.io.ProgressListener;

/** Tells how far a search has come, in samples that networks were shown. */
final class TuneProgress {

    private final ProgressListener progress;
    private final Search search;
    private final int trainingSamples;
    private int best;
    private int rung;
    private long done;

    TuneProgress(ProgressListener progress, Search search, int candidates, int trainingSamples) {
        this.progress = progress;
        this.search = search;
        this.trainingSamples = trainingSamples;
        long total = 0;
        int left = candidates;
        for (int r = 1; r <= search.rungs().size(); r++) {
            total += left * units(r);
            left = search.goingOn(left);
        }
        progress.started(total);
    }

    private long units(int number) {
        long before = number == 1 ? 0 : search.rungs().get(number - 2).samples(trainingSamples);
        return search.rungs().get(number - 1).samples(trainingSamples) - before;
    }

    synchronized void evaluated(int number, RungResult evaluation) {
        best = number == rung ? Math.max(best, evaluation.right()) : evaluation.right();
        rung = number;
        done += units(number);
        progress.advanced(
                done,
                "rung " + number + " of " + search.rungs().size() + ", best "
                        + String.format(Locale.ROOT, "%.2f", 100.0 * best / search.validation()) + " %");
    }
}
