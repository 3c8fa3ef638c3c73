package org.biograd.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** CSV as all commands write it: lines ended by LF, fields separated by commas and quoted where they must be. */
public final class CsvText {

    /** The format; null is written as an empty field. */
    public static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    /** What writes the rows. */
    @FunctionalInterface
    public interface Rows {
        void writeTo(CSVPrinter csv) throws IOException;
    }

    private CsvText() {}

    /**
     * A text of a head and rows.
     *
     * @param head names of the columns
     * @param rows writes what follows
     */
    public static String of(Iterable<String> head, Rows rows) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
            csv.printRecord(head);
            rows.writeTo(csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
