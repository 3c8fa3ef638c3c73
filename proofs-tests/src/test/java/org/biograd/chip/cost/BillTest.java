package org.biograd.chip.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.biograd.fixedpoint.Network;
import org.biograd.house.SpecText;
import org.biograd.loihi.Basis;
import org.biograd.loihi.cost.Bill;
import org.biograd.loihi.cost.OperationCounter;
import org.biograd.loihi.cost.Phase;
import org.biograd.loihi.cost.Price;
import org.biograd.loihi.cost.Prices;
import org.biograd.loihi.cost.Term;
import org.biograd.loihi.cost.UnpricedTermException;
import org.biograd.loihi.placement.Blueprint;
import org.biograd.loihi.placement.Chip;
import org.biograd.loihi.placement.Placement;
import org.biograd.spec.Clause;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;
import org.junit.jupiter.api.Test;

class BillTest {

    private static final Set<Term> UNPRICED =
            EnumSet.of(Term.INJECTED_SPIKE, Term.RANDOM_NUMBER, Term.HOST_READ, Term.HOST_WRITE, Term.BARRIER);

    /** One sample of a small network that is spread over several cores and tiles. */
    private static OperationCounter counted() {
        Profile profile = Profiles.loihi();
        Shape shape = Shape.of(4, 5, 3);
        Chip chip = new Chip(1, 16, 8, 100, 100, 100_000, 1, 2);
        Placement placement = new Placement(new Blueprint(shape, profile, Blueprint.Sleep.CHIP), chip);
        OperationCounter counter = new OperationCounter(placement, Prices.published());
        int[][] spikes = new int[profile.time().steps()][];
        for (int t = 0; t < spikes.length; t++) {
            spikes[t] = new int[] {1, t % 2, 1, t % 3 == 0 ? 1 : 0};
        }
        Network network = new Network(shape, profile, 3);
        counter.training();
        for (int n = 0; n < 20; n++) {
            network.learn(n, SpikeTrain.of(spikes), n % 3, counter);
            network.update(counter);
        }
        return counter;
    }

    @Test
    @Clause("COST-8")
    void thePricesAreThoseOfTheText() {
        List<List<String>> rows = SpecText.table("COST-8");
        assertEquals(Term.values().length, rows.size() - 1);
        for (Term term : Term.values()) {
            Price price = Prices.published().of(term);
            assertEquals(
                    List.of(
                            term.words(),
                            text(price.energy()),
                            text(price.time()),
                            price.basis().name()),
                    rows.get(term.ordinal() + 1));
        }
    }

    private static String text(OptionalLong tenths) {
        return tenths.isEmpty()
                ? "-"
                : BigDecimal.valueOf(tenths.getAsLong()).movePointLeft(1).toPlainString();
    }

    @Test
    @Clause("COST-9")
    void aTotalIsTheSumOfCountsTimesPrices() {
        OperationCounter counter = counted();
        Bill bill = new Bill(counter, Phase.TRAINING, Prices.published(), UNPRICED);

        BigDecimal energy = BigDecimal.ZERO;
        for (List<String> row : SpecText.table("COST-8").subList(1, 14)) {
            Bill.Line line = bill.lines().stream()
                    .filter(each -> each.term().words().equals(row.get(0)))
                    .findFirst()
                    .orElseThrow();
            assertEquals(counter.count(Phase.TRAINING, line.term()), line.count());
            if (row.get(1).equals("-")) {
                assertEquals(OptionalLong.empty(), line.energy(), row.get(0));
            } else {
                energy = energy.add(new BigDecimal(row.get(1)).multiply(BigDecimal.valueOf(line.count())));
            }
        }
        assertEquals(0, energy.compareTo(BigDecimal.valueOf(bill.energy(), 1)), energy + " pJ");
        assertEquals(UNPRICED, bill.leftOut());
        for (Term message : List.of(Term.HOP_EAST_WEST, Term.HOP_NORTH_SOUTH, Term.SPIKE_WITHIN_TILE)) {
            assertTrue(bill.line(message).count() > 0, "the case has every kind of message");
        }
    }

    @Test
    @Clause("COST-10")
    void theTimeIsThatOfTheSlowestCoresAndTheBarriers() {
        OperationCounter counter = counted();
        Bill bill = new Bill(counter, Phase.TRAINING, Prices.published(), UNPRICED);

        BigDecimal time = BigDecimal.ZERO;
        for (List<String> row : SpecText.table("COST-8").subList(1, 8)) {
            Term term = bill.lines().stream()
                    .filter(line -> line.term().words().equals(row.get(0)))
                    .findFirst()
                    .orElseThrow()
                    .term();
            time = time.add(
                    new BigDecimal(row.get(2)).multiply(BigDecimal.valueOf(counter.slowest(Phase.TRAINING, term))));
        }
        BigDecimal steps = BigDecimal.valueOf(20 * 20);
        assertEquals(0, time.add(steps.multiply(new BigDecimal("465"))).compareTo(BigDecimal.valueOf(bill.time(), 1)));
        assertEquals(
                0, time.add(steps.multiply(new BigDecimal("113"))).compareTo(BigDecimal.valueOf(bill.leastTime(), 1)));
    }

    @Test
    @Clause("COST-9")
    void aTotalWithATermWithoutAPriceIsRefused() {
        OperationCounter counter = counted();
        for (Term term : UNPRICED) {
            Set<Term> others = EnumSet.copyOf(UNPRICED);
            others.remove(term);

            UnpricedTermException refusal = assertThrows(
                    UnpricedTermException.class, () -> new Bill(counter, Phase.TRAINING, Prices.published(), others));

            assertEquals(term, refusal.term());
            assertEquals(
                    term.words() + ": " + counter.count(Phase.TRAINING, term)
                            + " counted, and no energy of one is known; a total must leave the term out by name",
                    refusal.getMessage());
        }
    }

    @Test
    @Clause("COST-9")
    void aTermThatDidNotHappenNeedsNoPrice() {
        // No message left the chip, nothing slept: neither has to be left out.
        OperationCounter counter = counted();

        assertEquals(0, counter.count(Phase.TRAINING, Term.CHIP_CROSSING));
        assertEquals(0, new Bill(counter, Phase.SLEEP, Prices.published(), Set.of()).energy());
    }

    @Test
    @Clause("COST-9")
    void aTermWithAnEnergyAndNoTimeIsRefusedToo() {
        List<Price> prices = new ArrayList<>();
        for (Term term : Term.values()) {
            prices.add(new Price(
                    term,
                    OptionalLong.of(1),
                    term == Term.HOST_READ ? OptionalLong.empty() : OptionalLong.of(1),
                    Basis.OURS,
                    "test"));
        }

        UnpricedTermException refusal = assertThrows(
                UnpricedTermException.class, () -> new Bill(counted(), Phase.TRAINING, new Prices(prices), Set.of()));

        assertEquals(Term.HOST_READ, refusal.term());
        Bill bill = new Bill(counted(), Phase.TRAINING, new Prices(prices), EnumSet.of(Term.HOST_READ));
        assertEquals(
                bill.lines().stream().mapToLong(Bill.Line::count).sum(),
                bill.energy(),
                "a price that is there still counts");
    }

    @Test
    @Clause("COST-8")
    void aListSaysSomethingOfEveryTermOnce() {
        Price one = Prices.published().of(Term.BARRIER);

        assertEquals(
                "synaptic events: the list does not say what is known of it",
                assertThrows(IllegalArgumentException.class, () -> new Prices(List.of(one)))
                        .getMessage());
        assertEquals(
                "barriers: two prices",
                assertThrows(IllegalArgumentException.class, () -> new Prices(List.of(one, one)))
                        .getMessage());
        assertEquals(
                "barriers: a price is not below 0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Price(
                                        Term.BARRIER, OptionalLong.of(-1), OptionalLong.empty(), Basis.OURS, ""))
                        .getMessage());
    }

    @Test
    @Clause("COST-9")
    void aTotalBeyond64BitsIsRefused() {
        List<Price> prices = new ArrayList<>();
        for (Term term : Term.values()) {
            prices.add(new Price(term, OptionalLong.of(Long.MAX_VALUE), OptionalLong.of(1), Basis.OURS, "test"));
        }

        assertThrows(
                ArithmeticException.class, () -> new Bill(counted(), Phase.TRAINING, new Prices(prices), Set.of()));
    }
}
