package org.biograd.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.biograd.io.NamedStreams;
import org.biograd.spec.Clause;

/** The four files of MNIST, or of a set in its place such as Fashion-MNIST, in a folder. */
@Clause(value = "DATA-1", form = Clause.Form.PART)
public final class IdxFolder {

    /** Images with their labels. */
    public record Part(Idx.Images images, int[] labels) {

        /** The same as a data set. */
        public DataSet dataSet() {
            return new DataSet(images.pixels(), labels, images.rows() * images.columns(), Idx.CLASSES);
        }
    }

    private static final List<String> ENDS = List.of("", ".gz");

    private final Part training;
    private final Part test;

    private IdxFolder(Part training, Part test) {
        this.training = training;
        this.test = test;
    }

    /** The training set. */
    public Part training() {
        return training;
    }

    /** The test set. */
    public Part test() {
        return test;
    }

    /** Whether a folder has one of the files. */
    static boolean recognises(Path folder) {
        return names("train-images", 3).stream().anyMatch(name -> Files.exists(folder.resolve(name)))
                || names("t10k-images", 3).stream().anyMatch(name -> Files.exists(folder.resolve(name)));
    }

    /**
     * Reads the four files.
     *
     * @throws InvalidDataException where one is missing or not what it should be, or two do not fit together
     * @throws IOException where one cannot be read
     */
    public static IdxFolder read(Path folder) throws IOException {
        Part training = part(folder, "train");
        Part test = part(folder, "t10k");
        Idx.Images first = training.images();
        Idx.Images second = test.images();
        if (first.rows() != second.rows() || first.columns() != second.columns()) {
            throw new InvalidDataException(folder + ": test images of " + second.rows() + " x " + second.columns()
                    + " do not fit training images of " + first.rows() + " x " + first.columns());
        }
        return new IdxFolder(training, test);
    }

    private static Part part(Path folder, String part) throws IOException {
        Path imageFile = find(folder, part + "-images", 3);
        Path labelFile = find(folder, part + "-labels", 1);
        Idx.Images images = read(imageFile, Idx::images);
        int[] labels = read(labelFile, Idx::labels);
        if (images.pixels().length != labels.length) {
            throw new InvalidDataException(imageFile + ": " + images.pixels().length + " images, but " + labels.length
                    + " labels in " + labelFile.getFileName());
        }
        return new Part(images, labels);
    }

    private interface Reader<T> {
        T read(String source, InputStream in) throws IOException;
    }

    private static <T> T read(Path file, Reader<T> reader) throws IOException {
        try (InputStream in = new BufferedInputStream(NamedStreams.read(file))) {
            return reader.read(file.toString(), in);
        }
    }

    private static Path find(Path folder, String stem, int dimensions) throws InvalidDataException {
        for (String name : names(stem, dimensions)) {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                return file;
            }
        }
        throw new InvalidDataException(folder + ": no file " + String.join(" or ", names(stem, dimensions)));
    }

    /** The names that a file may have; of several files the first is read. */
    private static List<String> names(String stem, int dimensions) {
        List<String> names = new ArrayList<>();
        for (String joint : List.of("-", ".")) {
            for (String end : ENDS) {
                names.add(stem + joint + "idx" + dimensions + "-ubyte" + end);
            }
        }
        return names;
    }
}
