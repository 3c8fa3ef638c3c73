package org.biograd.conform.shrink;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Predicate;
import org.biograd.conform.exchange.NotRunException;
import org.biograd.conform.exchange.Program;
import org.biograd.conform.exchange.Verdict;
import org.biograd.conform.judge.CaseSource;
import org.biograd.conform.judge.Discrepancy;
import org.biograd.conform.judge.Finding;
import org.biograd.kit.generate.CaseBounds;

/**
 * Finds the first task of a training after which the digest is wrong, and asks that task by itself: a digest tells that
 * something is wrong, and not what.
 */
public final class Bisection {

    private static final int PATIENCE = 3;
    private static final String TRAINING = "training.digest";

    private final Program program;
    private final CaseSource source;
    private final CaseBounds bounds;
    private final Predicate<String> claimed;

    /**
     * A bisection.
     *
     * @param bounds what cases may ask for
     * @param claimed whether an operation may be asked
     */
    public Bisection(Program program, CaseSource source, CaseBounds bounds, Predicate<String> claimed) {
        this.program = program;
        this.source = source;
        this.bounds = bounds;
        this.claimed = claimed;
    }

    /** The first wrong task of a training that fails; nothing where it fails in another way. */
    public Optional<FirstTask> of(Finding finding) throws NotRunException, InterruptedException {
        boolean digest = finding.question().path("op").asText().equals(TRAINING)
                && finding.verdict() == Verdict.DIFFERS
                && finding.discrepancy()
                        .filter(first -> !first.signal().startsWith("events"))
                        .isPresent();
        if (!digest) {
            return Optional.empty();
        }
        try (Examiner examiner = new Examiner(program, source, bounds, PATIENCE)) {
            return Optional.ofNullable(firstTask(examiner, finding.question()));
        }
    }

    private FirstTask firstTask(Examiner examiner, ObjectNode training) throws NotRunException, InterruptedException {
        Optional<FirstTask> start = shown(examiner, TaskCases.start(training), "the start of the network");
        if (start.isPresent()) {
            return start.get();
        }
        ObjectNode everyTask = training.deepCopy();
        ((ObjectNode) everyTask.path("params")).put("every", 1);
        Optional<Finding> finding = examiner.again(everyTask).orElse(Optional.empty());
        if (finding.isEmpty()) {
            return new FirstTask(
                    "with a checkpoint after every task the training is right: checkpoints are at the wrong tasks",
                    "NET-7",
                    Optional.empty());
        }
        Optional<Discrepancy> first = finding.get().discrepancy();
        if (first.isEmpty()) {
            return null;
        }
        Discrepancy at = first.get();
        if (at.form() || at.signal().endsWith(".samples") || at.signal().endsWith(".sleeps")) {
            return new FirstTask(
                    "after every task " + at.words()
                            + ": tasks are done that the schedule has not, or in another order",
                    "NET-7",
                    Optional.empty());
        }
        return at.indices().isEmpty()
                ? new FirstTask(
                        "all checkpoints are right, and the digest at the end is not", "NET-8", Optional.empty())
                : task(examiner, training, at.indices().get(0), at.got().asText());
    }

    private FirstTask task(Examiner examiner, ObjectNode training, int number, String digest)
            throws NotRunException, InterruptedException {
        TaskCases task = new TaskCases(training, number);
        String words = "the first wrong task is number " + number + " (from 0): " + task.words();
        for (ObjectNode one : task.cases()) {
            Optional<FirstTask> shown = shown(examiner, one, words);
            if (shown.isPresent()) {
                return shown.get();
            }
        }
        Optional<Integer> entry = task.entryOf(digest);
        if (entry.isPresent()) {
            return new FirstTask(
                    words + "; the digest is that of entry " + entry.get() + " in its place",
                    "NET-6",
                    Optional.empty());
        }
        Optional<Long> sample = task.numberOf(digest);
        if (sample.isPresent()) {
            return new FirstTask(
                    words + "; the digest is that of the same entry as sample " + sample.get(),
                    "DRAW-4",
                    Optional.empty());
        }
        boolean asked = task.cases().stream()
                .allMatch(one -> claimed.test(one.path("op").asText()));
        return asked
                ? new FirstTask(
                        words + "; asked by itself it is done rightly: what is left of the tasks before it matters, and"
                                + " must not",
                        "NET-1",
                        Optional.empty())
                : new FirstTask(words, "", Optional.empty());
    }

    /** A case of a part of the training that fails by itself, made small. */
    private Optional<FirstTask> shown(Examiner examiner, ObjectNode one, String words)
            throws NotRunException, InterruptedException {
        if (!claimed.test(one.path("op").asText())) {
            return Optional.empty();
        }
        Optional<Finding> found = examiner.again(one).orElse(Optional.empty());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Failure small = new Shrinker(program, source, bounds).shrink(found.get());
        return Optional.of(new FirstTask(words, "", Optional.of(small)));
    }
}
