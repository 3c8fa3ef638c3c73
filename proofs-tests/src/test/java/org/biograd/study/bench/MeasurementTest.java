package org.biograd.study.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeasurementTest {

    private static final NamedNetwork NETWORK = NamedNetwork.ALL.get(0);

    private static Measurement of(Activity activity, int sleeps, Long... millis) {
        List<Long> nanos =
                List.of(millis).stream().map(time -> time * 1_000_000).toList();
        return new Measurement(NETWORK, "data", activity, 100, sleeps, nanos, Optional.of(new Counts(100, 5_000, 30)));
    }

    @Test
    void timesAreThoseOfASample() {
        Measurement odd = of(Activity.TEST, 0, 900L, 200L, 400L);
        assertEquals(4, odd.median());
        assertEquals(2, odd.least());
        assertEquals(9, odd.largest());
        assertEquals(6, of(Activity.TEST, 0, 900L, 200L, 400L, 800L).median());
    }

    @Test
    void ratesAreThoseOfTheMedian() {
        Measurement learned = of(Activity.TRAINING_WITHOUT_SLEEP, 0, 900L, 200L, 400L);
        assertEquals(110 * 20, NETWORK.neuronSteps());
        assertEquals(110 * 20 / 0.004, learned.neuronStepsPerSecond(), 1e-6);
        assertEquals(5_000 / 0.4, learned.synapticEventsPerSecond(), 1e-6);
        assertEquals(0.3, learned.withError(), 1e-12);
    }

    @Test
    void whatIsNotKnownIsNoNumber() {
        Measurement slept = of(Activity.TRAINING_WITH_SLEEP, 1, 400L);
        assertTrue(Double.isNaN(slept.neuronStepsPerSecond()) && Double.isNaN(slept.synapticEventsPerSecond()));
        assertEquals(0.3, slept.withError(), 1e-12);
        assertTrue(Double.isNaN(of(Activity.TEST, 0, 400L).withError()));
        Measurement uncounted = new Measurement(NETWORK, "data", Activity.TEST, 100, 0, List.of(1L), Optional.empty());
        assertTrue(Double.isNaN(uncounted.synapticEventsPerSecond()));
        assertTrue(uncounted.neuronStepsPerSecond() > 0);
    }
}
