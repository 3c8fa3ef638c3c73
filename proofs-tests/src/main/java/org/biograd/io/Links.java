package org.biograd.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Follows symbolic links, also those that lead to what is not there yet. */
public final class Links {

    /** How many links are followed that lead nowhere yet. */
    private static final int MAX_LINKS = 40;

    private Links() {}

    /**
     * Where a path leads: an absolute path without links, as far as it is there.
     *
     * @param path any path; nothing need be there
     */
    public static Path real(Path path) {
        return real(path, 0);
    }

    private static Path real(Path path, int hops) {
        Path whole = path.toAbsolutePath().normalize();
        try {
            return whole.toRealPath();
        } catch (IOException e) {
            Path folder = whole.getParent();
            if (folder == null) {
                return whole;
            }
            if (Files.isSymbolicLink(whole) && hops < MAX_LINKS) {
                return real(folder.resolve(target(whole)), hops + 1);
            }
            return real(folder, hops).resolve(whole.getFileName());
        }
    }

    private static Path target(Path link) {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException e) {
            return link.getFileName();
        }
    }
}
