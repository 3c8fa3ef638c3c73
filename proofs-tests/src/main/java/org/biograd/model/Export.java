package org.biograd.model;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVPrinter;
import org.biograd.io.AtomicFile;
import org.biograd.io.CsvText;
import org.biograd.io.array.NpyWriter;
import org.biograd.spec.Clause;
import org.biograd.spec.Shape;

/** Writes the weights of a model as files that other programs read. */
@Clause("FILE-10")
public final class Export {

    /** What kind of files. */
    public enum Format {

        /** Text: a row a line, fields separated by commas. */
        CSV,

        /** The array files of NumPy, version 1.0. */
        NPY;

        /** The ending of the files' names, and the name on the command line. */
        public String ending() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A part of an array of weights: some rows, one after another; a vector is one row that has no second dimension.
     */
    private record Part(String name, int array, int from, int rows, int columns, boolean vector) {}

    private Export() {}

    /** The names of the files of a model. */
    public static List<String> names(Model model, Format format) {
        return parts(model).stream()
                .map(part -> part.name + "." + format.ending())
                .toList();
    }

    /**
     * Writes all weights into a folder that is there; each file is there whole or not at all.
     *
     * @throws IOException where a file cannot be written
     */
    public static void write(Path folder, Model model, Format format) throws IOException {
        for (Part part : parts(model)) {
            AtomicFile.write(folder.resolve(part.name + "." + format.ending()), out -> {
                if (format == Format.CSV) {
                    writeCsv(model.weights(), part, out);
                } else {
                    out.write(npyHeader(model.weights(), part));
                    WeightBytes.write(
                            model.weights(), part.array, part.from, part.from + part.rows * part.columns, out);
                }
            });
        }
    }

    private static List<Part> parts(Model model) {
        Shape shape = model.shape();
        int layers = shape.layers();
        List<Part> parts = new ArrayList<>();
        for (int l = 1; l <= layers; l++) {
            int array = ModelWeights.forward(l);
            parts.add(new Part("w" + l, array, 0, shape.size(l - 1), shape.size(l), false));
            parts.add(new Part("b" + l, array, shape.size(l - 1) * shape.size(l), 1, shape.size(l), true));
        }
        for (int l = 1; l < layers; l++) {
            int array = ModelWeights.feedback(l, layers);
            parts.add(new Part(
                    "feedback" + l, array, 0, shape.size(l), model.weights().length(array) / shape.size(l), false));
        }
        return parts;
    }

    private static void writeCsv(ModelWeights weights, Part part, OutputStream out) throws IOException {
        CSVPrinter csv = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.US_ASCII), CsvText.FORMAT);
        for (int r = 0; r < part.rows; r++) {
            for (int c = 0; c < part.columns; c++) {
                double value = weights.value(part.array, part.from + r * part.columns + c);
                if (weights instanceof ModelWeights.Integers) {
                    csv.print((int) value);
                } else {
                    csv.print(value);
                }
            }
            csv.println();
        }
        csv.flush();
    }

    private static byte[] npyHeader(ModelWeights weights, Part part) {
        String type = weights instanceof ModelWeights.Integers ? "<i4" : "<f8";
        return part.vector ? NpyWriter.header(type, part.columns) : NpyWriter.header(type, part.rows, part.columns);
    }
}
