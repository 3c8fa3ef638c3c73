package org.biograd.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.biograd.fixedpoint.Digest;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.RateCoded;
import org.biograd.fixedpoint.Schedule;
import org.biograd.fixedpoint.Trainer;
import org.biograd.spec.Clause;
import org.biograd.spec.Observer;
import org.biograd.spec.Rounding;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.UpdateParameters;
import org.junit.jupiter.api.Test;

/**
 * A network that nobody watches computes whole samples at once, in vector code, and leaves out what nobody reads. It
 * must hold the bits of one that is watched step by step.
 */
@Clause({"NET-1", "ELIG-1", "ELIG-2", "ELIG-3", "ELIG-4", "LEARN-3", "OBS-2"})
class UnwatchedTest {

    private static final Observer NOBODY = (signal, layer, step, values) -> {};

    @Provide
    Arbitrary<NetworkCase> cases() {
        return Arbitraries.randomValue(random -> online(NetworkCase.of(random), random));
    }

    /** Online learning with draws in many of the cases: what the vector form of the update is made for. */
    static NetworkCase online(NetworkCase of, Random random) {
        Profile p = of.profile();
        UpdateParameters u = p.update();
        if (random.nextInt(3) == 0 || u.accumulatorFraction() == 0) {
            return of;
        }
        int shift = random.nextInt(8) == 0 ? 25 + random.nextInt(20) : u.shift();
        UpdateParameters changed = new UpdateParameters(
                u.hiddenMultiplier(),
                u.outputMultiplier(),
                shift,
                u.accumulatorBits(),
                u.accumulatorFraction(),
                Rounding.STOCHASTIC,
                1,
                u.halveEvery());
        return of.with(new Profile(
                p.name(),
                p.time(),
                p.weight(),
                p.soma(),
                p.trace(),
                p.eligibility(),
                p.error(),
                changed,
                p.feedback(),
                p.sleep()));
    }

    private static Network trained(NetworkCase of, Observer observer, boolean counting) {
        Network network = new Network(of.shape(), of.profile(), of.seed());
        network.countAllEvents(counting);
        Trainer trainer = new Trainer(network, new RateCoded(of.intensities(), of.seed()), of.labels());
        Schedule schedule = new Schedule(of.profile(), of.seed(), of.labels().length, of.epochs());
        while (schedule.hasNext()) {
            trainer.perform(schedule.next(), observer);
        }
        return network;
    }

    private static List<Long> events(Network network) {
        List<Long> counts = new ArrayList<>();
        for (Signal signal : Signal.values()) {
            counts.add(network.events().count(signal));
        }
        return counts;
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void theSameBitsAndTheSameEvents(@ForAll("cases") NetworkCase of) {
        requireSame(of);
    }

    static void requireSame(NetworkCase of) {
        Network watched = trained(of, NOBODY, true);
        Network unwatched = trained(of, null, true);
        assertEquals(Digest.of(watched), Digest.of(unwatched));
        assertEquals(events(watched), events(unwatched));
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void whoDoesNotCountHasTheSameBits(@ForAll("cases") NetworkCase of) {
        Network counting = trained(of, null, true);
        Network saving = trained(of, null, false);
        assertEquals(Digest.of(counting), Digest.of(saving));
        for (Signal signal : Signal.values()) {
            long all = counting.events().count(signal);
            long some = saving.events().count(signal);
            boolean left = signal == Signal.TRACE || signal == Signal.ELIGIBILITY;
            assertTrue(left ? some <= all : some == all, signal + ": " + some + " of " + all);
        }
    }

    /**
     * One network goes through samples watched and unwatched in turn: neither leaves anything behind that the other
     * would read.
     */
    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void watchingNowAndThenChangesNothing(@ForAll("cases") NetworkCase of) {
        Network now = new Network(of.shape(), of.profile(), of.seed());
        Trainer trainer = new Trainer(now, new RateCoded(of.intensities(), of.seed()), of.labels());
        Schedule schedule = new Schedule(of.profile(), of.seed(), of.labels().length, of.epochs());
        for (int task = 0; schedule.hasNext(); task++) {
            trainer.perform(schedule.next(), task % 2 == 0 ? null : NOBODY);
        }
        assertEquals(Digest.of(trained(of, NOBODY, true)), Digest.of(now));
    }

    @Test
    void theCasesMeetWhatTheFastFormsTreatApart() {
        Random random = new Random(5);
        long eligibilities = 0;
        long accumulators = 0;
        long weights = 0;
        for (int i = 0; i < 300; i++) {
            Network network = trained(online(NetworkCase.of(random), random), null, true);
            eligibilities += network.events().count(Signal.ELIGIBILITY);
            accumulators += network.events().count(Signal.WEIGHT_CHANGE);
            weights += network.events().count(Signal.WEIGHT);
        }
        assertTrue(
                eligibilities > 100 && accumulators > 100 && weights > 100,
                eligibilities + " " + accumulators + " " + weights);
    }
}
