package org.biograd.cli.option;

import java.io.IOException;
import org.biograd.cli.terminal.BadInputException;
import org.biograd.cli.terminal.Problems;
import org.biograd.data.DataSet;

/** Where the samples come from. */
@FunctionalInterface
public interface DataSource {

    /**
     * All samples.
     *
     * @throws IOException where they cannot be read; the message says what is wrong with them
     */
    DataSet load() throws IOException;

    /**
     * The same for a command.
     *
     * @throws BadInputException where they cannot be read
     */
    default DataSet read() throws BadInputException {
        try {
            return load();
        } catch (IOException e) {
            throw new BadInputException("the data cannot be read: " + Problems.describe(e), e);
        }
    }
}
