package org.biograd.train.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigInteger;
import org.biograd.model.Model;
import org.biograd.train.Arithmetic;

/** The fields that a training's and a test's JSON begin with. */
final class NetworkFields {

    private NetworkFields() {}

    /** Writes the fields that say which network it is, and which data it was trained or tested with. */
    static void write(JsonGenerator json, String data, Model model) throws IOException {
        json.writeStringField("data", data);
        json.writeStringField("profile", model.profile().name());
        json.writeStringField("shape", model.shape().toString());
        json.writeStringField("arithmetic", Arithmetic.of(model.weights()).option());
        json.writeFieldName("seed");
        json.writeNumber(new BigInteger(Long.toUnsignedString(model.seed())));
    }
}
