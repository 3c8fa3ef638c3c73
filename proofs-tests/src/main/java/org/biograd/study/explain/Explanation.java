package org.biograd.study.explain;

import java.util.List;
import org.biograd.spec.FeedbackPath;
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
        SleepLines lines = new SleepLines(shown, layer);
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
}
