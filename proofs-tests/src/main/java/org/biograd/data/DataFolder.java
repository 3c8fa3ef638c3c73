package org.biograd.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Finds the data that a name stands for. */
public final class DataFolder {

    /** The name of the digits that ship with BioGrad. */
    public static final String DIGITS = "digits";

    private DataFolder() {}

    /**
     * Reads the training and the test set.
     *
     * <p>Intensities are read now. Of recordings of events only the names and lengths of files are: what is in them is
     * read where a source of spikes is asked for.
     *
     * @param nameOrFolder {@value #DIGITS}, an archive of NumPy ({@link ArrayData}), or a folder with the four IDX
     *     files of MNIST or the folders of N-MNIST; which, its content tells
     * @throws InvalidDataException where there is no such folder, it has neither or both, or its files are not what
     *     they should be
     * @throws IOException where it cannot be read
     */
    public static TrainingAndTest read(String nameOrFolder) throws IOException {
        if (nameOrFolder.equals(DIGITS)) {
            DataSet digits = Digits.load();
            return new TrainingAndTest(Digits.training(digits), Digits.test(digits), DIGITS);
        }
        if (nameOrFolder.endsWith(ArrayData.ENDING)) {
            return ArrayData.read(Path.of(nameOrFolder));
        }
        Path folder = folder(nameOrFolder);
        boolean idx = IdxFolder.recognises(folder);
        boolean events = NMnist.recognises(folder);
        if (idx == events) {
            throw new InvalidDataException(
                    folder + ": has " + (idx ? "both" : "neither") + " IDX files (train-images-idx3-ubyte) "
                            + (idx ? "and" : "nor") + " folders of N-MNIST (Train, Test)");
        }
        if (events) {
            return NMnist.read(folder);
        }
        IdxFolder images = IdxFolder.read(folder);
        return new TrainingAndTest(images.training().dataSet(), images.test().dataSet(), describe("IDX", folder));
    }

    private static Path folder(String name) throws InvalidDataException {
        try {
            Path folder = Path.of(name);
            if (!name.isEmpty() && Files.isDirectory(folder)) {
                return folder;
            }
        } catch (InvalidPathException e) {
            // Falls through: what is no path is no folder.
        }
        throw new InvalidDataException(
                "'" + name + "' is neither " + DIGITS + " nor a folder nor a file " + ArrayData.ENDING);
    }

    /**
     * Data for people: their format and the folder's own name; where the folder lies is not for those who read a log or
     * a model.
     */
    static String describe(String format, Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? format : format + " " + name;
    }
}
