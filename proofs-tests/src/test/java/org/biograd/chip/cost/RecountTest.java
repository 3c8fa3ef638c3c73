package org.biograd.chip.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.SleepNoise;
import org.biograd.fixedpoint.run.RateCoder;
import org.biograd.loihi.cost.OperationCounter;
import org.biograd.loihi.cost.Phase;
import org.biograd.loihi.cost.Prices;
import org.biograd.loihi.cost.Term;
import org.biograd.loihi.placement.Blueprint;
import org.biograd.loihi.placement.Chip;
import org.biograd.loihi.placement.Core;
import org.biograd.loihi.placement.Placement;
import org.biograd.loihi.placement.PlacementException;
import org.biograd.spec.Clause;
import org.biograd.spec.Observer;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.Values;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.ProfileReader;
import org.biograd.spec.profile.Profiles;

/** Placement and counts of random networks on random chips, against a second, slow model of the same clauses. */
class RecountTest {

    private static final Map<Phase, Map<Term, Long>> SEEN = new EnumMap<>(Phase.class);

    private static int placed;
    private static int refused;

    /** Everything that a case is made of. */
    record Case(Shape shape, Profile profile, Chip chip, Blueprint.Sleep sleep, long seed) {

        static Case of(Random random) {
            int[] sizes = new int[2 + random.nextInt(3)];
            for (int l = 0; l < sizes.length; l++) {
                sizes[l] = 1 + random.nextInt(6);
            }
            int steps = 2 + random.nextInt(6);
            String text = ProfileReader.write(Profiles.loihi());
            text = with(text, "time.steps", steps);
            text = with(text, "time.softStart", random.nextInt(steps));
            text = with(text, "weight.spread", 400 + random.nextInt(800));
            text = with(text, "trace.keep", random.nextInt(4) == 0 ? 0 : 1000);
            text = with(text, "trace.impulse", 1 + random.nextInt(60));
            text = with(text, "eligibility.bits", 2 + random.nextInt(8));
            text = with(text, "sleep.trajectories", 1 + random.nextInt(3));
            text = with(text, "sleep.steps", 1 + random.nextInt(6));
            text = with(text, "trace.rounding", random.nextBoolean() ? "STOCHASTIC" : "FLOOR");
            text = with(text, "update.rounding", random.nextBoolean() ? "STOCHASTIC" : "NEAREST_EVEN");
            text = with(text, "error.function", random.nextBoolean() ? "SOFTMAX" : "DIFFERENCE");
            Chip chip = new Chip(
                    1 + random.nextInt(3),
                    1 + random.nextInt(9),
                    4 + random.nextInt(40),
                    6 + random.nextInt(60),
                    6 + random.nextInt(60),
                    64 * (10 + random.nextInt(80)),
                    1 + random.nextInt(4),
                    1 + random.nextInt(3));
            Blueprint.Sleep sleep = random.nextInt(5) == 0 ? Blueprint.Sleep.HOST : Blueprint.Sleep.CHIP;
            return new Case(Shape.of(sizes), ProfileReader.read("case", text), chip, sleep, random.nextLong());
        }

        private static String with(String text, String key, Object value) {
            return text.replaceAll("(?m)^" + key.replace(".", "\\.") + " *=.*$", key + " = " + value);
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.randomValue(Case::of);
    }

    @Property(tries = 250, shrinking = ShrinkingMode.OFF)
    @Clause({"COST-2", "COST-3", "COST-4", "COST-5", "COST-6", "COST-7", "COST-10"})
    void placementAndCountsAreThoseOfTheSlowModel(@ForAll("cases") Case of) {
        CostModel model =
                new CostModel(of.shape(), of.profile().eligibility().bits(), Recount.onChip(of.sleep()), of.chip());
        String refusal = model.place();
        Placement placement;
        try {
            placement = new Placement(new Blueprint(of.shape(), of.profile(), of.sleep()), of.chip());
        } catch (PlacementException e) {
            assertNotNull(refusal, "refused though there is room: " + e.getMessage());
            assertTrue(e.getMessage().startsWith(refusal), e.getMessage() + " should begin with " + refusal);
            refused++;
            return;
        }
        assertEquals(null, refusal, "the model finds no room");
        placed++;
        samePlacement(model, placement);
        sameCounts(of, model, placement);
    }

    private static void samePlacement(CostModel model, Placement placement) {
        assertEquals(model.cores, placement.cores().size());
        for (Core core : placement.cores()) {
            int c = core.number();
            assertEquals(
                    List.of(model.compartments(c), model.lists(c).size(), model.outputAxons(c), model.synapticBits(c)),
                    List.of(core.compartments(), core.inputAxons(), core.outputAxons(), core.synapticBits()),
                    "compartments, input axons, output axons and bits of core " + c);
        }
    }

    private static void sameCounts(Case of, CostModel model, Placement placement) {
        OperationCounter counter = new OperationCounter(placement, Prices.published());
        boolean chipSleeps = Recount.onChip(of.sleep());
        Recount training = new Recount(model, of.shape(), of.profile(), chipSleeps);
        Recount asleep = new Recount(model, of.shape(), of.profile(), chipSleeps);
        Recount test = new Recount(model, of.shape(), of.profile(), chipSleeps);
        Network network = new Network(of.shape(), of.profile(), of.seed());
        Random random = new Random(of.seed());
        SpikeTrain input =
                new SpikeTrain(of.shape().inputs(), of.profile().time().steps());
        for (int n = 0; n < 2; n++) {
            byte[] intensities = new byte[of.shape().inputs()];
            random.nextBytes(intensities);
            new RateCoder(of.seed()).encodeTraining(n, intensities, input);
            int label = random.nextInt(of.shape().outputs());

            counter.training();
            Observer both = both(counter, training);
            network.learn(n, input, label, both);
            network.update(both);
            training.sample(true);

            counter.sleep(new SleepNoise(of.seed()).of(n));
            network.sleep(n, both(counter, sleepers(of, asleep, n)));

            counter.test();
            network.copy().learn(n, input, label, both(counter, test));
            test.sample(false);
        }
        compare(Phase.TRAINING, counter, training);
        compare(Phase.SLEEP, counter, asleep);
        compare(Phase.TEST, counter, test);
        assertEquals(
                List.of(2L, 2L, 2L),
                List.of(counter.finished(Phase.TRAINING), counter.finished(Phase.SLEEP), counter.finished(Phase.TEST)));
    }

    /** Hands the recording over as soon as the run of a layer is over. */
    private static Observer sleepers(Case of, Recount recount, int number) {
        return new Observer() {
            @Override
            public void observe(Signal signal, int layer, int step, Values values) {
                recount.observe(signal, layer, step, values);
                if (signal == Signal.FEEDBACK_WEIGHT) {
                    int trajectories = of.profile().sleep().trajectories();
                    SpikeTrain[] positive = new SpikeTrain[trajectories];
                    SpikeTrain[] negative = new SpikeTrain[trajectories];
                    SleepNoise noise = new SleepNoise(of.seed()).of(number);
                    for (int m = 0; m < trajectories; m++) {
                        positive[m] = new SpikeTrain(
                                of.shape().size(layer), of.profile().sleep().steps());
                        negative[m] = new SpikeTrain(
                                of.shape().size(layer), of.profile().sleep().steps());
                        noise.fill(layer, m, positive[m], negative[m]);
                    }
                    recount.sleep(layer, positive, negative);
                }
            }
        };
    }

    private static Observer both(Observer one, Observer other) {
        return (signal, layer, step, values) -> {
            one.observe(signal, layer, step, values);
            other.observe(signal, layer, step, values);
        };
    }

    private static void compare(Phase phase, OperationCounter counter, Recount recount) {
        for (Term term : Term.values()) {
            long expected = recount.total.getOrDefault(term, 0L);
            assertEquals(expected, counter.count(phase, term), phase + ", " + term);
            assertEquals(
                    recount.slowest.getOrDefault(term, 0L),
                    placed(term) ? counter.slowest(phase, term) : 0,
                    phase + ", slowest, " + term);
            SEEN.computeIfAbsent(phase, each -> new EnumMap<>(Term.class)).merge(term, expected, Long::sum);
        }
    }

    /** Whether the slow model has the term of the slowest core: it has those that take time. */
    private static boolean placed(Term term) {
        return Prices.published().of(term).time().isPresent();
    }

    @AfterContainer
    static void theCasesWereWorthIt() {
        assertTrue(placed > 40 && refused > 20, placed + " cases were placed, " + refused + " refused");
        List<String> never = new ArrayList<>();
        for (Term term : Term.values()) {
            if (SEEN.get(Phase.TRAINING).get(term) == 0) {
                never.add(term.words());
            }
        }
        assertEquals(List.of(), never, "terms that no case had");
        for (Phase phase : List.of(Phase.SLEEP, Phase.TEST)) {
            assertTrue(
                    SEEN.get(phase).get(Term.INACTIVE_UPDATE) > 0
                            && SEEN.get(phase).get(Term.SYNAPTIC_EVENT) > 0,
                    phase.toString());
        }
    }
}
