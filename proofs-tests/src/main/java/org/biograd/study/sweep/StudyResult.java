package org.biograd.study.sweep;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.biograd.spec.Shape;
import org.biograd.study.sweep.plan.Plan;
import org.biograd.study.sweep.plan.Point;
import org.biograd.study.sweep.plan.Study;

/**
 * All that a study found.
 *
 * @param head what the runs depend on
 * @param study what was tried
 * @param shape of the network
 * @param plan its points
 * @param runs all trainings, by number
 */
public record StudyResult(StudyHead head, Study study, Shape shape, Plan plan, List<RunResult> runs) {

    /**
     * Writes the log that a study in one part, on one thread, would have written.
     *
     * @throws IOException where it cannot be written
     */
    public void writeLog(OutputStream out) throws IOException {
        out.write(RunLog.line(head).getBytes(StandardCharsets.UTF_8));
        for (RunResult run : runs) {
            out.write(RunLog.line(run).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The trainings of a point, in the order of the seeds. */
    public List<RunResult> runs(Point point) {
        int seeds = study.seeds().size();
        return runs.subList(point.number() * seeds, (point.number() + 1) * seeds);
    }

    /** The point of a training. */
    public Point point(RunResult run) {
        return plan.points().get(run.run() / study.seeds().size());
    }

    /** The seed of a training. */
    public long seed(RunResult run) {
        return study.seeds().get(run.run() % study.seeds().size());
    }

    /** Held-out samples predicted right after an epoch, from 0, in percent. */
    public double accuracy(RunResult run, int epoch) {
        return 100.0 * run.right().get(epoch) / study.validation();
    }

    /** The same at the end. */
    public double accuracy(RunResult run) {
        return accuracy(run, study.epochs() - 1);
    }
}
