package org.biograd.cli.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.biograd.io.AtomicFile;

/** A file that an option names for text, or standard output. */
public final class OutputFile {

    /** What stands for standard output. */
    public static final String STANDARD = "-";

    private OutputFile() {}

    /**
     * Tries whether a file can be written: nobody should learn after minutes of work that it has no place.
     *
     * @param option the option, for the message
     * @param name the file; null: none was named
     * @throws BadInputException where it cannot
     */
    public static void requireWritable(String option, String name) throws BadInputException {
        if (name == null) {
            return;
        }
        if (name.isEmpty()) {
            throw new BadInputException(option + ": the name of the file is empty", null);
        }
        try {
            AtomicFile.requireWritable(Path.of(name));
        } catch (IOException | InvalidPathException e) {
            String reason = e instanceof IOException io ? Problems.reason(io) : "not the name of a file";
            throw new BadInputException(option + " " + name + ": " + reason, e);
        }
    }

    /** The same, where standard output will do. */
    public static void requireWritableOrStandard(String option, String name) throws BadInputException {
        if (!STANDARD.equals(name)) {
            requireWritable(option, name);
        }
    }

    /**
     * Writes the text where it is asked for.
     *
     * @param name the file, or {@value #STANDARD}; null: nowhere
     * @param out standard output
     * @throws BadInputException where it cannot be written
     */
    public static void write(String option, String name, String text, PrintWriter out) throws BadInputException {
        if (STANDARD.equals(name)) {
            out.print(text);
            out.flush();
        } else if (name != null) {
            try {
                AtomicFile.write(Path.of(name), text);
            } catch (IOException e) {
                throw new BadInputException(option + " " + name + ": " + Problems.reason(e), e);
            }
        }
    }
}
