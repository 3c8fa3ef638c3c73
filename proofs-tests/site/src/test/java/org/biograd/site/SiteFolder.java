package org.biograd.site;

import java.nio.file.Files;
import java.nio.file.Path;

/** The site as it was built. */
final class SiteFolder {

    private SiteFolder() {}

    /** Its folder. */
    static Path path() {
        Path site = Path.of("target/site").toAbsolutePath();
        if (!Files.exists(site.resolve("index.html"))) {
            throw new IllegalStateException("no site in " + site + ": mvn -B -Psite package");
        }
        return site;
    }

    /** The root of the project. */
    static Path root() {
        return Path.of("../..").toAbsolutePath().normalize();
    }
}
