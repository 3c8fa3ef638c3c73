package org.biograd.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the sample programs say that they follow a clause: the first comment that names it, alone or within a range
 * such as "ELIG-1 to ELIG-3".
 */
final class SampleMarks {

    private static final Pattern RANGE = Pattern.compile("\\b([A-Z]+)-(\\d+)(?: to \\1-(\\d+))?");

    private final Map<String, String> places = new TreeMap<>();

    /**
     * Reads the comments of some files.
     *
     * @param folder where they are, below the root of the project
     * @param comment what a comment begins with
     * @param files their names; an earlier one counts before a later one
     */
    static SampleMarks of(String folder, String comment, String... files) {
        SampleMarks marks = new SampleMarks();
        for (String file : files) {
            marks.read(folder + "/" + file, comment);
        }
        return marks;
    }

    /** A link to the place, from the folder of the text; nothing where no comment names the clause. */
    String link(String id) {
        String place = places.get(id);
        return place == null ? "" : "[" + place.replaceAll(".*/|#.*", "") + "](../../" + place + ")";
    }

    private void read(String file, String comment) {
        Path path = SpecText.root().resolve(file);
        try {
            List<String> lines = Files.readAllLines(path);
            boolean inside = false;
            for (int n = 0; n < lines.size(); n++) {
                String line = lines.get(n);
                int begin = line.indexOf(comment);
                if (begin >= 0 || inside) {
                    add(line.substring(Math.max(0, begin)), file + "#L" + (n + 1));
                }
                inside = comment.equals("/*") && (begin >= 0 || inside) && !line.contains("*/");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String text, String place) {
        Matcher range = RANGE.matcher(text);
        while (range.find()) {
            int first = Integer.parseInt(range.group(2));
            int last = range.group(3) == null ? first : Integer.parseInt(range.group(3));
            for (int n = first; n <= last; n++) {
                places.putIfAbsent(range.group(1) + "-" + n, place);
            }
        }
    }
}
