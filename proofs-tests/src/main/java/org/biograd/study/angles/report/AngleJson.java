package org.biograd.study.angles.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Map;
import org.biograd.report.JsonText;
import org.biograd.report.Numbers;
import org.biograd.study.angles.AngleResult;
import org.biograd.study.angles.AngleSettings;
import org.biograd.study.angles.Row;
import org.biograd.study.angles.rule.Feedback;

/** The summary of a study of angles as JSON: a pure function of the result, as the summary of a verification is. */
final class AngleJson {

    private final JsonGenerator json;

    private AngleJson(JsonGenerator json) {
        this.json = json;
    }

    /** The text of angles.json. */
    static String of(AngleResult result) {
        return JsonText.of(json -> new AngleJson(json).write(result));
    }

    private void write(AngleResult result) throws IOException {
        AngleSettings settings = result.settings();
        json.writeStartObject();
        json.writeStringField("profile", result.profile().name());
        json.writeStringField("shape", result.shape().toString());
        json.writeFieldName("seed");
        json.writeNumber(new BigInteger(Long.toUnsignedString(settings.seed())));
        json.writeNumberField("networks", settings.networks());
        json.writeNumberField("trainedEpochs", settings.epochs());
        json.writeNumberField("samplesPerNetwork", settings.samples());
        json.writeNumberField("sleeps", settings.sleeps());
        number("weightSpreadFactor", result.spread());
        json.writeArrayFieldStart("spikeRates");
        for (double rate : result.spikeRates()) {
            json.writeNumber(Numbers.json(rate));
        }
        json.writeEndArray();
        json.writeNumberField("samples", result.samples());
        json.writeNumberField("samplesWithoutErrorSpikes", result.silent());
        json.writeNumberField("decisionsCompared", result.decisions());
        json.writeNumberField("decisionsDiffering", result.differing());
        json.writeObjectFieldStart("feedbackAngleDegrees");
        for (int l = 1; l < result.shape().layers(); l++) {
            json.writeObjectFieldStart(Integer.toString(l));
            for (Map.Entry<Feedback, Double> angle :
                    result.feedbackAngles().get(l - 1).entrySet()) {
                number(Row.name(angle.getKey()), angle.getValue());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeArrayFieldStart("meanAngleDegrees");
        for (Map.Entry<Row, AngleResult.Entry> row : result.rows().entrySet()) {
            row(row.getKey(), row.getValue());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void row(Row row, AngleResult.Entry entry) throws IOException {
        json.writeStartObject();
        json.writeNumberField("layer", row.layer());
        json.writeStringField("feedback", Row.name(row.feedback()));
        json.writeStringField("traceMode", Row.name(row.mode()));
        json.writeStringField("arithmetic", Row.name(row.arithmetic()));
        json.writeStringField("group", Row.name(row.group()));
        json.writeStringField("variant", row.variant());
        json.writeStringField("error", Row.name(row.error()));
        json.writeNumberField("count", entry.degrees().count());
        number("mean", entry.degrees().mean());
        number("batchMean", entry.batchDegrees().mean());
        json.writeEndObject();
    }

    private void number(String key, double value) throws IOException {
        JsonText.number(json, key, value);
    }
}
