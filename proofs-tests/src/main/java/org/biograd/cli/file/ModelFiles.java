package org.biograd.cli.file;

import java.io.IOException;
import java.nio.file.Path;
import org.biograd.cli.terminal.BadInputException;
import org.biograd.cli.terminal.Problems;
import org.biograd.model.InvalidModelException;
import org.biograd.model.Model;
import org.biograd.model.ModelReader;

/** Reads model files for commands. */
public final class ModelFiles {

    private ModelFiles() {}

    /** The model in a file. */
    public static Model read(Path file) throws BadInputException {
        try {
            return ModelReader.read(file);
        } catch (InvalidModelException e) {
            throw new BadInputException(e.getMessage(), e);
        } catch (IOException e) {
            throw new BadInputException(file + ": " + Problems.reason(e), e);
        }
    }
}
