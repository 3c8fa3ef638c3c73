package org.biograd.chip.cost;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.biograd.loihi.cost.Term;
import org.biograd.loihi.placement.Blueprint;
import org.biograd.spec.Observer;
import org.biograd.spec.Rounding;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.Values;
import org.biograd.spec.profile.Profile;

/** Records a whole sample or sleeping layer densely, and counts afterwards, by {@link CostModel}. */
final class Recount implements Observer {

    /** The published times of the first seven terms, tenths of a nanosecond. */
    private static final long[] TIMES = {35, 61, 84, 53, 21, 41, 65};

    private final CostModel model;
    private final Shape shape;
    private final Profile profile;
    private final boolean chipSleeps;
    private final Map<String, double[]> seen = new HashMap<>();

    final Map<Term, Long> total = new EnumMap<>(Term.class);
    final Map<Term, Long> slowest = new EnumMap<>(Term.class);

    Recount(CostModel model, Shape shape, Profile profile, boolean chipSleeps) {
        this.model = model;
        this.shape = shape;
        this.profile = profile;
        this.chipSleeps = chipSleeps;
    }

    @Override
    public void observe(Signal signal, int layer, int step, Values values) {
        double[] copy = new double[values.size()];
        values.copyTo(copy);
        seen.put(signal + " " + layer + " " + step, copy);
    }

    private boolean is(Signal signal, int layer, int step, int index) {
        double[] values = seen.get(signal + " " + layer + " " + step);
        return values != null && values[index] != 0;
    }

    private void add(Term term, long number) {
        total.merge(term, number, Long::sum);
    }

    private void fired(CostModel.Step step, int layer, int t, boolean outside) {
        for (int i = 0; i < shape.size(layer); i++) {
            if (is(Signal.SPIKE, layer, t, i)) {
                (outside ? step.firesOutside : step.fires).add(layer + "." + i);
            }
        }
    }

    private void charged(CostModel.Step step, int layer, int t) {
        for (int i = 0; i < shape.size(layer); i++) {
            if (is(Signal.MEMBRANE_VOLTAGE, layer, t, i)) {
                step.charged.add("v " + layer + "." + i);
            }
        }
    }

    /** What was recorded is one sample. */
    void sample(boolean training) {
        int last = shape.layers();
        int steps = profile.time().steps();
        Set<String> firedBefore = new HashSet<>();
        Set<String> touched = new HashSet<>();
        for (int t = 0; t < steps; t++) {
            CostModel.Step step = new CostModel.Step();
            fired(step, 0, t, true);
            for (int l = 1; l <= last; l++) {
                step.firesOutside.add("bias " + l);
                fired(step, l, t, false);
                charged(step, l, t);
                for (int j = 0; training && j <= shape.size(l - 1); j++) {
                    if (is(Signal.TRACE, l, t, j)) {
                        step.traces.add(l + " <- " + (j == shape.size(l - 1) ? "bias " + l : l - 1 + "." + j));
                    }
                }
                for (int i = 0; training && i < shape.size(l); i++) {
                    if (is(Signal.DENDRITE, l, t, i)) {
                        step.charged.add("D " + l + "." + i);
                    }
                }
            }
            for (int k = 0; training && k < shape.outputs(); k++) {
                error(step, "pos" + k, k, t, Signal.POSITIVE_ERROR_SPIKE, Signal.POSITIVE_POTENTIAL);
                error(step, "neg" + k, k, t, Signal.NEGATIVE_ERROR_SPIKE, Signal.NEGATIVE_POTENTIAL);
            }
            touched.addAll(step.traces);
            if (training && t == steps - 1) {
                step.touched.addAll(touched);
            }
            step.traceDraws = profile.trace().rounding() == Rounding.STOCHASTIC;
            step.weightDraws = profile.update().rounding() == Rounding.STOCHASTIC;
            count(step, firedBefore);
            firedBefore = step.fires;
            if (training && t >= profile.time().softStart()) {
                add(Term.HOST_READ, shape.outputs());
                add(Term.HOST_WRITE, 2L * shape.outputs());
            }
        }
        for (int l = 1; training && l <= last; l++) {
            add(Term.HOST_READ, shape.size(l));
            add(Term.HOST_WRITE, shape.size(l));
        }
        if (!training) {
            add(Term.HOST_READ, shape.outputs());
        }
        seen.clear();
    }

    private void error(CostModel.Step step, String name, int k, int t, Signal spike, Signal potential) {
        int last = shape.layers();
        if (is(spike, last, t, k)) {
            step.fires.add(name);
        }
        if (is(potential, last, t, k)) {
            step.charged.add("p " + name);
        }
        if (is(Signal.ERROR, last, t, k)) {
            step.charged.add("e " + name);
        }
    }

    /** What was recorded is the sleep of one layer, on this noise. */
    void sleep(int layer, SpikeTrain[] positive, SpikeTrain[] negative) {
        long outputs = shape.outputs();
        if (!chipSleeps) {
            for (int l = layer + 1; l <= shape.layers(); l++) {
                add(Term.HOST_READ, (shape.size(l - 1) + 1L) * shape.size(l));
            }
            add(Term.HOST_WRITE, 2 * outputs * shape.size(layer));
            return;
        }
        int steps = profile.sleep().steps();
        for (int m = 0; m < positive.length; m++) {
            for (int t = 0; t < steps; t++) {
                CostModel.Step step = new CostModel.Step();
                for (int e = positive[m].begin(t); e < positive[m].end(t); e++) {
                    step.firesOutside.add(layer + "." + positive[m].neuron(e));
                }
                for (int e = negative[m].begin(t); e < negative[m].end(t); e++) {
                    step.firesOutside.add("noise " + layer + "." + negative[m].neuron(e));
                }
                for (int l = layer + 1; l <= shape.layers(); l++) {
                    if (l > layer + 1) {
                        step.firesOutside.add("bias " + l);
                    }
                    fired(step, l, m * steps + t, false);
                    charged(step, l, m * steps + t);
                }
                count(step, Set.of());
            }
            add(Term.HOST_READ, outputs);
        }
        long copied = (long) shape.size(layer) * shape.size(layer + 1);
        add(Term.HOST_READ, copied);
        add(Term.HOST_WRITE, copied + 2 * outputs * shape.size(layer));
        seen.clear();
    }

    private void count(CostModel.Step step, Set<String> firedBefore) {
        long[][] counts = model.count(step, firedBefore);
        Term[] priced = {
            Term.SYNAPTIC_EVENT,
            Term.SYNAPTIC_UPDATE,
            Term.ACTIVE_UPDATE,
            Term.INACTIVE_UPDATE,
            Term.SPIKE_WITHIN_TILE,
            Term.HOP_EAST_WEST,
            Term.HOP_NORTH_SOUTH
        };
        int slow = 0;
        long longest = -1;
        for (int c = 0; c < model.cores; c++) {
            long time = 0;
            for (int p = 0; p < priced.length; p++) {
                add(priced[p], counts[c][p]);
                time += counts[c][p] * TIMES[p];
            }
            if (time > longest) {
                longest = time;
                slow = c;
            }
        }
        for (int p = 0; p < priced.length; p++) {
            slowest.merge(priced[p], counts[slow][p], Long::sum);
        }
        slowest.merge(Term.BARRIER, 1L, Long::sum);
        add(Term.BARRIER, 1);
        add(Term.CHIP_CROSSING, counts[model.cores][0]);
        add(Term.INJECTED_SPIKE, counts[model.cores][1]);
        add(Term.RANDOM_NUMBER, counts[model.cores][2]);
    }

    /** Whether the host sleeps as far as this recount is concerned. */
    static boolean onChip(Blueprint.Sleep sleep) {
        return sleep == Blueprint.Sleep.CHIP;
    }
}
