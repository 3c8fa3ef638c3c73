package org.biograd.loihi.cost;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.biograd.spec.Clause;

/**
 * Counts times prices, in whole tenths of a picojoule and of a nanosecond. A bill exists only where every term that was
 * counted has a price or is left out by name.
 */
@Clause("COST-9")
public final class Bill {

    /**
     * One term.
     *
     * @param term the operation
     * @param count how often it happened, on all cores
     * @param energy of all of them, tenths of a picojoule; empty where left out
     * @param time what it adds to the time of the slowest core, step by step, tenths of a nanosecond; empty where
     *     left out
     */
    public record Line(Term term, long count, OptionalLong energy, OptionalLong time) {}

    private final List<Line> lines = new ArrayList<>();
    private final Set<Term> leftOut = EnumSet.noneOf(Term.class);
    private final long barriers;
    private final Prices prices;
    private long energy;
    private long time;

    /**
     * The bill of a phase.
     *
     * @param counter what happened
     * @param phase when
     * @param prices what an operation costs
     * @param mayBeLeftOut terms of which a missing price is accepted; a price that they do have still counts
     * @throws UnpricedTermException where another term was counted and lacks a price
     * @throws ArithmeticException where a total exceeds 64 bits
     */
    public Bill(OperationCounter counter, Phase phase, Prices prices, Set<Term> mayBeLeftOut) {
        this.prices = prices;
        this.barriers = counter.count(phase, Term.BARRIER);
        for (Term term : Term.values()) {
            long count = counter.count(phase, term);
            Price price = prices.of(term);
            if (count > 0) {
                require(term, "energy", count, price.energy(), mayBeLeftOut);
                require(term, "time", count, price.time(), mayBeLeftOut);
            }
            OptionalLong spent = times(price.energy(), count);
            OptionalLong taken = times(price.time(), counter.slowest(phase, term));
            energy = Math.addExact(energy, spent.orElse(0));
            time = Math.addExact(time, taken.orElse(0));
            lines.add(new Line(term, count, spent, taken));
        }
    }

    private void require(Term term, String what, long count, OptionalLong price, Set<Term> mayBeLeftOut) {
        if (price.isEmpty()) {
            if (!mayBeLeftOut.contains(term)) {
                throw new UnpricedTermException(term, what, count);
            }
            leftOut.add(term);
        }
    }

    private static OptionalLong times(OptionalLong price, long count) {
        return price.isEmpty() ? price : OptionalLong.of(Math.multiplyExact(price.getAsLong(), count));
    }

    /** One line a term, in the order of the terms. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** The line of a term. */
    public Line line(Term term) {
        return lines.get(term.ordinal());
    }

    /** The energy of all priced terms, tenths of a picojoule. */
    public long energy() {
        return energy;
    }

    /** The time of the slowest core of every step and the longest barrier, tenths of a nanosecond. */
    @Clause(value = "COST-10", form = Clause.Form.PART)
    public long time() {
        return time;
    }

    /** The same with the shortest barrier. */
    @Clause(value = "COST-10", form = Clause.Form.PART)
    public long leastTime() {
        long longest = prices.of(Term.BARRIER).time().orElse(0);
        return time - Math.multiplyExact(barriers, longest - Math.min(longest, Prices.LEAST_BARRIER_TIME));
    }

    /** Terms that were counted and of which energy or time is left out. */
    public Set<Term> leftOut() {
        return EnumSet.copyOf(leftOut);
    }
}
