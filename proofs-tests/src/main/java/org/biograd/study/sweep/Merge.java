package org.biograd.study.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.biograd.spec.Clause;
import org.biograd.spec.Shape;
import org.biograd.study.sweep.plan.Plan;
import org.biograd.study.sweep.plan.Planner;
import org.biograd.study.sweep.plan.Study;

/** Makes one result of the logs of all parts of a study; neither its file nor its data are needed. */
@Clause(value = "STUDY-8", form = Clause.Form.PART)
public final class Merge {

    private static final int MOST_NAMED = 10;

    private StudyHead head;
    private Study study;
    private Shape shape;
    private Plan plan;
    private final Map<Integer, RunResult> runs = new TreeMap<>();

    private Merge() {}

    /**
     * Reads logs.
     *
     * @param logs of one study, in any order
     * @throws IllegalArgumentException where they are not, or a training is missing; the message names file and line,
     *     or the trainings
     * @throws IOException where one cannot be read
     */
    public static StudyResult of(List<Path> logs) throws IOException {
        Merge merge = new Merge();
        for (Path log : logs) {
            RunLog.read(log, merge::begin, merge::add);
        }
        return merge.result();
    }

    private void begin(StudyHead read) {
        if (head == null) {
            head = read.whole();
            study = read.read();
            shape = study.shape(read.inputs(), read.classes());
            plan = Planner.plan(study, shape);
        } else if (!read.whole().equals(head)) {
            throw new IllegalArgumentException("the log of another study, or of other data, than the first one");
        }
    }

    private void add(RunResult run) {
        run.require(count(), study.epochs(), study.validation(), head.tests(), shape.layers() - 1, study.probes() > 0);
        RunResult before = runs.put(run.run(), run);
        if (before != null && !before.equals(run)) {
            throw new IllegalArgumentException("run " + run.run() + " has another result in another log");
        }
    }

    private int count() {
        return plan.points().size() * study.seeds().size();
    }

    private StudyResult result() {
        if (head == null) {
            throw new IllegalArgumentException("no log is given");
        }
        List<Integer> missing = new ArrayList<>(IntStream.range(0, count())
                .filter(run -> !runs.containsKey(run))
                .boxed()
                .toList());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(missing.size() + " of " + count() + " trainings are missing: run "
                    + missing.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "))
                    + (missing.size() > MOST_NAMED ? ", ..." : "") + "; run r belongs to part r mod parts + 1");
        }
        return new StudyResult(head, study, shape, plan, List.copyOf(runs.values()));
    }
}
