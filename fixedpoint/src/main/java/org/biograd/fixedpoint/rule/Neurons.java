package org.biograd.fixedpoint.rule;

import org.biograd.fixedpoint.Events;
import org.biograd.fixedpoint.Soma;
import org.biograd.fixedpoint.rule.frame.SoftSoma;
import org.biograd.spec.profile.Profile;

/** A layer's neurons, with the hard reset of SOMA-3 or the soft one of RULE-8. */
final class Neurons {

    private final Soma hard;
    private final SoftSoma soft;

    Neurons(boolean softReset, int size, Profile profile, Events events) {
        hard = softReset
                ? null
                : new Soma(size, profile.soma(), profile.weight().shift(), events);
        soft = softReset
                ? new SoftSoma(
                        size, profile, profile.soma().keep(), profile.soma().threshold(), events)
                : null;
    }

    void clear() {
        if (hard != null) {
            hard.clear();
        } else {
            soft.clear();
        }
    }

    void step(long[] sum) {
        if (hard != null) {
            hard.step(sum);
        } else {
            soft.step(sum);
        }
    }

    /** u, of neurons with the hard reset. */
    int[] currents() {
        return hard.currents();
    }

    int[] voltages() {
        return hard != null ? hard.voltages() : soft.voltages();
    }

    int[] spikes() {
        return hard != null ? hard.spikes() : soft.spikes();
    }
}
