package org.biograd.study.tune;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.biograd.data.Samples;
import org.biograd.fixedpoint.fast.Team;
import org.biograd.io.ProgressListener;
import org.biograd.model.Run;
import org.biograd.spec.Shape;
import org.biograd.train.Fingerprint;
import org.biograd.train.trial.SharedWork;
import org.biograd.train.trial.TrialData;

/**
 * Makes a search: at each rung all candidates that are left are trained on and compared on the validation samples, and
 * the better part goes on. What is chosen is a function of search and data alone, however often the search was stopped
 * and begun again, and the number of threads left out.
 */
public final class Tuning {

    private static final Comparator<RungResult> BEST_FIRST =
            Comparator.comparingInt(RungResult::right).reversed().thenComparingInt(RungResult::candidate);

    private final Search search;
    private final String name;
    private final TrialData data;
    private final Shape shape;
    private final String fingerprint;
    private final List<Candidate> candidates;
    private final Map<Integer, Trial.Paused> paused = new ConcurrentHashMap<>();
    private final NavigableSet<RungResult> ranking = new TreeSet<>(BEST_FIRST);

    /**
     * A search on data.
     *
     * @param search what to search
     * @param samples the training set; of a test set nothing is needed
     * @param name what the data are, for people
     * @throws IllegalArgumentException where search and data do not fit together; the message names what would be right
     */
    public Tuning(Search search, Samples samples, String name) {
        this.search = search;
        this.name = name;
        if (search.validation() >= samples.size()) {
            throw new IllegalArgumentException("validation: " + search.validation() + " of " + samples.size()
                    + " training samples leave none to learn from");
        }
        this.data = new TrialData(samples, search.validation(), search.seed());
        this.shape = search.shape(samples.inputs(), samples.classes());
        this.fingerprint = Fingerprint.of(samples, search.base().time().steps());
        this.candidates = new ArrayList<>(search.draw(shape));
        long before = 0;
        for (Rung rung : search.rungs()) {
            long shown = samples(rung);
            if (shown <= before) {
                throw new IllegalArgumentException("rungs: " + rung + " of " + data.trainingSize()
                        + " samples are not more than the rung before, " + before + " samples");
            }
            before = shown;
        }
        if (before > (long) Run.MAX_EPOCHS * data.trainingSize()) {
            throw new IllegalArgumentException("rungs: " + before + " samples are more than " + Run.MAX_EPOCHS
                    + " epochs of " + data.trainingSize() + " samples, the longest training");
        }
    }

    private long samples(Rung rung) {
        return rung.samples(data.trainingSize());
    }

    /**
     * Does it all, or what is left to do.
     *
     * @param log the file of the log
     * @param threads how many candidates are trained at a time, at least 1
     * @param progress hears of samples
     * @throws IllegalArgumentException where no candidate is left
     * @throws IOException where the log cannot be read or written
     */
    public TuneResult run(Path log, int threads, ProgressListener progress) throws IOException {
        Map<String, String> settings = new LinkedHashMap<>(Map.of("data", name));
        settings.put("fingerprint", fingerprint);
        settings.putAll(search.settings());
        try (TuneLog kept = TuneLog.open(log, new LogLines(search, settings, data.trainingSize()));
                Team workers = new Team(threads)) {
            List<Candidate> left = new ArrayList<>();
            for (Candidate candidate : candidates) {
                if (candidate.profile().isPresent()) {
                    left.add(candidate);
                } else {
                    kept.addRefused(candidate);
                }
            }
            if (left.isEmpty()) {
                throw new IllegalArgumentException(
                        "all " + candidates.size() + " candidates are refused, the base profile for this: "
                                + candidates.get(0).refused());
            }
            List<List<RungResult>> rungs = new ArrayList<>();
            TuneProgress shown = new TuneProgress(progress, search, left.size(), data.trainingSize());
            for (int r = 1; r <= search.rungs().size(); r++) {
                List<RungResult> found = rung(r, left, kept, workers, shown);
                rungs.add(found);
                left = found.subList(0, search.goingOn(found.size())).stream()
                        .map(best -> candidates.get(best.candidate()))
                        .toList();
            }
            progress.finished();
            return new TuneResult(
                    search, name, shape, data.trainingSize(), List.copyOf(candidates), rungs, kept.digest());
        }
    }

    /** What is found of some candidates at a rung, the best first. */
    private List<RungResult> rung(int number, List<Candidate> left, TuneLog log, Team workers, TuneProgress progress)
            throws IOException {
        RungResult[] found = new RungResult[left.size()];
        int goingOn = number == search.rungs().size() ? 0 : search.goingOn(left.size());
        ranking.clear();
        SharedWork.perform(workers, found.length, i -> {
            found[i] = evaluate(number, left.get(i), log);
            forgetWorst(found[i], goingOn);
            progress.evaluated(number, found[i]);
        });
        return Arrays.stream(found).sorted(BEST_FIRST).toList();
    }

    /** Networks that no longer can go on are not kept: hundreds of large ones would not fit the memory. */
    private void forgetWorst(RungResult found, int goingOn) {
        synchronized (ranking) {
            ranking.add(found);
            if (ranking.size() > goingOn) {
                paused.remove(ranking.pollLast().candidate());
            }
        }
    }

    /** What a candidate is worth at a rung. */
    private RungResult evaluate(int number, Candidate candidate, TuneLog log) throws IOException {
        RungResult known = log.find(candidate.number(), number).orElse(null);
        if (known != null) {
            return known;
        }
        long last = samples(search.rungs().get(search.rungs().size() - 1));
        int epochs = (int) ((last + data.trainingSize() - 1) / data.trainingSize());
        Trial trial = new Trial(data, shape, candidate.profile().orElseThrow(), search.seed(), epochs);
        long begin = System.nanoTime();
        Trial.Outcome outcome = trial.reach(
                paused.get(candidate.number()), samples(search.rungs().get(number - 1)));
        double seconds = (System.nanoTime() - begin) / 1e9;
        paused.put(candidate.number(), outcome.paused());
        RungResult evaluation = new RungResult(
                candidate.number(), number, outcome.right(), outcome.feedbackAngles(), seconds, outcome.digest());
        log.add(evaluation, candidate);
        return evaluation;
    }
}
