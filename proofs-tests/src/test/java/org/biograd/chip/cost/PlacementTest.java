package org.biograd.chip.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.biograd.house.SpecText;
import org.biograd.loihi.placement.Blueprint;
import org.biograd.loihi.placement.Chip;
import org.biograd.loihi.placement.Core;
import org.biograd.loihi.placement.Limit;
import org.biograd.loihi.placement.Placement;
import org.biograd.loihi.placement.PlacementException;
import org.biograd.loihi.placement.Route;
import org.biograd.spec.Clause;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profiles;
import org.junit.jupiter.api.Test;

class PlacementTest {

    /** Eight compartments a core, two cores a tile, tiles in one column. */
    private static final Chip SMALL = new Chip(1, 4, 8, 100, 100, 100_000, 2, 1);

    private static Blueprint blueprint(int... sizes) {
        return new Blueprint(Shape.of(sizes), Profiles.loihi(), Blueprint.Sleep.CHIP);
    }

    private static void assertRefused(Limit limit, String message, Chip chip, int... sizes) {
        PlacementException refusal =
                assertThrows(PlacementException.class, () -> new Placement(blueprint(sizes), chip));
        assertEquals(message, refusal.getMessage());
        assertEquals(limit, refusal.limit());
    }

    @Test
    @Clause("COST-1")
    void theLimitsAreThoseOfTheText() {
        List<List<String>> rows = SpecText.table("COST-1");
        assertEquals(Limit.values().length, rows.size() - 1);
        for (Limit limit : Limit.values()) {
            assertEquals(
                    List.of(
                            limit.words(),
                            Integer.toString(limit.value()),
                            limit.basis().name()),
                    rows.get(limit.ordinal() + 1));
        }
        assertEquals(new Chip(3, 128, 1024, 4096, 4096, 128 * 1024 * 8, 4, 8), Chip.loihi(3));
    }

    @Test
    @Clause("COST-1")
    void theLastCoreOfAChipIsInItsLastCorner() {
        Chip chip = Chip.loihi(2);

        assertEquals(List.of(7, 3, 0), List.of(chip.column(127), chip.row(127), chip.chip(127)));
        assertEquals(List.of(0, 0, 1), List.of(chip.column(128), chip.row(128), chip.chip(128)));
        assertEquals(List.of(31, 32, 32, 33), List.of(chip.tile(127), chip.tile(128), chip.tile(131), chip.tile(132)));
        assertEquals(List.of(1, 1), List.of(chip.column(36), chip.row(36)));
    }

    /** 2-3-2 by hand: 3 neurons of 4 compartments, 2 of 4, 4 error neurons of 2, in cores of 8. */
    @Test
    @Clause({"COST-2", "COST-3", "COST-4"})
    void aSmallNetworkIsPlacedAsWorkedOutByHand() {
        List<Core> cores = new Placement(blueprint(2, 3, 2), SMALL).cores();

        // Inputs 2, bias, 4 error neurons: 7 lists. Forward ones have 2 x 28 bits, feedback ones 2 x 19.
        assertEquals(new Core(0, List.of("layer 1: 0..1"), 8, 7, 2 * 2, 7 * 64), cores.get(0));
        // The same 7, of which positive and negative 0 also end at output 0, and layer 1 (3), its bias (1), its
        // negative noise (3).
        assertEquals(new Core(1, List.of("layer 1: 2", "layer 2: 0"), 8, 14, 2, 14 * 64), cores.get(1));
        // Output 1: layer 1 (3), bias, noise (3), positive 1, negative 1; the positive error neurons reach themselves.
        assertEquals(new Core(2, List.of("layer 2: 1", "positive errors: 0..1"), 8, 10, 3 + 3, 10 * 64), cores.get(2));
        assertEquals(new Core(3, List.of("negative errors: 0..1"), 4, 2, 3 + 4, 2 * 64), cores.get(3));
        assertEquals(4, cores.size());
    }

    @Test
    @Clause("COST-3")
    void aListBeginsAtAWord() {
        // Inputs into 3 neurons on one core: 3 x 28 = 84 bits, two words; feedback 3 x 19 = 57, one word.
        Chip wide = new Chip(1, 4, 12, 100, 100, 100_000, 2, 1);

        Core first = new Placement(blueprint(2, 3, 2), wide).cores().get(0);

        assertEquals(3 * 128 + 4 * 64, first.synapticBits());
    }

    @Test
    @Clause("COST-5")
    void routesAreThoseWorkedOutByHand() {
        Placement placement = new Placement(blueprint(2, 3, 2), SMALL);
        Blueprint of = placement.blueprint();

        // Cores 0 and 1 are one tile, 2 and 3 the one south of it.
        assertEquals(new Route(2, 1, 0, 1, 0), placement.route(of.layer(1), 0));
        assertEquals(new Route(0, 0, 0, 0, 0), placement.route(of.layer(2), 1));
        assertEquals(new Route(3, 1, 0, 2, 0), placement.route(of.positiveErrors(), 1));
        assertEquals(new Route(4, 2, 0, 2, 0), placement.route(of.negativeErrors(), 1));
        assertEquals(new Route(2, 0, 0, 0, 0), placement.route(of.layer(0), 0));
        assertEquals(2, placement.tiles());
    }

    @Test
    @Clause("COST-5")
    void messagesToOtherChipsAreCountedApart() {
        Chip twoSmall = new Chip(2, 2, 8, 100, 100, 100_000, 2, 1);

        Placement placement = new Placement(blueprint(2, 3, 2), twoSmall);

        assertEquals(
                new Route(4, 2, 0, 0, 2), placement.route(placement.blueprint().negativeErrors(), 1));
    }

    /**
     * 784-100-10 needs 785 lists of 28 n bits and 20 of 19 n for n neurons: 45 fill 20 words each, 46 would take 21.
     */
    @Test
    @Clause("COST-4")
    void aNetworkForMnistIsSplitByItsSynapticMemory() {
        List<Core> cores = new Placement(blueprint(784, 100, 10), Chip.loihi(1)).cores();

        assertEquals(List.of("layer 1: 0..44"), cores.get(0).holds());
        assertEquals(List.of("layer 1: 45..89"), cores.get(1).holds());
        assertEquals((785 * 20 + 20 * 14) * 64, cores.get(0).synapticBits());
        assertEquals(3, cores.size());
    }

    @Test
    @Clause("COST-4")
    void everyLimitIsNamedWhereItIsExceeded() {
        assertRefused(
                Limit.COMPARTMENTS,
                "compartments of core 0: neuron 0 of layer 1 alone needs 4, a core has 3",
                new Chip(1, 4, 3, 100, 100, 100_000, 2, 1),
                2,
                3,
                2);
        assertRefused(
                Limit.INPUT_AXONS,
                "input axons of core 3: neuron 0 of layer 2 alone needs 9, a core has 8",
                new Chip(1, 9, 4, 8, 100, 100_000, 2, 1),
                2,
                3,
                2);
        assertRefused(
                Limit.SYNAPTIC_BITS,
                "synaptic bits of core 0: neuron 0 of layer 1 alone needs 448, a core has 447",
                new Chip(1, 9, 8, 100, 100, 447, 2, 1),
                2,
                3,
                2);
        assertRefused(
                Limit.CORES, "cores: 4 needed, 1 chip has 3", new Chip(1, 3, 8, 100, 100, 100_000, 2, 1), 2, 3, 2);
        assertRefused(
                Limit.CORES, "cores: 4 needed, 3 chips have 3", new Chip(3, 1, 8, 100, 100, 100_000, 2, 1), 2, 3, 2);
        assertRefused(
                Limit.OUTPUT_AXONS,
                "output axons of core 2: 6 needed, a core has 5",
                new Chip(1, 4, 8, 100, 5, 100_000, 2, 1),
                2,
                3,
                2);
    }

    @Test
    void theChipItselfHasTheseLimits() {
        // 2050 hidden neurons, their bias, their negative noise, and the error neurons of the own output.
        assertRefused(
                Limit.INPUT_AXONS,
                "input axons of core 9: neuron 0 of layer 2 alone needs 4103, a core has 4096",
                Chip.loihi(1),
                8,
                2050,
                10);
    }

    @Test
    void aChipWithoutACoreIsRefused() {
        assertEquals(
                "chips: 65 is not within 1..64",
                assertThrows(IllegalArgumentException.class, () -> Chip.loihi(65))
                        .getMessage());
        assertEquals(
                "chips: 0 is not within 1..64",
                assertThrows(IllegalArgumentException.class, () -> Chip.loihi(0))
                        .getMessage());
        assertEquals(
                "cores: 0; at least 1 is needed",
                assertThrows(IllegalArgumentException.class, () -> new Chip(1, 0, 1, 1, 1, 1, 1, 1))
                        .getMessage());
    }

    @Test
    @Clause("COST-2")
    void whereTheHostSleepsThereIsNoNegatedCopy() {
        Blueprint host = new Blueprint(Shape.of(2, 3, 2), Profiles.loihi(), Blueprint.Sleep.HOST);

        assertEquals(14 - 3, new Placement(host, SMALL).cores().get(1).inputAxons());
        assertThrows(IllegalStateException.class, () -> host.negativeNoise(1));
    }

    @Test
    @Clause("COST-2")
    void aProfileThatDoesNotFitIsRefusedWithItsReasons() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> new Blueprint(Shape.of(2, 2), Profiles.wide(), Blueprint.Sleep.CHIP))
                .getMessage();

        assertEquals(
                0,
                message.indexOf(
                        "profile wide does not fit the chip: soma.currentBits: 32 bits exceed the 24 of CURRENT"),
                message);
    }
}
