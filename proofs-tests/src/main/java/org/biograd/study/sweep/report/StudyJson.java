package org.biograd.study.sweep.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.biograd.report.JsonText;
import org.biograd.study.sweep.PointSummary;
import org.biograd.study.sweep.RunResult;
import org.biograd.study.sweep.StudyHead;
import org.biograd.study.sweep.StudyResult;
import org.biograd.study.sweep.plan.Plan;

/** A study as JSON. */
final class StudyJson {

    private StudyJson() {}

    static String of(StudyResult result, List<PointSummary> summaries, List<String> remarks) {
        return JsonText.of(json -> write(json, result, summaries, remarks));
    }

    private static void write(
            JsonGenerator json, StudyResult result, List<PointSummary> summaries, List<String> remarks)
            throws IOException {
        StudyHead head = result.head();
        json.writeStartObject();
        json.writeStringField("file", head.file());
        json.writeStringField("text", head.text());
        json.writeStringField("base", head.base());
        json.writeStringField("data", head.data());
        json.writeStringField("fingerprint", head.fingerprint());
        json.writeStringField("network", result.shape().toString());
        json.writeNumberField("samples", head.samples());
        json.writeNumberField("validation", result.study().validation());
        json.writeNumberField("epochs", result.study().epochs());
        json.writeArrayFieldStart("remarks");
        for (String remark : remarks) {
            json.writeString(remark);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("refused");
        for (Plan.Refusal refusal : result.plan().refused()) {
            json.writeStartObject();
            values(json, "levels", refusal.levels());
            json.writeStringField("why", refusal.why());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("points");
        for (PointSummary summary : summaries) {
            point(json, result, summary);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void values(JsonGenerator json, String name, Map<String, String> values) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> value : values.entrySet()) {
            json.writeStringField(value.getKey(), value.getValue());
        }
        json.writeEndObject();
    }

    private static void point(JsonGenerator json, StudyResult result, PointSummary summary) throws IOException {
        json.writeStartObject();
        json.writeNumberField("point", summary.point().number());
        values(json, "levels", summary.point().levels());
        values(json, "changes", summary.point().changes());
        JsonText.number(json, "accuracy", summary.mean());
        JsonText.number(json, "ci95", summary.halfWidth());
        JsonText.number(json, "difference", summary.meanDifference());
        JsonText.number(json, "differenceCi95", summary.differenceHalfWidth());
        json.writeNumberField("gained", summary.gained());
        json.writeNumberField("lost", summary.lost());
        JsonText.number(json, "p", summary.probability());
        JsonText.number(json, "pHolm", summary.adjusted());
        json.writeBooleanField("atChance", summary.chance());
        json.writeNumberField("bitsPerSynapse", summary.state().perSynapse());
        json.writeNumberField("bits", summary.state().all());
        JsonText.number(json, "energy", summary.energy(result));
        json.writeArrayFieldStart("trainings");
        for (RunResult run : result.runs(summary.point())) {
            json.writeStartObject();
            json.writeStringField("seed", Long.toUnsignedString(result.seed(run)));
            JsonText.number(json, "accuracy", result.accuracy(run));
            json.writeStringField("digest", run.digest());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
