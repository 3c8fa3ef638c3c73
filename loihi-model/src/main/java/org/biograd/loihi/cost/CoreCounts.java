package org.biograd.loihi.cost;

import java.util.Arrays;
import org.biograd.loihi.placement.Placement;
import org.biograd.loihi.placement.Route;
import org.biograd.spec.Clause;

/** What the cores do in one step. */
final class CoreCounts {

    private static final Term[] TERMS = Term.values();

    private final Placement placement;
    private final int cores;

    /** Tenths of a nanosecond of what a core does; 0 for what no core does, or has no known time. */
    private final long[] time = new long[TERMS.length];

    private final long[][] count;

    CoreCounts(Placement placement, Prices prices) {
        this.placement = placement;
        this.cores = placement.cores().size();
        this.count = new long[TERMS.length][cores];
        for (Term term : TERMS) {
            time[term.ordinal()] = prices.of(term).time().orElse(0);
        }
    }

    void clear() {
        for (long[] counts : count) {
            Arrays.fill(counts, 0);
        }
    }

    void add(Term term, int core, long number) {
        count[term.ordinal()][core] += number;
    }

    /** Adds a number for each neuron of a population, at the core of the neuron. */
    void addToEach(Term term, int population, long number) {
        for (int c = 0; c < cores; c++) {
            add(term, c, number * placement.neuronsOn(population, c));
        }
    }

    /** Adds a number to every core that holds a neuron of a population. */
    void addToCoresOf(Term term, int population, long number) {
        for (int c = 0; c < cores; c++) {
            add(term, c, placement.neuronsOn(population, c) > 0 ? number : 0);
        }
    }

    /** Adds the messages of one spike, at the core that sends them. */
    void send(int population, int neuron) {
        Route route = placement.route(population, neuron);
        int core = placement.core(population, neuron);
        add(Term.SPIKE_WITHIN_TILE, core, route.withinTile());
        add(Term.HOP_EAST_WEST, core, route.eastWest());
        add(Term.HOP_NORTH_SOUTH, core, route.northSouth());
        add(Term.CHIP_CROSSING, core, route.otherChips());
    }

    /** Ends the step: compartments that were not active were inactive, and the slowest core sets the pace. */
    @Clause({"COST-7", "COST-10"})
    void into(Tally tally) {
        int slowest = 0;
        long longest = -1;
        for (int c = 0; c < cores; c++) {
            long active = count[Term.ACTIVE_UPDATE.ordinal()][c];
            count[Term.INACTIVE_UPDATE.ordinal()][c] = placement.cores().get(c).compartments() - active;
            long taken = 0;
            for (int term = 0; term < TERMS.length; term++) {
                taken += count[term][c] * time[term];
            }
            if (taken > longest) {
                longest = taken;
                slowest = c;
            }
        }
        for (int term = 0; term < TERMS.length; term++) {
            for (int c = 0; c < cores; c++) {
                tally.total[term] += count[term][c];
            }
            tally.slowest[term] += count[term][slowest];
        }
    }
}
