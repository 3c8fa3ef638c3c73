package org.biograd.train;

import org.biograd.fixedpoint.run.InputSource;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.model.ModelWeights;
import org.biograd.spec.Shape;

/**
 * A network that learns, in whatever arithmetic. What it computes is a pure function of the weights and of the tasks,
 * the number of threads that it may use left out.
 */
public interface Learner extends AutoCloseable {

    /** The shape. */
    Shape shape();

    /** Performs a task of a schedule on the samples that the learner was made for. */
    void perform(Schedule.Task task);

    /**
     * Classifies test samples; nothing is learned.
     *
     * @param tests the samples; may be copied for other threads, and is used by this one
     * @param from the first of them
     * @param to one past the last
     * @return their classes, 0..outputs-1
     */
    int[] predict(InputSource tests, int from, int to);

    /** A copy of all weights, as they are between two tasks. */
    ModelWeights weights();

    /**
     * Takes over weights. Nothing else of what the learner has done matters from then on.
     *
     * @throws IllegalArgumentException where they are of another arithmetic or another shape
     */
    void restore(ModelWeights weights);

    /** Ends the threads that it may have. */
    @Override
    void close();
}
