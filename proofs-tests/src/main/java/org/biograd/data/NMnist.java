package org.biograd.data;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.biograd.spec.Clause;

/**
 * The folders of N-MNIST: Train and Test, in each a folder of every class, in that the files of its samples.
 *
 * <p>Source: Orchard, Jayawant, Cohen and Thakor, Frontiers in Neuroscience 9:437, 2015.
 */
@Clause(value = "DATA-2", form = Clause.Form.PART)
final class NMnist {

    /** The number of classes. */
    static final int CLASSES = 10;

    /** The most samples of a set: as many as five digits number. */
    static final int MAX_SAMPLES = 99_999;

    private static final Pattern NAME = Pattern.compile("([0-9]{5})\\.bin");

    private NMnist() {}

    /** The folder of the training set, or of the test set. */
    static String folder(boolean training) {
        return training ? "Train" : "Test";
    }

    /** The name of a sample's file. */
    static String file(int number) {
        return String.format("%05d.bin", number);
    }

    /** Whether a folder has one of the two. */
    static boolean recognises(Path folder) {
        return Files.isDirectory(folder.resolve(folder(true))) || Files.isDirectory(folder.resolve(folder(false)));
    }

    /**
     * Finds all samples. What is in their files is read later; what no file can be is refused now.
     *
     * @throws InvalidDataException where a folder or every file of a set is missing, or something is no sample
     * @throws IOException where a folder cannot be read
     */
    static TrainingAndTest read(Path folder) throws IOException {
        return new TrainingAndTest(
                samples(folder.resolve(folder(true))),
                samples(folder.resolve(folder(false))),
                DataFolder.describe("N-MNIST", folder));
    }

    private record Numbered(int number, int label, Path file) {}

    private static EventSamples samples(Path set) throws IOException {
        List<Numbered> found = new ArrayList<>();
        for (int label = 0; label < CLASSES; label++) {
            Path folder = set.resolve(Integer.toString(label));
            if (!Files.isDirectory(folder)) {
                throw new InvalidDataException(
                        folder + ": no such folder; there is one of every class, 0.." + (CLASSES - 1));
            }
            list(folder, label, found);
        }
        if (found.isEmpty()) {
            throw new InvalidDataException(set + ": no file NNNNN.bin in the folders of its classes");
        }
        found.sort(Comparator.comparingInt(Numbered::number).thenComparingInt(Numbered::label));
        return new EventSamples(
                found.stream().map(Numbered::file).toArray(Path[]::new),
                found.stream().mapToInt(Numbered::label).toArray());
    }

    private static void list(Path folder, int label, List<Numbered> found) throws IOException {
        // Names that begin with a dot are what file managers leave behind.
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                folder, file -> !file.getFileName().toString().startsWith("."))) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                if (!name.matches() || !attributes.isRegularFile()) {
                    throw new InvalidDataException(file + ": not a file of the form NNNNN.bin, five digits");
                }
                EventFile.requireLength(file.toString(), attributes.size());
                if (found.size() == MAX_SAMPLES) {
                    throw new InvalidDataException(folder.getParent() + ": more than " + MAX_SAMPLES + " samples");
                }
                found.add(new Numbered(Integer.parseInt(name.group(1)), label, file));
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }
}
