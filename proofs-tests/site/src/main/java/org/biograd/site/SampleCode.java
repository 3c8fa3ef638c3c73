package org.biograd.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The code of the sample programs by the comments that name clauses: from the comment to the end of the function that
 * it stands before or in.
 */
final class SampleCode {

    private static final Pattern RANGE = Pattern.compile("\\b([A-Z]+)-(\\d+)(?: to \\1-(\\d+))?");

    /** What a comment of a function begins with in Python. */
    private static final String QUOTES = "\"\"\"";

    private SampleCode() {}

    /** The marks of a file: for each clause the first piece that names it. */
    static List<Marked> of(Path root, String path, String comment) throws IOException {
        List<String> lines = Files.readAllLines(root.resolve(path));
        List<Marked> found = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        boolean inside = false;
        for (int n = 0; n < lines.size(); n++) {
            String line = lines.get(n);
            int begin = begin(line, comment);
            if (begin >= 0 || inside) {
                Matcher range = RANGE.matcher(line.substring(Math.max(0, begin)));
                while (range.find()) {
                    int first = Integer.parseInt(range.group(2));
                    int last = range.group(3) == null ? first : Integer.parseInt(range.group(3));
                    for (int id = first; id <= last; id++) {
                        String clause = range.group(1) + "-" + id;
                        if (!seen.contains(clause)) {
                            seen.add(clause);
                            found.add(new Marked(clause, "PLAIN", path, n + 1L, "", piece(lines, n, comment)));
                        }
                    }
                }
            }
            inside = comment.equals("/*") && (begin >= 0 || inside) && !line.contains("*/");
        }
        return found;
    }

    private static String piece(List<String> lines, int at, String comment) {
        int begin = at;
        // A comment in the head of a function of Python is about all of it.
        if (comment.equals("#") && at > 0 && lines.get(at).strip().startsWith(QUOTES)) {
            while (begin > 0 && !lines.get(begin).strip().matches("(def|class) .*")) {
                begin--;
            }
        }
        // Of a comment of several lines the first.
        while (begin > 0 && comment.equals("/*") && !lines.get(begin).contains(comment)) {
            begin--;
        }
        while (begin > 0 && lines.get(begin - 1).strip().startsWith(comment)) {
            begin--;
        }
        int indent = indent(lines.get(begin));
        int end = at + 1;
        boolean code = false;
        while (end < lines.size()) {
            String line = lines.get(end);
            boolean blank = line.isBlank();
            boolean marks = line.strip().startsWith(comment) || line.strip().startsWith("*");
            if (code && (blank || !comment.equals("/*") && indent(line) < indent)) {
                boolean goesOn = blank && end + 1 < lines.size() && indent(lines.get(end + 1)) > indent;
                if (!goesOn) {
                    break;
                }
            }
            code |= !blank && !marks;
            end++;
        }
        return String.join("\n", lines.subList(begin, end)).stripIndent();
    }

    private static int begin(String line, String comment) {
        int quotes = comment.equals("#") ? line.indexOf(QUOTES) : -1;
        return quotes >= 0 ? quotes : line.indexOf(comment);
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
