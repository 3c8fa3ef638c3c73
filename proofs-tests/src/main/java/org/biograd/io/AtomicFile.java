package org.biograd.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Writes files that are there whole or not at all.
 *
 * <p>A symbolic link stays: the file that it leads to is replaced, or made.
 */
public final class AtomicFile {

    /** What a file shall hold. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes a file, or replaces it.
     *
     * @param target the file; its folder exists
     * @param content what it shall hold
     * @throws IOException where it cannot be written; what was there before then stays, and nothing else does
     */
    public static void write(Path target, Content content) throws IOException {
        Path file = Links.real(target);
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileSystemException(target.toString(), null, "no file, and not replaced by one");
        }
        // In the same folder, so that the move cannot be a copy; not by createTempFile, whose files nobody else may
        // read.
        Path temporary = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        Temporaries.add(temporary);
        try {
            try (FileChannel channel =
                    FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                OutputStream out = new BufferedOutputStream(
                        NamedStreams.out(Channels.newOutputStream(channel), target.toString()));
                content.writeTo(out);
                out.flush();
                force(channel, target);
            }
            move(temporary, file);
        } finally {
            Temporaries.remove(temporary);
        }
    }

    // Else a loss of power may leave the new name with none of the bytes.
    private static void force(FileChannel channel, Path target) throws IOException {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw NamedStreams.named(e, target.toString());
        }
    }

    /**
     * Writes a file of text, in UTF-8.
     *
     * @throws IOException where it cannot be written
     */
    public static void write(Path file, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(file, out -> out.write(bytes));
    }

    /**
     * Tries whether a file can be written.
     *
     * @throws IOException where it cannot; nothing was changed
     */
    public static void requireWritable(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "a folder stands in its place");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, "a device or pipe, which would be replaced by a file");
        }
        Path folder = Links.real(file).getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(String.valueOf(folder));
        }
        Path trial = folder.resolve(".biograd-trial");
        // Under one name only: what a killed trial leaves, the next one removes.
        Files.write(trial, new byte[] {'\n'});
        Files.deleteIfExists(trial);
    }

    /**
     * Removes what writers of a file have left that were killed while they wrote. Nobody may be writing it.
     *
     * @throws IOException where the folder cannot be read, or a file cannot be removed
     */
    public static void removeLeftovers(Path target) throws IOException {
        Path real = Links.real(target);
        Pattern name = Pattern.compile("\\." + Pattern.quote(real.getFileName().toString())
                + "\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.tmp");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(real.getParent())) {
            for (Path file : files) {
                if (name.matcher(file.getFileName().toString()).matches()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static void move(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
