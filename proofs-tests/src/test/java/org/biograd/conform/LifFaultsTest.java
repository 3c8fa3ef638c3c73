package org.biograd.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.biograd.conform.judge.Discrepancy;
import org.biograd.conform.judge.Finding;
import org.biograd.conform.shrink.Failure;
import org.biograd.io.ProgressListener;
import org.biograd.kit.generate.CaseBounds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes planted in a compartment are found, located where they first show, and shown in a case of few steps. */
class LifFaultsTest {

    private static final int CASES = 120;
    private static final List<String> SIGNALS = List.of("u", "v", "s");

    @ParameterizedTest
    @CsvSource({
        "AT_LEAST, 1",
        "FLOOR_DECAY, 2",
        "SATURATED_CURRENT, 1",
        "SUBTRACTED_THRESHOLD, 1",
        "SHORT_REFRACTORY, 2",
        "LONG_REFRACTORY, 2",
        "BIAS_NOT_SHIFTED, 1"
    })
    void aPlantedFaultIsFoundAndMadeSmall(LifFault fault, int steps) throws Exception {
        ConformSettings settings =
                new ConformSettings("peer", List.of(LifCases.OP), CASES, 7, List.of(), Claims.ALL, 20);
        ConformResult result =
                new Conformance(settings, Peer.command("plain", fault), new LifCases(), ProgressListener.NONE).run();
        OperationResult only = result.operations().get(0);
        Failure failure = only.failure().orElseThrow();
        assertEquals(List.of(), result.faults());
        assertEquals(failing(fault), only.failed());
        for (Finding finding : List.of(failure.first(), failure.smallest())) {
            located(fault, finding);
        }
        ObjectNode small = failure.smallest().question();
        int left = small.get("in").get("a").size();
        assertTrue(left <= steps, small.toString());
    }

    private static long failing(LifFault fault) {
        var cases = new LifCases().stream(LifCases.OP, CASES, 7, null, CaseBounds.NONE);
        long count = 0;
        while (cases.advance()) {
            count += fault.answer(cases.question()).equals(LifFault.NONE.answer(cases.question())) ? 0 : 1;
        }
        return count;
    }

    /** The first step, and in it the first signal, in which the two models differ. */
    private static void located(LifFault fault, Finding finding) {
        ObjectNode right = LifFault.NONE.answer(finding.question());
        ObjectNode wrong = fault.answer(finding.question());
        assertNotEquals(right, wrong);
        Discrepancy found = finding.discrepancy().orElseThrow();
        for (int t = 0; ; t++) {
            for (String signal : SIGNALS) {
                long expected = right.get(signal).get(t).longValue();
                long got = wrong.get(signal).get(t).longValue();
                if (expected != got) {
                    assertEquals(signal, found.signal());
                    assertEquals(t, found.step().orElseThrow());
                    assertEquals(expected, found.expected().longValue());
                    assertEquals(got, found.got().longValue());
                    return;
                }
            }
        }
    }
}
