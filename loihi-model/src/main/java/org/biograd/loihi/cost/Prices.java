package org.biograd.loihi.cost;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.biograd.loihi.Basis;
import org.biograd.spec.Clause;

/** A price list: one entry per term, also where it says that no price is known (COST-8). */
@Clause("COST-8")
public final class Prices {

    /**
     * The time of a barrier among the cores of one tile, in tenths of a nanosecond: the least of the published range.
     */
    public static final long LEAST_BARRIER_TIME = 1130;

    private static final String TABLE = "Davies et al., IEEE Micro 38(1), 2018, table 2, at 0.75 V";
    private static final String NOT_FOUND = "no figure was found";

    private final Map<Term, Price> prices = new EnumMap<>(Term.class);

    /**
     * A price list.
     *
     * @param prices one entry per term
     * @throws IllegalArgumentException where a term is missing or given twice
     */
    public Prices(List<Price> prices) {
        for (Price price : prices) {
            if (this.prices.put(price.term(), price) != null) {
                throw new IllegalArgumentException(price.term().words() + ": two prices");
            }
        }
        for (Term term : Term.values()) {
            if (!this.prices.containsKey(term)) {
                throw new IllegalArgumentException(term.words() + ": the list does not say what is known of it");
            }
        }
    }

    /**
     * What is public: circuit simulation from before there was silicon, at 0.75 V. The energy of a synaptic event is
     * called a minimum there, its time a maximum.
     */
    public static Prices published() {
        List<Price> prices = new ArrayList<>();
        prices.add(
                simulated(Term.SYNAPTIC_EVENT, 236, 35, TABLE + ": synaptic spike operation, least energy, most time"));
        prices.add(simulated(Term.SYNAPTIC_UPDATE, 1200, 61, TABLE + ": synaptic update, of pairwise STDP"));
        prices.add(simulated(Term.ACTIVE_UPDATE, 810, 84, TABLE + ": neuron update, active"));
        prices.add(simulated(Term.INACTIVE_UPDATE, 520, 53, TABLE + ": neuron update, inactive"));
        prices.add(simulated(Term.SPIKE_WITHIN_TILE, 17, 21, TABLE + ": within-tile spike"));
        prices.add(simulated(Term.HOP_EAST_WEST, 30, 41, TABLE + ": tile hop, east-west"));
        prices.add(simulated(Term.HOP_NORTH_SOUTH, 40, 65, TABLE + ": tile hop, north-south"));
        prices.add(unknown(Term.CHIP_CROSSING, Basis.OURS, NOT_FOUND));
        prices.add(unknown(Term.INJECTED_SPIKE, Basis.OURS, NOT_FOUND));
        prices.add(unknown(
                Term.RANDOM_NUMBER,
                Basis.EMULATOR_KNOWLEDGE,
                "no published figure; the simulator SANA-FE charges 6 pJ"));
        prices.add(unknown(Term.HOST_READ, Basis.OURS, NOT_FOUND));
        prices.add(unknown(Term.HOST_WRITE, Basis.OURS, NOT_FOUND));
        prices.add(new Price(
                Term.BARRIER,
                OptionalLong.empty(),
                OptionalLong.of(4650),
                Basis.SIMULATED,
                TABLE + ": barrier, 113 ns for 1 tile to 465 ns for 32; of its energy " + NOT_FOUND));
        return new Prices(prices);
    }

    private static Price simulated(Term term, long energy, long time, String source) {
        return new Price(term, OptionalLong.of(energy), OptionalLong.of(time), Basis.SIMULATED, source);
    }

    private static Price unknown(Term term, Basis basis, String source) {
        return new Price(term, OptionalLong.empty(), OptionalLong.empty(), basis, source);
    }

    /** The entry of a term. */
    public Price of(Term term) {
        return prices.get(term);
    }
}
