package org.biograd.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The site is whole: a page for every clause, no link into nothing, small enough. */
class SiteTest {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]+)\"");
    private static final long MOST_BYTES = 10_000_000;
    private static final long MOST_PLAY_BYTES = 1_000_000;

    private static List<Path> files(String end) throws IOException {
        try (Stream<Path> walk = Files.walk(SiteFolder.path())) {
            return walk.filter(path -> path.toString().endsWith(end)).toList();
        }
    }

    @Test
    void everyClauseOfTheTextHasItsPage() throws IOException {
        Set<String> ids = new TreeSet<>();
        try (Stream<Path> list = Files.list(SiteFolder.root().resolve("spec/text/clauses"))) {
            for (Path file : list.toList()) {
                Matcher heading = Pattern.compile("(?m)^### ([A-Z]+-\\d+) ").matcher(Files.readString(file));
                while (heading.find()) {
                    ids.add(heading.group(1));
                }
            }
        }
        assertTrue(ids.size() >= 116, "clauses: " + ids.size());
        List<String> bad = new ArrayList<>();
        for (String id : ids) {
            Path page = SiteFolder.path().resolve("clause/" + id + ".html");
            String text = Files.exists(page) ? Files.readString(page) : "";
            if (!text.contains("<h1>" + id + " ") || !text.contains("class=\"place\"")) {
                bad.add(id);
            }
        }
        assertEquals(List.of(), bad, "clauses without a page, or without code on it");
    }

    /** The page of a clause has what the sources say now. */
    @Test
    void aPageSetsTheFormsOfAClauseSideBySide() throws IOException {
        String page = Files.readString(SiteFolder.path().resolve("clause/SOMA-3.html"));
        for (String part : List.of(
                "<h3>Plain integers</h3>",
                "<h3>Double precision</h3>",
                "<h3>Rational numbers</h3>",
                "<h3>C</h3>",
                "<h3>Python</h3>",
                "private long integrate(long before, int spiked, long u)",
                "saturate(decay(r, soma.keep) + u, soma.voltageBits)",
                "How it is checked")) {
            assertTrue(page.contains(part), "SOMA-3 has no " + part);
        }
        assertTrue(page.contains("id=\"numbers\""), "SOMA-3 has no numbers");
    }

    @Test
    void noLinkLeadsIntoNothing() throws IOException {
        Map<Path, Set<String>> anchors = new HashMap<>();
        List<String> dead = new ArrayList<>();
        int found = 0;
        for (Path page : files(".html")) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                String target = link.group(1);
                if (target.matches("[a-z]+:.*")) {
                    continue;
                }
                found++;
                int hash = target.indexOf('#');
                String path = hash < 0 ? target : target.substring(0, hash);
                Path to = path.isEmpty() ? page : page.resolveSibling(path).normalize();
                boolean there = Files.isRegularFile(to);
                if (there && hash >= 0) {
                    if (!anchors.containsKey(to)) {
                        anchors.put(to, anchors(to));
                    }
                    there = anchors.get(to).contains(target.substring(hash + 1));
                }
                if (!there) {
                    dead.add(SiteFolder.path().relativize(page) + ": " + target);
                }
            }
        }
        assertTrue(found > 5000, "only " + found + " links were found");
        assertEquals(List.of(), dead.subList(0, Math.min(20, dead.size())), dead.size() + " dead links");
    }

    private static Set<String> anchors(Path page) throws IOException {
        Set<String> anchors = new HashSet<>();
        Matcher id = ID.matcher(Files.readString(page));
        while (id.find()) {
            anchors.add(id.group(1));
        }
        return anchors;
    }

    @Test
    void itIsSmall() throws IOException {
        long all = 0;
        for (Path file : files("")) {
            all += Files.isRegularFile(file) ? Files.size(file) : 0;
        }
        assertTrue(all < MOST_BYTES, "the site has " + all + " bytes");
        long play = 0;
        for (String name :
                List.of("play.html", "play.js", "data.js", "biograd.js", "site.js", "site.css", "search.js")) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                Files.copy(SiteFolder.path().resolve(name), gzip);
            }
            play += packed.size();
        }
        assertTrue(play < MOST_PLAY_BYTES, "the page to play with has " + play + " bytes compressed");
        System.out.println("site: " + all + " bytes, page to play with: " + play + " compressed");
    }
}
