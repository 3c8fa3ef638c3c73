package org.biograd.study.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.biograd.spec.Shape;
import org.junit.jupiter.api.Test;

class SummaryJsonTest {

    private static final String WHOLE = """
            {
              "profile": "loihi",
              "shape": "64-32-16-10",
              "seed": 18446744073709551615,
              "epochs": 2,
              "testAccuracy": 83.6111,
              "feedbackAngleDegrees": 0.333333,
              "feedbackAnglesDegrees": {
                "1": 0.333333,
                "2": 45.5
              },
              "updateAngleDegrees": {
                "1": 12.3457,
                "2": 1E-7,
                "3": 0
              },
              "productAngleDegrees": {
                "1": 1234570,
                "2": null,
                "3": -0.5
              },
              "maxDeviationLsb": {
                "v": 40,
                "E": null,
                "D": 0,
                "dW": 0.5
              },
              "meanDeviationLsb": {
                "v": 10.5417,
                "E": null,
                "D": 0,
                "dW": 0.375
              },
              "decisionsCompared": 19557860,
              "decisionsDiffering": 3,
              "firstDifference": {
                "asleep": false,
                "sample": 5,
                "step": 11,
                "signal": "g",
                "layer": 1,
                "index": 59,
                "taken": 1,
                "marginLsb": -0.125
              },
              "saturations": {
                "z": 123456,
                "w": 7
              },
              "wraps": {
                "u": 4
              },
              "presentations": 2874,
              "deadZoneSamples": 198,
              "checksPassed": 2,
              "checksFailed": 0,
              "checks": [
                {
                  "name": "sums are equal",
                  "passed": true,
                  "detail": "0 differ"
                },
                {
                  "name": "v & z <agree>",
                  "passed": true,
                  "detail": "\\"yes\\""
                }
              ],
              "weightsDigest": "00ff"
            }
            """;

    @Test
    void theWholeTextIsFixed() {
        assertEquals(WHOLE, SummaryJson.of(new SampleResult().build()));
    }

    @Test
    void noLocaleChangesIt() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(
                    new Locale.Builder().setLanguageTag("ar-EG-u-nu-arab").build());
            assertEquals(WHOLE, SummaryJson.of(new SampleResult().build()));
            Locale.setDefault(Locale.GERMANY);
            assertEquals(WHOLE, SummaryJson.of(new SampleResult().build()));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aParserReadsTheSeedAsAnUnsignedNumber() throws IOException {
        JsonNode summary = new ObjectMapper().readTree(SummaryJson.of(new SampleResult().build()));

        assertTrue(summary.get("seed").isIntegralNumber());
        assertEquals(
                BigInteger.TWO.pow(64).subtract(BigInteger.ONE),
                summary.get("seed").bigIntegerValue());
    }

    @Test
    void withoutAHiddenLayerThereIsNoFeedbackAngle() throws IOException {
        SampleResult flat = new SampleResult();
        flat.shape = Shape.of(64, 10);
        flat.feedbackAngles = List.of();

        JsonNode summary = new ObjectMapper().readTree(SummaryJson.of(flat.build()));

        assertTrue(summary.get("feedbackAngleDegrees").isNull());
        assertEquals(0, summary.get("feedbackAnglesDegrees").size());
    }

    @Test
    void failedChecksAreCounted() throws IOException {
        SampleResult failed = new SampleResult();
        failed.checks = SampleResult.checks(4);

        JsonNode summary = new ObjectMapper().readTree(SummaryJson.of(failed.build()));

        assertEquals(3, summary.get("checksPassed").intValue());
        assertEquals(1, summary.get("checksFailed").intValue());
        assertEquals("the last check", summary.get("checks").get(3).get("name").textValue());
    }
}
