package org.biograd.study.angles;

import org.biograd.spec.Observer;
import org.biograd.spec.Signal;
import org.biograd.spec.Values;

/**
 * Passes on what {@link org.biograd.study.lockstep.RecordedDecisions} and
 * {@link org.biograd.study.angles.rule.IntegerUpdate} need, and of eligibilities the last alone.
 *
 * @param target what it is passed on to
 * @param last the last step of a sample
 */
record NeededSignals(Observer target, int last) implements Observer {

    @Override
    public void observe(Signal signal, int layer, int step, Values values) {
        boolean needed = switch (signal) {
            case SPIKE, GATE, POSITIVE_ERROR_SPIKE, NEGATIVE_ERROR_SPIKE, LEARNING_ERROR -> true;
            case ELIGIBILITY -> step == last;
            default -> false;
        };
        if (needed) {
            target.observe(signal, layer, step, values);
        }
    }
}
