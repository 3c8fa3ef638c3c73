package org.biograd.study.bench;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigInteger;
import org.biograd.report.JsonText;

/** Times of networks, as JSON: all runs, and what they were made with. What was not counted is null. */
public final class BenchJson {

    private BenchJson() {}

    /** The text. */
    public static String of(BenchResult result) {
        return JsonText.of(json -> {
            json.writeStartObject();
            machine(json, result.machine());
            settings(json, result.settings());
            json.writeArrayFieldStart("measurements");
            for (Measurement each : result.measurements()) {
                measurement(json, each);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void machine(JsonGenerator json, Machine machine) throws IOException {
        json.writeObjectFieldStart("machine");
        json.writeNumberField("processors", machine.processors());
        json.writeStringField("jvm", machine.jvm());
        json.writeStringField("version", machine.version());
        json.writeStringField("system", machine.system());
        json.writeStringField("architecture", machine.architecture());
        JsonText.number(json, "loadBefore", machine.load().orElse(Double.NaN));
        json.writeEndObject();
    }

    private static void settings(JsonGenerator json, BenchSettings settings) throws IOException {
        json.writeObjectFieldStart("settings");
        json.writeStringField("arithmetic", settings.arithmetic().option());
        json.writeFieldName("seed");
        json.writeNumber(new BigInteger(Long.toUnsignedString(settings.seed())));
        json.writeNumberField("threads", settings.threads());
        json.writeNumberField("runs", settings.runs());
        json.writeNumberField("warmUpSamples", settings.warmUp());
        json.writeNumberField("samples", settings.samples());
        json.writeEndObject();
    }

    private static void measurement(JsonGenerator json, Measurement each) throws IOException {
        json.writeStartObject();
        json.writeStringField("network", each.network().name());
        json.writeStringField("data", each.data());
        json.writeStringField("activity", each.activity().name());
        json.writeNumberField("samples", each.samples());
        json.writeNumberField("sleeps", each.sleeps());
        json.writeArrayFieldStart("runNanoseconds");
        for (long nanos : each.nanos()) {
            json.writeNumber(nanos);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("millisecondsPerSample");
        JsonText.number(json, "median", each.median());
        JsonText.number(json, "least", each.least());
        JsonText.number(json, "largest", each.largest());
        json.writeEndObject();
        json.writeNumberField("neuronSteps", each.network().neuronSteps() * each.samples());
        JsonText.number(json, "neuronStepsPerSecond", each.neuronStepsPerSecond());
        if (each.counts().isPresent()) {
            json.writeNumberField("synapticEvents", each.counts().get().synapticEvents());
        } else {
            json.writeNullField("synapticEvents");
        }
        JsonText.number(json, "synapticEventsPerSecond", each.synapticEventsPerSecond());
        JsonText.number(json, "shareWithLearningError", each.withError());
        json.writeEndObject();
    }
}
