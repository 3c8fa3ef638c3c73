package org.biograd.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Locks on files that are written again and again, so that nobody else writes them meanwhile.
 *
 * <p>A file that is replaced cannot bear its lock; {@code .NAME.lock} beside it does, and goes with the lock. What a
 * killed process leaves of it locks nothing: the lock is that of the system, which ends with the process.
 */
public final class FileLocks implements Closeable {

    private static final int MAX_TRIES = 100;

    private record Held(Path lock, FileChannel channel) {}

    private final Deque<Held> held = new ArrayDeque<>();

    private FileLocks() {}

    /**
     * Locks files, all of them or none.
     *
     * @param files to be written; their folders exist
     * @throws FileSystemException where somebody else holds the lock of one; it names the file
     * @throws IOException where a lock cannot be made
     */
    public static FileLocks of(Collection<Path> files) throws IOException {
        FileLocks locks = new FileLocks();
        try {
            // Sorted: two that want the same files do not each get a part of them.
            TreeSet<Path> sorted = new TreeSet<>();
            files.forEach(file -> sorted.add(Links.real(file)));
            for (Path file : sorted) {
                locks.add(file);
            }
            return locks;
        } catch (IOException | RuntimeException e) {
            locks.close();
            throw e;
        }
    }

    private void add(Path file) throws IOException {
        Path lock = file.resolveSibling("." + file.getFileName() + ".lock");
        for (int n = 0; n < MAX_TRIES; n++) {
            if (add(file, lock)) {
                return;
            }
        }
        throw busy(file);
    }

    /** False where the lock's file was removed by whoever held it before: another is needed. */
    private boolean add(Path file, Path lock) throws IOException {
        try {
            Files.createFile(lock);
        } catch (FileAlreadyExistsException e) {
            // Of somebody who writes, or was killed.
        }
        FileChannel channel = null;
        boolean mine = false;
        try {
            Object before = key(lock);
            channel = FileChannel.open(lock, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw busy(file);
            }
            mine = Objects.equals(before, key(lock));
        } catch (NoSuchFileException e) {
            return false;
        } catch (OverlappingFileLockException e) {
            // The same, within this process.
            throw busy(file);
        } finally {
            if (channel != null && !mine) {
                channel.close();
            }
        }
        if (mine) {
            held.push(new Held(lock, channel));
            Temporaries.add(lock);
        }
        return mine;
    }

    private static Object key(Path lock) throws IOException {
        return Files.readAttributes(lock, BasicFileAttributes.class).fileKey();
    }

    private static FileSystemException busy(Path file) {
        return new FileSystemException(file.toString(), null, "somebody else is writing it");
    }

    @Override
    public void close() throws IOException {
        while (!held.isEmpty()) {
            Held last = held.pop();
            try {
                // While it is still locked: whoever waits for it then sees that it is gone.
                Temporaries.remove(last.lock);
            } finally {
                last.channel.close();
            }
        }
    }
}
