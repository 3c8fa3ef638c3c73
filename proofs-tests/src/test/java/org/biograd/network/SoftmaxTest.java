package org.biograd.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import org.biograd.fixedpoint.Network;
import org.biograd.house.SpecText;
import org.biograd.spec.Clause;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.ErrorParameters;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;
import org.biograd.spec.profile.TimeParameters;
import org.junit.jupiter.api.Test;

/** The table of exponentials: as the text prints it, as mathematics has it, and as the network uses it. */
@Clause("ERR-2")
class SoftmaxTest {

    private static final int STEPS = 16;

    private static List<String> row(int number) {
        return SpecText.table("ERR-2").get(number);
    }

    private static BigInteger table(int d) {
        return d < 12 ? new BigInteger(row(1).get(1 + d)) : BigInteger.ZERO;
    }

    @Test
    void theTableIsTheRoundedExponential() {
        assertEquals(14, row(1).size());
        for (int d = 0; d < 12; d++) {
            assertEquals(String.valueOf(d), row(0).get(1 + d));
            assertEquals(SpecModel.computeExponential(d), table(d), "table(" + d + ")");
        }
        assertEquals("12 and more", row(0).get(13));
        assertEquals("0", row(1).get(13));
        assertEquals(BigInteger.ZERO, SpecModel.computeExponential(12));
    }

    /**
     * One output spikes at every step and the other never, so the difference of the counts passes through the whole
     * table.
     */
    @Test
    void theNetworkUsesEveryEntry() {
        Profile tiny = Profiles.tiny();
        Profile profile = new Profile(
                "softmax",
                new TimeParameters(STEPS, 0),
                tiny.weight(),
                tiny.soma(),
                tiny.trace(),
                tiny.eligibility(),
                // Sixteen fraction bits, so that even the last entry of the table can be seen in an error.
                new ErrorParameters(
                        ErrorFunction.SOFTMAX, 16, 31, 31, 4, 0, 0, tiny.error().rounding()),
                tiny.update(),
                tiny.feedback(),
                tiny.sleep());
        Network network = new Network(Shape.of(1, 2), profile, 3);
        System.arraycopy(new int[] {0, 0, 7, 0}, 0, network.weights(1), 0, 4);
        Log log = new Log();
        network.learn(0, SpikeTrain.of(new int[STEPS][1]), 0, log);
        int seen = 0;
        for (Log.Shown shown : log.all()) {
            if (shown.signal() != Signal.ERROR) {
                continue;
            }
            int d = shown.step() + 1;
            BigInteger one = BigInteger.TWO.pow(16);
            BigInteger sum = table(0).add(table(d));
            BigInteger expected = one.shiftLeft(1).multiply(table(d)).add(sum).divide(sum.shiftLeft(1));
            BigInteger expectedMost = one.shiftLeft(1)
                    .multiply(table(0))
                    .add(sum)
                    .divide(sum.shiftLeft(1))
                    .subtract(one);
            assertEquals(expectedMost, BigInteger.valueOf(shown.values()[0]), "difference " + d);
            assertEquals(expected, BigInteger.valueOf(shown.values()[1]), "difference " + d);
            assertTrue(d >= 12 || expected.signum() > 0, "entry " + d + " is visible");
            seen++;
        }
        assertEquals(STEPS, seen);
    }
}
