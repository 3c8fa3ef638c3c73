package org.biograd.study.verify;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.biograd.report.JsonText;
import org.biograd.report.Numbers;
import org.biograd.spec.Signal;
import org.biograd.study.lockstep.DecisionDifference;
import org.biograd.study.lockstep.Deviation;

/**
 * The summary of a verification as JSON.
 *
 * <p>It is a pure function of the result: keys in a fixed order, numbers rounded to {@value Numbers#DIGITS} significant
 * digits, what is not finite as null, lines ended by LF.
 */
public final class SummaryJson {

    private final JsonGenerator json;

    private SummaryJson(JsonGenerator json) {
        this.json = json;
    }

    /** The text of summary.json. */
    public static String of(VerifyResult result) {
        return JsonText.of(json -> new SummaryJson(json).write(result));
    }

    private void write(VerifyResult result) throws IOException {
        json.writeStartObject();
        json.writeStringField("profile", result.profile().name());
        json.writeStringField("shape", result.shape().toString());
        json.writeFieldName("seed");
        json.writeNumber(new BigInteger(Long.toUnsignedString(result.seed())));
        json.writeNumberField("epochs", result.epochs());
        number("testAccuracy", result.testAccuracy());
        number("feedbackAngleDegrees", result.feedbackAngle());
        layers(
                "feedbackAnglesDegrees",
                result.feedbackAngles().stream().map(SummaryJson::last).toList());
        layers("updateAngleDegrees", result.updateAngles());
        layers("productAngleDegrees", result.productAngles());
        deviations("maxDeviationLsb", result.deviations(), Deviation::largest);
        deviations("meanDeviationLsb", result.deviations(), Deviation::mean);
        json.writeNumberField("decisionsCompared", result.decisions());
        json.writeNumberField("decisionsDiffering", result.differingDecisions());
        json.writeFieldName("firstDifference");
        if (result.firstDifference().isPresent()) {
            difference(result.firstDifference().get());
        } else {
            json.writeNull();
        }
        counts("saturations", result.saturations());
        counts("wraps", result.wraps());
        json.writeNumberField("presentations", result.presentations());
        json.writeNumberField("deadZoneSamples", result.deadZone());
        json.writeNumberField("checksPassed", result.checksPassed());
        json.writeNumberField("checksFailed", result.checksFailed());
        checks(result.checks());
        json.writeStringField("weightsDigest", result.digest());
        json.writeEndObject();
    }

    private static double last(List<Double> angles) {
        return angles.isEmpty() ? Double.NaN : angles.get(angles.size() - 1);
    }

    private void number(String key, double value) throws IOException {
        JsonText.number(json, key, value);
    }

    private void layers(String key, List<Double> values) throws IOException {
        json.writeObjectFieldStart(key);
        for (int i = 0; i < values.size(); i++) {
            number(Integer.toString(i + 1), values.get(i));
        }
        json.writeEndObject();
    }

    private void deviations(String key, Map<Signal, Deviation> deviations, ToDoubleFunction<Deviation> value)
            throws IOException {
        json.writeObjectFieldStart(key);
        for (Map.Entry<Signal, Deviation> entry : new TreeMap<>(deviations).entrySet()) {
            number(entry.getKey().symbol(), value.applyAsDouble(entry.getValue()));
        }
        json.writeEndObject();
    }

    private void counts(String key, Map<Signal, Long> counts) throws IOException {
        json.writeObjectFieldStart(key);
        for (Map.Entry<Signal, Long> entry : new TreeMap<>(counts).entrySet()) {
            json.writeNumberField(entry.getKey().symbol(), entry.getValue());
        }
        json.writeEndObject();
    }

    private void difference(DecisionDifference difference) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("asleep", difference.asleep());
        json.writeNumberField("sample", difference.sample());
        json.writeNumberField("step", difference.step());
        json.writeStringField("signal", difference.signal().symbol());
        json.writeNumberField("layer", difference.layer());
        json.writeNumberField("index", difference.index());
        json.writeNumberField("taken", difference.taken());
        number("marginLsb", difference.margin());
        json.writeEndObject();
    }

    private void checks(List<VerifyResult.Check> checks) throws IOException {
        json.writeArrayFieldStart("checks");
        for (VerifyResult.Check check : checks) {
            json.writeStartObject();
            json.writeStringField("name", check.name());
            json.writeBooleanField("passed", check.passed());
            json.writeStringField("detail", check.detail());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
