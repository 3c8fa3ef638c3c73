package org.biograd.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the normative text, so that tests check against what it says and not against a copy of it. */
public final class SpecText {

    /** A clause: its title, what stands below its heading, and a link to it from the folder of the text. */
    public record Text(String title, String body, String link) {}

    private static final Pattern HEADING = Pattern.compile("### ([A-Z]+-\\d+) (.+)");

    private SpecText() {}

    /** The root of the project: the first folder above the working directory that holds the launcher. */
    public static Path root() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("biograd"))
                    && Files.isDirectory(folder.resolve("spec/text/clauses"))) {
                return folder;
            }
        }
        throw new IllegalStateException(
                "no folder above " + start + " holds the launcher 'biograd' and spec/text/clauses");
    }

    /** All clauses by their ids, in the order of the text. */
    public static Map<String, Text> clauses() {
        Map<String, Text> clauses = new LinkedHashMap<>();
        for (Path file : files()) {
            String id = null;
            String title = null;
            StringBuilder body = new StringBuilder();
            for (String line : lines(file)) {
                if (line.startsWith("### ")) {
                    put(clauses, id, title, body, file);
                    Matcher heading = HEADING.matcher(line);
                    if (!heading.matches()) {
                        throw new IllegalStateException(file + ": '" + line + "' is not of the form '### ID Title'");
                    }
                    id = heading.group(1);
                    title = heading.group(2).strip();
                    body.setLength(0);
                } else {
                    body.append(line).append('\n');
                }
            }
            put(clauses, id, title, body, file);
        }
        return clauses;
    }

    private static void put(Map<String, Text> clauses, String id, String title, StringBuilder body, Path file) {
        if (id != null && clauses.put(id, new Text(title, body.toString(), link(id, title, file))) != null) {
            throw new IllegalStateException(file + ": clause " + id + " stands in the text twice");
        }
    }

    /** The anchor of a heading: lower case, without punctuation, blanks as hyphens. */
    private static String link(String id, String title, Path file) {
        String anchor = (id + " " + title)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 _-]", "")
                .replace(' ', '-');
        return "clauses/" + file.getFileName() + "#" + anchor;
    }

    /** The text of one clause. */
    public static String clause(String id) {
        Text text = clauses().get(id);
        if (text == null) {
            throw new IllegalStateException("the spec has no clause " + id);
        }
        return text.body();
    }

    /** The rows of the first table of a clause, the head row first, each cell without the white space around it. */
    public static List<List<String>> table(String id) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : clause(id).split("\n")) {
            if (!line.startsWith("|")) {
                if (!rows.isEmpty()) {
                    break;
                }
            } else if (!line.startsWith("|---")) {
                String inner = line.strip();
                inner = inner.substring(1, inner.length() - 1);
                rows.add(Stream.of(inner.split("\\|", -1)).map(String::strip).collect(Collectors.toList()));
            }
        }
        if (rows.size() < 2) {
            throw new IllegalStateException("clause " + id + " has no table");
        }
        return rows;
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.list(root().resolve("spec/text/clauses"))) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
