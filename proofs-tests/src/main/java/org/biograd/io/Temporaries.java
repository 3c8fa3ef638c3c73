package org.biograd.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Files and folders that are on their way to their names. Where Java ends meanwhile, as after SIGTERM or Ctrl-C, they
 * are removed; whoever is killed at once leaves them.
 */
public final class Temporaries {

    private static final Set<Path> PENDING = ConcurrentHashMap.newKeySet();

    static {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(Temporaries::removeAll));
        } catch (IllegalStateException e) {
            // Java is ending already.
        }
    }

    private Temporaries() {}

    /** Has a file or folder removed where Java ends. */
    public static void add(Path temporary) {
        PENDING.add(temporary);
    }

    /**
     * Removes a file, or a folder with what is in it, where it is still there.
     *
     * @throws IOException where it cannot be removed
     */
    public static void remove(Path temporary) throws IOException {
        try {
            if (Files.isDirectory(temporary)) {
                List<Path> deepestFirst;
                try (Stream<Path> all = Files.walk(temporary)) {
                    deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
                }
                for (Path file : deepestFirst) {
                    Files.deleteIfExists(file);
                }
            } else {
                Files.deleteIfExists(temporary);
            }
        } finally {
            PENDING.remove(temporary);
        }
    }

    /** Removes all of them. */
    static void removeAll() {
        for (Path temporary : List.copyOf(PENDING)) {
            try {
                remove(temporary);
            } catch (IOException e) {
                // It stays, under a name that says what it is.
                continue;
            }
        }
    }
}
