package org.biograd.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Lines of text and code end where a reader can still see them, and links of the text lead somewhere. */
class TextLayoutTest {

    private static final int WIDTH = 120;
    private static final int LINES = 300;
    private static final Path ROOT = SpecText.root();
    private static final Set<String> SKIPPED = Set.of("target", ".git", ".jqwik-database");

    private static final Pattern LINK = Pattern.compile("\\[[^\\]\\[]*\\]\\(([^()\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("#{1,6} (.+)");
    private static final Pattern NOT_IN_ANCHOR = Pattern.compile("[^\\p{L}\\p{N}_\\- ]");

    private static List<Path> files(String end) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = String.valueOf(folder.getFileName());
                boolean hidden = name.startsWith(".") && !folder.equals(ROOT);
                return SKIPPED.contains(name) || hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(end)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        assertTrue(files.size() > 30, files.size() + " files end in " + end + " below " + ROOT);
        files.sort(null);
        return files;
    }

    /** Rows of tables cannot be broken, nor can a link or an address; everything else can. */
    @Test
    void markdownIsNotWider() throws IOException {
        List<String> wide = new ArrayList<>();
        for (Path file : files(".md")) {
            addWide(file, Files.readAllLines(file), wide);
        }
        assertEquals(List.of(), wide, "lines of more than " + WIDTH + " columns");
    }

    private static void addWide(Path file, List<String> lines, List<String> wide) {
        for (int n = 0; n < lines.size(); n++) {
            String line = lines.get(n);
            boolean unbreakable = line.strip().replaceFirst("^- ", "").indexOf(' ') < 0;
            if (line.length() > WIDTH && !line.startsWith("|") && !unbreakable) {
                wide.add(ROOT.relativize(file) + ":" + (n + 1));
            }
        }
    }

    /** Main code is short, or says why not. */
    @Test
    void aLongFileSaysWhy() throws IOException {
        List<String> silent = new ArrayList<>();
        for (Path file : files(".java")) {
            String text = Files.readString(file);
            boolean main = file.toString().replace('\\', '/').contains("/src/main/");
            if (main && text.lines().count() > LINES && !text.contains("Longer than " + LINES + " lines")) {
                silent.add(ROOT.relativize(file).toString());
            }
        }
        assertEquals(List.of(), silent, "files of more than " + LINES + " lines that give no reason");
    }

    /** In text blocks the rows of tables and cases may be wider: the text that they make is held by its own test. */
    @Test
    void javaIsNotWider() throws IOException {
        List<String> wide = new ArrayList<>();
        for (Path file : files(".java")) {
            boolean block = false;
            List<String> lines = Files.readAllLines(file);
            for (int n = 0; n < lines.size(); n++) {
                String line = lines.get(n);
                if (line.length() > WIDTH && !block) {
                    wide.add(ROOT.relativize(file) + ":" + (n + 1));
                }
                int marks = (line.length() - line.replace("\"\"\"", "").length()) / 3;
                block ^= marks % 2 == 1;
            }
        }
        assertEquals(List.of(), wide, "lines of more than " + WIDTH + " columns");
    }

    @Test
    void everyRelativeLinkLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        Map<Path, Set<String>> anchors = new HashMap<>();
        int found = 0;
        for (Path file : files(".md")) {
            Matcher link = LINK.matcher(withoutCode(file));
            while (link.find()) {
                String target = link.group(1);
                if (target.matches("[a-z]+:.*")) {
                    continue;
                }
                found++;
                String fault = fault(file, target, anchors);
                if (!fault.isEmpty()) {
                    broken.add(ROOT.relativize(file) + ": (" + target + "): " + fault);
                }
            }
        }
        assertTrue(found > 300, "only " + found + " relative links were found");
        assertEquals(List.of(), broken, "broken links");
    }

    private static String fault(Path file, String target, Map<Path, Set<String>> anchors) throws IOException {
        int hash = target.indexOf('#');
        String path = hash < 0 ? target : target.substring(0, hash);
        Path to = path.isEmpty() ? file : file.resolveSibling(path).normalize();
        if (!to.startsWith(ROOT)) {
            return "outside of the project";
        }
        if (!Files.exists(to)) {
            return "no such file";
        }
        if (hash < 0) {
            return "";
        }
        String anchor = target.substring(hash + 1);
        if (anchor.matches("L\\d+")) {
            int line = Integer.parseInt(anchor.substring(1));
            return line <= Files.readAllLines(to).size() ? "" : "no such line";
        }
        if (!anchors.containsKey(to)) {
            anchors.put(to, anchors(to));
        }
        return anchors.get(to).contains(anchor) ? "" : "no such heading";
    }

    /** The anchors that the usual viewers of Markdown give to headings; of equal ones the later ones are counted. */
    private static Set<String> anchors(Path file) throws IOException {
        Set<String> anchors = new HashSet<>();
        for (String line : withoutCode(file).split("\n")) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                String text = heading.group(1).strip().toLowerCase(Locale.ROOT);
                String anchor = NOT_IN_ANCHOR.matcher(text).replaceAll("").replace(' ', '-');
                String unique = anchor;
                for (int n = 1; !anchors.add(unique); n++) {
                    unique = anchor + "-" + n;
                }
            }
        }
        return anchors;
    }

    /** The text without fenced and indented blocks: what stands in them is no link and no heading. */
    private static String withoutCode(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        boolean fence = false;
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("```")) {
                fence = !fence;
            } else if (!fence && !line.startsWith("    ")) {
                text.append(line).append('\n');
            }
        }
        return text.toString();
    }
}
