package org.biograd.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** JSON for people and machines: indented, lines ended by LF, numbers the same with every JDK. */
public final class JsonText {

    /** What writes the value. */
    @FunctionalInterface
    public interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private JsonText() {}

    /** The text of one value. */
    public static String of(Content content) {
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

    /** Writes a field that holds a number, null where it is not finite. */
    public static void number(JsonGenerator json, String key, double value) throws IOException {
        json.writeFieldName(key);
        number(json, value);
    }

    /** Writes a number, null where it is not finite. */
    public static void number(JsonGenerator json, double value) throws IOException {
        String text = Numbers.json(value);
        if (text == null) {
            json.writeNull();
        } else {
            json.writeNumber(text);
        }
    }
}
