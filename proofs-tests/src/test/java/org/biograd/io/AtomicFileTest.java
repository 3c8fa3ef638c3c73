package org.biograd.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    private Path folder;

    @Test
    void aFileIsReplacedWholeAndNothingElseIsLeft() throws IOException {
        Path target = folder.resolve("summary.json");
        Files.writeString(target, "the old and longer content");

        AtomicFile.write(target, out -> out.write("new".getBytes()));

        assertEquals("new", Files.readString(target));
        assertEquals(List.of("summary.json"), names());
    }

    @Test
    void aFailureHalfWayLeavesWhatWasThere() throws IOException {
        Path target = folder.resolve("summary.json");
        Files.writeString(target, "old");

        assertThrows(
                IOException.class,
                () -> AtomicFile.write(target, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("the disk is full");
                }));

        assertEquals("old", Files.readString(target));
        assertEquals(List.of("summary.json"), names());
    }

    @Test
    void aFailureOfAnyKindLeavesNothing() throws IOException {
        assertThrows(
                IllegalStateException.class,
                () -> AtomicFile.write(folder.resolve("new"), out -> {
                    throw new IllegalStateException("a bug");
                }));

        assertEquals(List.of(), names());
    }

    @Test
    void whatKilledWritersLeftIsRemovedAndNothingElse() throws IOException {
        String uuid = "01234567-89ab-cdef-0123-456789abcdef";
        for (String name : List.of(
                "m",
                ".m." + uuid + ".tmp",
                ".n." + uuid + ".tmp",
                ".m.tmp",
                "m." + uuid + ".tmp",
                ".m." + uuid + "0.tmp")) {
            Files.writeString(folder.resolve(name), "");
        }

        AtomicFile.removeLeftovers(folder.resolve("m"));

        assertEquals(
                List.of(".m." + uuid + "0.tmp", ".m.tmp", ".n." + uuid + ".tmp", "m", "m." + uuid + ".tmp"),
                names().stream().sorted().toList());
    }

    @Test
    void theTargetIsUntouchedWhileItsContentIsWritten() throws IOException {
        Path target = folder.resolve("summary.json");

        AtomicFile.write(target, out -> {
            out.write(new byte[100_000]);
            out.flush();
            assertFalse(Files.exists(target));
            assertEquals(1, names().size());
        });

        assertEquals(100_000, Files.size(target));
    }

    @Test
    void aFolderInItsPlaceIsNotReplaced() throws IOException {
        Path target = Files.createDirectory(folder.resolve("summary.json"));
        Files.writeString(target.resolve("inside"), "kept");

        assertThrows(IOException.class, () -> AtomicFile.write(target, out -> out.write(1)));

        assertEquals("kept", Files.readString(target.resolve("inside")));
        assertEquals(List.of("summary.json"), names());
    }

    @Test
    void anOutputFolderIsMadeWithItsParentsAndLeftEmpty() throws IOException {
        Path deep = folder.resolve("a/b");

        OutputFolder report = OutputFolder.open(deep);

        assertTrue(Files.isDirectory(deep));
        assertEquals(deep.resolve("report.html"), report.file("report.html"));
        try (Stream<Path> files = Files.list(deep)) {
            assertEquals(0, files.count());
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
