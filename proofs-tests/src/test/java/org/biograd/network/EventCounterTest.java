package org.biograd.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.run.RateCoded;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.fixedpoint.run.Trainer;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.SleepParameters;
import org.biograd.study.bench.Counts;
import org.biograd.study.bench.EventCounter;
import org.junit.jupiter.api.Test;

/**
 * What is counted beside the integer network is what can be counted, synapse by synapse, in the model that is written
 * from the clauses.
 */
class EventCounterTest {

    @Test
    void countsAreThoseOfTheModel() {
        Random random = new Random(31);
        Map<FeedbackPath, Long> fedBack = new EnumMap<>(FeedbackPath.class);
        int withError = 0;
        int withoutError = 0;
        for (int n = 0; n < 120; n++) {
            NetworkCase of = awake(NetworkCase.of(random));
            FeedbackPath path = of.profile().feedback().path();
            Tally tally = tally(of);
            Counts learned = count(of, true);
            Counts shown = count(of, false);
            assertEquals(tally.samples, learned.samples(), of::toString);
            assertEquals(tally.forward + tally.backward, learned.synapticEvents(), of::toString);
            assertEquals(tally.withError, learned.withError(), of::toString);
            assertEquals(tally.forward, shown.synapticEvents(), of::toString);
            assertEquals(0, shown.withError());
            fedBack.merge(path, tally.backward, Long::sum);
            withError += tally.withError;
            withoutError += tally.samples - tally.withError;
        }
        assertTrue(fedBack.get(FeedbackPath.DIRECT) > 1000, "cases with error spikes at feedback weights: " + fedBack);
        assertEquals(0, fedBack.get(FeedbackPath.LAYERWISE), "errors go from layer to layer as values");
        assertTrue(
                withError > 20 && withoutError > 20,
                withError + " samples with an error, " + withoutError + " without");
    }

    private static NetworkCase awake(NetworkCase of) {
        Profile p = of.profile();
        SleepParameters s = p.sleep();
        SleepParameters none =
                new SleepParameters(0, 0, s.trajectories(), s.steps(), s.hebbShift(), s.shift(), s.rounding());
        return of.with(new Profile(
                p.name(),
                p.time(),
                p.weight(),
                p.soma(),
                p.trace(),
                p.eligibility(),
                p.error(),
                p.update(),
                p.feedback(),
                none));
    }

    private static Counts count(NetworkCase of, boolean learning) {
        Network network = new Network(of.shape(), of.profile(), of.seed());
        Trainer trainer = new Trainer(network, new RateCoded(of.intensities(), of.seed()), of.labels());
        EventCounter counter =
                new EventCounter(of.shape(), of.profile().feedback().path(), learning);
        new Schedule(of.profile(), of.seed(), of.labels().length, of.epochs())
                .forEachRemaining(task -> trainer.perform(task, counter));
        return counter.counts();
    }

    private static final class Tally {
        private int samples;
        private long forward;
        private long backward;
        private int withError;
    }

    private static Tally tally(NetworkCase of) {
        Log log = new Log();
        SpecModel model = new SpecModel(of.sizes(), of.profile(), of.seed());
        model.showTo(log);
        model.train(of.intensities(), of.labels(), of.epochs());
        int[] size = of.sizes();
        int last = size.length - 1;
        Tally tally = new Tally();
        tally.samples = of.labels().length * of.epochs();
        int errorsOfSample = 0;
        int layersOfSample = 0;
        for (Log.Shown shown : log.all()) {
            int notZero = (int)
                    Arrays.stream(shown.values()).filter(value -> value != 0).count();
            if (shown.signal() == Signal.SPIKE && shown.layer() < last) {
                for (int synapse = 0; synapse < size[shown.layer() + 1]; synapse++) {
                    tally.forward += notZero;
                }
            } else if (shown.signal() == Signal.POSITIVE_ERROR_SPIKE || shown.signal() == Signal.NEGATIVE_ERROR_SPIKE) {
                for (int hidden = 1; hidden < last && of.profile().feedback().path() == FeedbackPath.DIRECT; hidden++) {
                    tally.backward += (long) notZero * size[hidden];
                }
            } else if (shown.signal() == Signal.LEARNING_ERROR) {
                // Every layer shows its own once a sample.
                errorsOfSample += notZero;
                if (++layersOfSample == last) {
                    tally.withError += errorsOfSample > 0 ? 1 : 0;
                    errorsOfSample = 0;
                    layersOfSample = 0;
                }
            }
        }
        return tally;
    }
}
