package org.biograd.fixedpoint.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.biograd.spec.Clause;
import org.biograd.spec.SpikeTrain;
import org.junit.jupiter.api.Test;

/**
 * A source of rate-coded samples gives the trains of a coder: by the number of the sample, whichever it is of the set.
 */
@Clause("NET-3")
class RateCodedTest {

    private static final byte[][] INTENSITIES = {{10, 100, -1, 0}, {-100, 50, 60, 70}};

    private static String text(SpikeTrain train) {
        StringBuilder text = new StringBuilder();
        for (int t = 0; t < train.steps(); t++) {
            text.append('|');
            for (int e = train.begin(t); e < train.end(t); e++) {
                text.append(train.neuron(e));
            }
        }
        return text.toString();
    }

    @Test
    void trainsAreThoseOfACoder() {
        InputSource source = new RateCoded(INTENSITIES, 5);
        assertEquals(2, source.size());
        assertEquals(4, source.inputs());
        SpikeTrain expected = new SpikeTrain(4, 30);
        SpikeTrain train = new SpikeTrain(4, 30);
        for (InputSource each : new InputSource[] {source, source.copy()}) {
            new RateCoder(5).encodeTraining(77, INTENSITIES[1], expected);
            each.training(77, 1, train);
            assertEquals(text(expected), text(train));
            new RateCoder(5).encodeTest(1, INTENSITIES[1], expected);
            each.test(1, train);
            assertEquals(text(expected), text(train));
        }
        assertThrows(IndexOutOfBoundsException.class, () -> source.test(2, train));
        assertThrows(IllegalArgumentException.class, () -> source.test(0, new SpikeTrain(5, 30)));
    }
}
