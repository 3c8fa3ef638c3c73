package org.biograd.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs that differ in their seed alone.
 *
 * @param name what their files' names begin with
 * @param title what the page calls them
 */
record Group(String name, String title, List<Run> runs) {

    /** The runs whose files begin with a name and {@code -seed}. */
    static Group of(Path folder, String name, String title) throws IOException {
        List<Run> runs = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().matches(name + "-seed\\d+\\.json"))
                    .sorted()
                    .toList()) {
                runs.add(Run.read(file));
            }
        }
        return new Group(name, title, runs);
    }

    double mean() {
        return runs.stream().mapToDouble(Run::accuracy).average().orElseThrow();
    }

    double least() {
        return runs.stream().mapToDouble(Run::accuracy).min().orElseThrow();
    }

    double largest() {
        return runs.stream().mapToDouble(Run::accuracy).max().orElseThrow();
    }

    Run first() {
        return runs.get(0);
    }
}
