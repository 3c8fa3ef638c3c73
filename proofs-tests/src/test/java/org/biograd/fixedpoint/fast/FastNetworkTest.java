package org.biograd.fixedpoint.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.biograd.fixedpoint.Digest;
import org.biograd.fixedpoint.IntegerNetwork;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.run.RateCoded;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.fixedpoint.run.Trainer;
import org.biograd.network.NetworkCase;
import org.biograd.network.NetworkContract;
import org.biograd.spec.Observer;
import org.biograd.spec.Signal;

/** The fast form, on one thread; {@code T9AnyNumberOfThreadsTest} has the others. */
class FastNetworkTest extends NetworkContract {

    @Override
    protected IntegerNetwork trained(NetworkCase of) {
        return trained(of, true);
    }

    private static FastNetwork trained(NetworkCase of, boolean counting) {
        FastNetwork network = new FastNetwork(of.shape(), of.profile(), of.seed());
        network.countAllEvents(counting);
        try (ParallelTrainer trainer =
                new ParallelTrainer(network, FastRateCoder.source(of.intensities(), of.seed()), of.labels(), 1)) {
            new Schedule(of.profile(), of.seed(), of.labels().length, of.epochs()).forEachRemaining(trainer::perform);
        }
        return network;
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void whoDoesNotCountHasTheSameBits(@ForAll("cases") NetworkCase of) {
        FastNetwork counting = trained(of, true);
        FastNetwork saving = trained(of, false);
        assertEquals(Digest.of(counting), Digest.of(saving));
        for (Signal signal : Signal.values()) {
            long all = counting.events().count(signal);
            long some = saving.events().count(signal);
            boolean left = signal == Signal.TRACE || signal == Signal.ELIGIBILITY;
            assertTrue(left ? some <= all : some == all, signal + ": " + some + " of " + all);
        }
    }

    /** A training goes on in the other form after each task: no form has more in it than its weights say. */
    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void theFormsCanTakeTurns(@ForAll("cases") NetworkCase of) {
        Network plain = new Network(of.shape(), of.profile(), of.seed());
        FastNetwork fast = new FastNetwork(of.shape(), of.profile(), of.seed());
        Trainer plainly = new Trainer(plain, new RateCoded(of.intensities(), of.seed()), of.labels());
        Schedule schedule = new Schedule(of.profile(), of.seed(), of.labels().length, of.epochs());
        try (ParallelTrainer fastly =
                new ParallelTrainer(fast, FastRateCoder.source(of.intensities(), of.seed()), of.labels(), 1)) {
            while (schedule.hasNext()) {
                plainly.perform(schedule.next(), Observer.NONE);
                fast.copyWeights(plain);
                if (schedule.hasNext()) {
                    fastly.perform(schedule.next());
                    plain.copyWeights(fast);
                }
            }
        }
        assertEquals(Digest.of(trained(of, true)), Digest.of(plain));
    }
}
