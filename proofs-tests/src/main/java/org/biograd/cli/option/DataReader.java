package org.biograd.cli.option;

import java.io.IOException;
import org.biograd.cli.terminal.BadInputException;
import org.biograd.cli.terminal.Problems;
import org.biograd.data.TrainingAndTest;

/** Reads the data that a name or a folder stands for. */
@FunctionalInterface
public interface DataReader {

    /** What the option of the data says. */
    String DESCRIPTION = "The digits that come with BioGrad, a folder with the files of MNIST, Fashion-MNIST or "
            + "N-MNIST, or an archive of NumPy (.npz) with train_x, train_y, test_x, test_y. "
            + "Default: ${DEFAULT-VALUE}.";

    /**
     * Training and test set.
     *
     * @throws IOException where they cannot be read; the message says what is wrong with them
     */
    TrainingAndTest load(String nameOrFolder) throws IOException;

    /**
     * The same for a command.
     *
     * @throws BadInputException where they cannot be read
     */
    default TrainingAndTest read(String nameOrFolder) throws BadInputException {
        try {
            return load(nameOrFolder);
        } catch (IOException e) {
            throw new BadInputException("the data cannot be read: " + Problems.describe(e), e);
        } catch (IllegalArgumentException e) {
            throw new BadInputException("--data " + nameOrFolder + ": " + e.getMessage(), e);
        }
    }
}
