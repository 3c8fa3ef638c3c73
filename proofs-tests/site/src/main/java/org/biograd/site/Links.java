package org.biograd.site;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the links of the text lead on the site; it keeps the files that links ask for. */
final class Links {

    private static final Pattern CLAUSE = Pattern.compile("([a-z]+-\\d+)-.*");

    private final Path root;
    private final Set<String> clauses;

    /** Files that are shown as pages of lines, and files that are copied. */
    final Set<String> sources = new TreeSet<>();

    final Set<String> copies = new TreeSet<>();

    Links(Path root, Set<String> clauses) {
        this.root = root;
        this.clauses = clauses;
    }

    /** The way from a page up to the root of the site. */
    static String up(String page) {
        return "../".repeat((int) page.chars().filter(c -> c == '/').count());
    }

    /**
     * A link of the text as one of the site.
     *
     * @param link as it stands in the text
     * @param file the file of the text
     * @param page the page that it is shown on
     */
    String resolve(String link, String file, String page) {
        if (link.matches("[a-z]+:.*")) {
            return link;
        }
        int hash = link.indexOf('#');
        String target = hash < 0 ? link : link.substring(0, hash);
        String anchor = hash < 0 ? "" : link.substring(hash + 1);
        Path folder = Path.of("/" + file).getParent();
        String to = target.isEmpty()
                ? file
                : folder.resolve(target).normalize().toString().substring(1);
        Matcher clause = CLAUSE.matcher(anchor);
        if (to.startsWith("spec/text/clauses/") && clause.matches()) {
            String id = clause.group(1).toUpperCase(Locale.ROOT);
            if (clauses.contains(id)) {
                return up(page) + ClausePage.path(id);
            }
        }
        return up(page) + page(to) + (anchor.isEmpty() ? "" : "#" + anchor);
    }

    /** The page of a file of the project, which is made where it is not a text of its own. */
    String page(String to) {
        if (to.endsWith(".md")) {
            return text(to);
        }
        Path path = root.resolve(to);
        if (Files.isDirectory(path)) {
            return Files.exists(path.resolve("README.md")) ? text(to + "/README.md") : source(to);
        }
        if (to.matches(".*\\.(svg|png|html)")) {
            copies.add(to);
            return to;
        }
        return source(to);
    }

    /** The page that shows a file line by line. */
    String source(String to) {
        sources.add(to);
        return "source/" + to + ".html";
    }

    /** The page of a text. */
    static String text(String file) {
        return file.equals("README.md") ? "index.html" : file.substring(0, file.length() - 3) + ".html";
    }
}
