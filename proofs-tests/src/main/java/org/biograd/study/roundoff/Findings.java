package org.biograd.study.roundoff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.spec.Signal;

/** What running error analyses have found. */
public final class Findings {

    /** The name under which the gradient sums are counted, which no observer is shown. */
    public static final String GRADIENT = "G";

    private static final int REPORTED = 8;

    private final Map<String, ErrorCount> counts = new LinkedHashMap<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private long samples;
    private long ended;

    /** Nothing found yet. */
    public Findings() {
        for (Signal signal : Signal.values()) {
            if (signal == Signal.WEIGHT_CHANGE) {
                counts.put(GRADIENT, new ErrorCount());
            }
            counts.put(signal.symbol(), new ErrorCount());
        }
    }

    void add(String symbol, int layer, int step, int index, BigFraction error, BigFraction bound) {
        counts.get(symbol).add(error, bound);
        if (error.compareTo(bound) > 0) {
            violate(symbol + " " + index + " of layer " + layer + " at step " + step + " is off by "
                    + error.doubleValue() + " LSB; the bound is " + bound.doubleValue());
        }
    }

    void add(Decision decision) {
        decisions.add(decision);
        if (!decision.explained()) {
            violate(decision.signal().symbol() + " " + decision.index() + " of layer " + decision.layer() + " at step "
                    + decision.step()
                    + " is " + decision.taken() + " against the exact network, at a margin of "
                    + decision.margin().doubleValue()
                    + " LSB; the bound is " + decision.bound().doubleValue());
        }
    }

    private void violate(String text) {
        if (violations.size() < REPORTED) {
            violations.add(text);
        }
    }

    void countSample(boolean toItsEnd) {
        samples++;
        ended += toItsEnd ? 1 : 0;
    }

    /**
     * How the errors of a signal stand to their bounds.
     *
     * @param symbol as {@link Signal#symbol}, or {@link #GRADIENT}
     */
    public ErrorCount of(String symbol) {
        return counts.get(symbol);
    }

    /** The first differing decisions: those of one layer and step in each sample that has any. */
    public List<Decision> decisions() {
        return decisions;
    }

    /** The first errors above their bounds and inexplicable decisions, in words; empty where the theorem holds. */
    public List<String> violations() {
        return violations;
    }

    /** Samples begun. */
    public long samples() {
        return samples;
    }

    /** Samples compared to their end, without a differing decision. */
    public long ended() {
        return ended;
    }
}
