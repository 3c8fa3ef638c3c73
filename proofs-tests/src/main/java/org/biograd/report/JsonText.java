package org.biograd.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.biograd.model.Model;
import org.biograd.train.Arithmetic;

/** JSON for people and machines: indented, lines ended by LF, numbers the same with every JDK. */
final class JsonText {

    /** What writes the value. */
    @FunctionalInterface
    interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private JsonText() {}

    /** The text of one value. */
    static String of(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            DefaultIndenter indent = new DefaultIndenter("  ", "\n");
            DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
            printer.indentObjectsWith(indent);
            printer.indentArraysWith(indent);
            json.setPrettyPrinter(printer);
            content.writeTo(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    /** Writes the fields that say which network it is, and which data it was trained or tested with. */
    static void network(JsonGenerator json, String data, Model model) throws IOException {
        json.writeStringField("data", data);
        json.writeStringField("profile", model.profile().name());
        json.writeStringField("shape", model.shape().toString());
        json.writeStringField("arithmetic", Arithmetic.of(model.weights()).option());
        json.writeFieldName("seed");
        json.writeNumber(new BigInteger(Long.toUnsignedString(model.seed())));
    }

    /** Writes a field that holds a number, null where it is not finite. */
    static void number(JsonGenerator json, String key, double value) throws IOException {
        json.writeFieldName(key);
        number(json, value);
    }

    /** Writes a number, null where it is not finite. */
    static void number(JsonGenerator json, double value) throws IOException {
        String text = Numbers.json(value);
        if (text == null) {
            json.writeNull();
        } else {
            json.writeNumber(text);
        }
    }
}
