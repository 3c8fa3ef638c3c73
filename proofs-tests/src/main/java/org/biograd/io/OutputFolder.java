package org.biograd.io;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for the files of a command, found writable when it was opened. */
public final class OutputFolder {

    private final Path folder;

    private OutputFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens a folder, made where it is not there yet, and tries whether it can be written.
     *
     * @param folder the folder
     * @param names of the files that it will hold
     * @throws IOException where it is none, cannot be made or cannot be written, or where a folder stands in a
     *     report file's place
     */
    public static OutputFolder open(Path folder, String... names) throws IOException {
        // createDirectories refuses a file, as it should, but a link to a folder too.
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(Links.real(folder));
        }
        for (String name : names) {
            if (Files.isDirectory(folder.resolve(name))) {
                throw new FileSystemException(folder.toString(), null, name + " in it is a folder");
            }
        }
        Path trial = folder.resolve(".biograd-trial");
        AtomicFile.write(trial, out -> out.write('\n'));
        Files.deleteIfExists(trial);
        return new OutputFolder(folder);
    }

    /** Where the file of a name is. */
    public Path file(String name) {
        return folder.resolve(name);
    }
}
