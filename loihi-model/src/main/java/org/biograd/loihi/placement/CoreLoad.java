package org.biograd.loihi.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.biograd.spec.Clause;

/** What a core has to hold while neurons are put on it. */
final class CoreLoad {

    private static final int WORD = 64;

    private final List<Population> populations;
    private final List<List<Projection>> into;

    /** Bits of the list of every neuron of a population, as far as all of them are equal. */
    private final long[] common;

    /** Bits that the list of single neurons has besides, by population. */
    private final List<Map<Integer, Long>> own = new ArrayList<>();

    private int compartments;

    /**
     * An empty core.
     *
     * @param into the projections into each population
     */
    CoreLoad(List<Population> populations, List<List<Projection>> into) {
        this.populations = populations;
        this.into = into;
        this.common = new long[populations.size()];
        populations.forEach(population -> own.add(new HashMap<>()));
    }

    void add(int population, int neuron) {
        change(population, neuron, 1);
    }

    void remove(int population, int neuron) {
        change(population, neuron, -1);
    }

    private void change(int population, int neuron, int sign) {
        compartments += sign * populations.get(population).compartments();
        for (Projection projection : into.get(population)) {
            long bits = (long) sign * projection.bits();
            if (projection.oneToOne()) {
                own.get(projection.source()).merge(neuron, bits, (a, b) -> a + b == 0 ? null : a + b);
            } else {
                common[projection.source()] += bits;
            }
        }
    }

    int compartments() {
        return compartments;
    }

    /** One for each neuron that has a list here. */
    @Clause("COST-3")
    long inputAxons() {
        long axons = 0;
        for (int p = 0; p < common.length; p++) {
            axons += common[p] > 0 ? populations.get(p).size() : own.get(p).size();
        }
        return axons;
    }

    /** The bits of all lists, each beginning at a word. */
    @Clause("COST-3")
    long synapticBits() {
        long words = 0;
        for (int p = 0; p < common.length; p++) {
            words += (populations.get(p).size() - own.get(p).size()) * words(common[p]);
            for (long bits : own.get(p).values()) {
                words += words(common[p] + bits);
            }
        }
        return words * WORD;
    }

    private static long words(long bits) {
        return (bits + WORD - 1) / WORD;
    }
}
