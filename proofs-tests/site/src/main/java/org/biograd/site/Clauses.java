package org.biograd.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The clauses of the text. */
final class Clauses {

    /**
     * A clause.
     *
     * @param id for example {@code SOMA-3}
     * @param title its title
     * @param body Markdown below its heading
     * @param file its file, from the root of the project
     */
    record Clause(String id, String title, String body, String file) {}

    private static final Pattern HEADING = Pattern.compile("### ([A-Z]+-\\d+) (.+)");

    private Clauses() {}

    /** All clauses, in the order of the text. */
    static Map<String, Clause> of(Path root) throws IOException {
        Map<String, Clause> clauses = new LinkedHashMap<>();
        List<Path> files;
        try (Stream<Path> list = Files.list(root.resolve("spec/text/clauses"))) {
            files = list.filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            String path = root.relativize(file).toString();
            String id = null;
            String title = "";
            StringBuilder body = new StringBuilder();
            for (String line : Files.readAllLines(file)) {
                Matcher heading = HEADING.matcher(line);
                if (heading.matches() || line.startsWith("## ")) {
                    put(clauses, id, title, body, path);
                    id = heading.matches() ? heading.group(1) : null;
                    title = heading.matches() ? heading.group(2).strip() : "";
                    body.setLength(0);
                } else {
                    body.append(line).append('\n');
                }
            }
            put(clauses, id, title, body, path);
        }
        return clauses;
    }

    private static void put(Map<String, Clause> clauses, String id, String title, StringBuilder body, String path) {
        if (id != null) {
            clauses.put(id, new Clause(id, title, body.toString(), path));
        }
    }
}
