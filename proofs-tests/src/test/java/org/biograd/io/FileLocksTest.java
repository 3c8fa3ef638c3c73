package org.biograd.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLocksTest {

    @TempDir
    private Path folder;

    @Test
    void allAreLockedOrNone() throws IOException {
        Path a = folder.resolve("a");
        Path b = folder.resolve("b");
        FileLocks first = FileLocks.of(List.of(b));
        assertThrows(FileSystemException.class, () -> FileLocks.of(List.of(a, b)));
        // What it had of the two is free again.
        FileLocks.of(List.of(a)).close();
        first.close();
        FileLocks.of(List.of(b, a)).close();
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void aLinkAndItsFileAreOne() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("file"));
        FileLocks first = FileLocks.of(List.of(link));
        assertThrows(FileSystemException.class, () -> FileLocks.of(List.of(folder.resolve("file"))));
        first.close();
    }

    @Test
    void whatIsOnItsWayGoesWhereJavaEnds() throws IOException {
        Path target = folder.resolve("target");
        assertThrows(
                IOException.class,
                () -> AtomicFile.write(target, out -> {
                    out.write(new byte[100_000]);
                    Temporaries.removeAll();
                    try (Stream<Path> left = Files.list(folder)) {
                        assertEquals(List.of(), left.toList());
                    }
                }));
        assertFalse(Files.exists(target));
        Path below = Files.createDirectories(folder.resolve("tree/below"));
        Files.writeString(below.resolve("file"), "");
        Temporaries.add(folder.resolve("tree"));
        Temporaries.removeAll();
        assertTrue(Files.notExists(folder.resolve("tree")));
    }
}
