package org.biograd.study.explain;

import java.util.List;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;

/** Writes down what happened to some neurons and synapses in a sample or a sleep, line by line. */
public final class Explanation {

    private final Shown shown;
    private final Choice choice;

    private Explanation(Shown shown, Choice choice) {
        this.shown = shown;
        this.choice = choice;
        choice.requireFits(shown);
    }

    /** Of single values. */
    private Explanation(Shown shown) {
        this.shown = shown;
        this.choice = null;
    }

    /**
     * A training sample.
     *
     * @param shown what the network showed of it
     * @param label its class
     * @param choice whom to tell of
     * @param updates whether the weights change at its end; else the batch goes on
     * @return the lines, in the order of the clauses
     * @throws IllegalArgumentException where the network has no such neuron
     */
    public static List<Line> sample(Shown shown, int label, Choice choice, boolean updates) {
        new Explanation(shown, choice).sample(label, updates);
        return shown.lines();
    }

    /**
     * The part of a sleep that one hidden layer has.
     *
     * @param shown what the network showed of it
     * @param layer the hidden layer
     * @param choice whom to tell of
     * @return the lines, in the order of the clauses
     * @throws IllegalArgumentException where the network has no such neuron
     */
    public static List<Line> sleep(Shown shown, int layer, Choice choice) {
        new Explanation(shown, choice).sleep(layer);
        return shown.lines();
    }

    /**
     * Lines among which is that of a value of a sample, and those of all that it is computed from and no signal shows.
     *
     * @param shown what is shown of the sample, whose weights change at its end
     * @param signal whose value it is
     * @param at where; of what is known at the end of the sample at {@link Place#END}
     * @param label the class of the sample
     */
    public static List<Line> valueOfSample(Shown shown, Signal signal, Place at, int label) {
        Shown again = shown.again();
        new Explanation(again).value(signal, at, label);
        return again.lines();
    }

    /**
     * The same of a sleep.
     *
     * @param shown what is shown of the sleep of one layer
     * @param layer the sleeping layer
     * @param signal whose value it is
     * @param at where: of a feedback weight the neuron and, as the presynaptic one, the neuron that feeds back
     */
    public static List<Line> valueOfSleep(Shown shown, int layer, Signal signal, Place at) {
        Shown again = shown.again();
        new Explanation(again).value(layer, signal, at);
        return again.lines();
    }

    /**
     * The line of a reset factor (ELIG-4).
     *
     * @param at the neuron, and the step at whose start the factor acts: one after that which it is of
     */
    public static List<Line> resetFactor(Shown shown, Place at) {
        Shown again = shown.again();
        new EligibilityLines(again).factor(at);
        return again.lines();
    }

    private void sample(int label, boolean updates) {
        Profile profile = shown.profile;
        ForwardLines forward = new ForwardLines(shown);
        EligibilityLines eligibility = new EligibilityLines(shown);
        ErrorLines errors = new ErrorLines(shown, label);
        List<Place> neurons = choice.neurons(shown);
        int top = shown.shape.layers();
        for (int t = 0; t < profile.time().steps(); t++) {
            if (!choice.tells(t)) {
                continue;
            }
            for (Place neuron : neurons) {
                Place at = Place.of(neuron.layer(), neuron.neuron(), t);
                forward.forward(at);
                for (int j : choice.presynaptic(shown, neuron)) {
                    eligibility.synapse(Place.of(neuron.layer(), neuron.neuron(), j, t));
                }
                if (neuron.layer() == top) {
                    errors.count(at);
                }
            }
            if (t >= profile.time().softStart()) {
                errors(errors, neurons, t);
            }
        }
        end(neurons, updates);
    }

    private void errors(ErrorLines errors, List<Place> neurons, int t) {
        int top = shown.shape.layers();
        for (Place neuron : neurons) {
            if (neuron.layer() == top) {
                errors.output(Place.of(top, neuron.neuron(), t));
            }
        }
        for (Place neuron : neurons) {
            if (neuron.layer() < top && shown.profile.feedback().path() == FeedbackPath.DIRECT) {
                errors.hidden(Place.of(neuron.layer(), neuron.neuron(), t));
            }
        }
    }

    private void end(List<Place> neurons, boolean updates) {
        UpdateLines update = new UpdateLines(shown);
        for (int n = neurons.size() - 1; n >= 0; n--) {
            update.learningError(Place.of(neurons.get(n).layer(), neurons.get(n).neuron(), Place.END));
        }
        for (Place neuron : neurons) {
            for (int j : choice.presynaptic(shown, neuron)) {
                update.synapse(Place.of(neuron.layer(), neuron.neuron(), j, Place.END), updates);
            }
        }
    }

    private void sleep(int layer) {
        List<Place> neurons = choice.neurons(shown);
        SleepLines lines = new SleepLines(shown, layer, false);
        for (Place neuron : neurons) {
            if (neuron.layer() == layer) {
                sleep(lines, neuron, neurons);
            }
        }
    }

    private void sleep(SleepLines lines, Place neuron, List<Place> neurons) {
        int steps = shown.profile.sleep().steps();
        for (Place output : neurons) {
            if (output.layer() != lines.source()) {
                continue;
            }
            for (int m = 0; m < shown.profile.sleep().trajectories(); m++) {
                for (int t = m * steps; t < (m + 1) * steps; t++) {
                    Place at = Place.of(output.layer(), output.neuron(), t);
                    // Between a sleeping layer and outputs far above it there are layers that are not told of.
                    if (choice.tells(t) && output.layer() == neuron.layer() + 1 && !shown.has(at, "a")) {
                        lines.injected(at);
                    }
                }
                lines.counts(neuron.neuron(), output.neuron(), m);
            }
            lines.weight(neuron.neuron(), output.neuron());
        }
    }

    private void value(Signal signal, Place at, int label) {
        boolean top = at.layer() == shown.shape.layers();
        boolean direct = shown.profile.feedback().path() == FeedbackPath.DIRECT;
        ErrorLines errors = new ErrorLines(shown, label);
        UpdateLines update = new UpdateLines(shown);
        switch (signal) {
            case SYNAPTIC_INPUT, MEMBRANE_VOLTAGE, SPIKE, GATE -> new ForwardLines(shown).forward(at);
            case TRACE, ELIGIBILITY ->
                new EligibilityLines(shown)
                        .synapse(at.neuron() == Place.NONE ? Place.of(at.layer(), 0, at.pre(), at.step()) : at);
            case SPIKE_COUNT -> errors.count(at);
            case ERROR, POSITIVE_POTENTIAL, NEGATIVE_POTENTIAL, POSITIVE_ERROR_SPIKE, NEGATIVE_ERROR_SPIKE ->
                errors.output(at);
            case DENDRITE -> {
                if (top) {
                    errors.output(at);
                } else if (direct) {
                    errors.hidden(at);
                } else {
                    update.learningError(at);
                }
            }
            case LEARNING_ERROR -> update.learningError(at);
            case FED_BACK_ERROR -> update.fedBack(at);
            case WEIGHT, WEIGHT_CHANGE -> update.synapse(at, true);
            case NOISE_COUNT, SLEEP_COUNT, FEEDBACK_WEIGHT ->
                throw new IllegalArgumentException(signal + " is no signal of a sample");
        }
    }

    private void value(int layer, Signal signal, Place at) {
        SleepLines lines = new SleepLines(shown, layer, true);
        int steps = shown.profile.sleep().steps();
        switch (signal) {
            case SYNAPTIC_INPUT, MEMBRANE_VOLTAGE, SPIKE -> {
                if (at.layer() == layer + 1) {
                    lines.injected(at);
                } else {
                    new ForwardLines(shown).forward(at);
                }
            }
            case NOISE_COUNT -> lines.counts(at.neuron(), 0, at.step() / steps);
            case SLEEP_COUNT -> lines.counts(0, at.neuron(), at.step() / steps);
            case FEEDBACK_WEIGHT -> lines.weight(at.neuron(), at.pre());
            default -> throw new IllegalArgumentException(signal + " is no signal of a sleep");
        }
    }
}
