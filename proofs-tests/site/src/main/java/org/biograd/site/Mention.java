package org.biograd.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page says of a clause.
 *
 * @param page the page, from the root of the site
 * @param title its title
 * @param words the row or sentence that names the clause
 */
record Mention(String page, String title, String words) {

    private static final Pattern CLAUSE = Pattern.compile("\\b[A-Z]{3,6}-\\d+\\b");
    private static final int MOST = 6;
    private static final int LONGEST = 220;

    /** Adds what a text says of clauses, some of each at most. */
    static void add(Map<String, List<Mention>> mentions, String text, String page, String title) {
        Map<String, Integer> counts = new HashMap<>();
        for (String block : text.split("\n(?=\\|)|\n\\s*\n")) {
            Matcher id = CLAUSE.matcher(block);
            List<String> seen = new ArrayList<>();
            while (id.find()) {
                if (!seen.contains(id.group()) && counts.merge(id.group(), 1, Integer::sum) <= MOST) {
                    seen.add(id.group());
                    mentions.computeIfAbsent(id.group(), none -> new ArrayList<>())
                            .add(new Mention(page, title, words(block)));
                }
            }
        }
    }

    private static String words(String block) {
        String plain =
                block.replaceAll("\\]\\([^)]*\\)", "").replaceAll("[\\[`*]", "").replaceAll("\\s+", " ");
        plain = plain.strip().replaceAll("^\\| ?| ?\\|$", "").replace(" | ", "; ");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "...";
    }
}
