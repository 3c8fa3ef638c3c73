package org.biograd.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.biograd.spec.Clause;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.InvalidProfileException;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.ProfileReader;
import org.biograd.spec.profile.Profiles;
import org.junit.jupiter.api.Test;

/**
 * Profiles: the ranges of the text are the ranges of the code, and a refusal says where, which, what and what would be
 * right.
 */
class ProfilesTest {

    private static final String SOURCE = "some.profile";

    /** Rows of PROF-1 without the head: key, meaning, range. */
    private static final List<List<String>> ROWS =
            SpecText.table("PROF-1").subList(1, SpecText.table("PROF-1").size());

    /** A profile that leaves room on all sides, so that any one key can be moved through its whole range. */
    private static Map<String, String> roomy() {
        Map<String, String> values = new LinkedHashMap<>();
        for (List<String> row : ROWS) {
            String range = row.get(2);
            values.put(
                    row.get(0),
                    range.contains("..")
                            ? range.substring(0, range.indexOf(".."))
                            : names(row).get(0));
        }
        values.put("name", "roomy");
        values.put("time.steps", "2");
        values.put("error.potentialBits", "31");
        values.put("update.accumulatorBits", "62");
        return values;
    }

    /**
     * The names that a row allows: a mode of another clause, or what stands in the column of the range or, where that
     * is empty, before it.
     */
    private static List<String> names(List<String> row) {
        String range = row.get(2).isEmpty() ? row.get(1) : row.get(2);
        if (row.get(0).equals("name")) {
            return List.of("roomy");
        }
        if (range.equals("a mode of WORD-4")) {
            return SpecText.table("WORD-4").stream()
                    .skip(1)
                    .map(mode -> mode.get(0))
                    .collect(Collectors.toList());
        }
        return List.of(range.split(", | or "));
    }

    private static String text(Map<String, String> values) {
        return values.entrySet().stream()
                .map(e -> e.getKey() + " = " + e.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static Profile read(Map<String, String> values) {
        return ProfileReader.read(SOURCE, text(values));
    }

    private static Map<String, String> with(String... changes) {
        Map<String, String> values = roomy();
        for (int c = 0; c < changes.length; c += 2) {
            assertTrue(values.containsKey(changes[c]), changes[c]);
            values.put(changes[c], changes[c + 1]);
        }
        return values;
    }

    /**
     * Reads the profile and requires a refusal that names the file, the key's line, the key, and each of some words.
     */
    private static void refused(Map<String, String> values, String key, String... words) {
        InvalidProfileException said =
                assertThrows(InvalidProfileException.class, () -> read(values), key + " of " + values.get(key));
        int line = List.copyOf(values.keySet()).indexOf(key) + 1;
        assertTrue(
                said.getMessage().startsWith(SOURCE + ":" + line + ": " + key + ": "), "where: " + said.getMessage());
        for (String word : words) {
            assertTrue(said.getMessage().contains(word), "'" + word + "' in: " + said.getMessage());
        }
    }

    /** Computes an end of a range: a number, 2^x, a key, sums and differences of these. */
    private static long value(String expression, Map<String, String> values) {
        Matcher power = Pattern.compile("2\\^\\(([^()]*)\\)|2\\^([\\w.]+)").matcher(expression);
        if (power.find()) {
            String exponent = power.group(1) != null ? power.group(1) : power.group(2);
            long computed = 1L << value(exponent, values);
            return value(expression.substring(0, power.start()) + computed + expression.substring(power.end()), values);
        }
        long sum = 0;
        Matcher term = Pattern.compile("([+-]?)([\\w.]+)").matcher(expression);
        int end = 0;
        while (term.find()) {
            assertEquals(end, term.start(), "all of '" + expression + "' is understood");
            end = term.end();
            String word = term.group(2);
            long value = Character.isDigit(word.charAt(0)) ? Long.parseLong(word) : Long.parseLong(values.get(word));
            sum += term.group(1).equals("-") ? -value : value;
        }
        assertEquals(expression.length(), end, "all of '" + expression + "' is understood");
        return sum;
    }

    @Test
    @Clause("PROF-1")
    void theKeysOfTheTextAreTheKeysOfTheCode() {
        List<String> written = ProfileReader.write(read(roomy()))
                .lines()
                .map(line -> line.substring(0, line.indexOf('=')).strip())
                .collect(Collectors.toList());
        assertEquals(ROWS.stream().map(row -> row.get(0)).collect(Collectors.toList()), written);
    }

    @Test
    @Clause("PROF-1")
    void bothEndsOfEveryRangeAreWhereTheTextPutsThem() {
        int ranges = 0;
        for (List<String> row : ROWS) {
            String key = row.get(0);
            int dots = row.get(2).indexOf("..");
            if (dots < 0) {
                continue;
            }
            ranges++;
            long low = value(row.get(2).substring(0, dots), roomy());
            long high = value(row.get(2).substring(dots + 2), roomy());
            for (long end : new long[] {low, high}) {
                Profile profile = read(with(key, String.valueOf(end)));
                assertTrue(
                        ProfileReader.write(profile)
                                .lines()
                                .anyMatch(l -> l.matches(Pattern.quote(key) + " += " + end)),
                        key);
            }
            refused(with(key, String.valueOf(low - 1)), key, String.valueOf(low - 1), low + ".." + high);
            boolean fitsAnInt = high < Integer.MAX_VALUE;
            refused(
                    with(key, String.valueOf(high + 1)),
                    key,
                    String.valueOf(high + 1),
                    fitsAnInt ? low + ".." + high : "32 bits");
        }
        assertTrue(ranges >= 33, ranges + " rows have a range of numbers");
    }

    /** Ends that depend on another key move with it. */
    @Test
    @Clause("PROF-1")
    void endsThatDependOnAnotherKeyMoveWithIt() {
        read(with("time.steps", "9", "time.softStart", "8"));
        refused(with("time.steps", "9", "time.softStart", "9"), "time.softStart", "0..8");
        read(with("soma.voltageBits", "24", "soma.threshold", "8388606"));
        refused(with("soma.voltageBits", "24", "soma.threshold", "8388607"), "soma.threshold", "0..8388606");
        read(with("trace.bits", "7", "trace.impulse", "127"));
        refused(with("trace.bits", "7", "trace.impulse", "128"), "trace.impulse", "1..127");
        read(with("error.fraction", "8", "error.potentialBits", "10"));
        refused(with("error.fraction", "8", "error.potentialBits", "9"), "error.potentialBits", "10..31");
        read(with("feedback.bits", "8", "feedback.spread", "127"));
        refused(with("feedback.bits", "8", "feedback.spread", "128"), "feedback.spread", "0..127");
    }

    @Test
    @Clause("PROF-1")
    void namesAreThoseOfTheText() {
        for (List<String> row : ROWS) {
            if (row.get(2).contains("..") || row.get(0).equals("name")) {
                continue;
            }
            for (String name : names(row)) {
                read(with(row.get(0), name));
            }
            refused(
                    with(row.get(0), "SIDEWAYS"),
                    row.get(0),
                    "SIDEWAYS",
                    names(row).get(0));
            refused(with(row.get(0), names(row).get(0).toLowerCase(Locale.ROOT)), row.get(0));
        }
        read(with("name", "a23456789-123456789-123456789-12"));
        for (String bad : List.of("a23456789-123456789-123456789-123", "Upper", "9lives", "under_score", "-dash", "")) {
            refused(with("name", bad), "name", "'" + bad + "'");
        }
    }

    @Test
    @Clause("PROF-2")
    void productsThatDoNotFitAreRefused() {
        // (24 - 1) + (31 - 1) + bits(1) + bits(255) = 62.
        read(with("error.learningBits", "24", "eligibility.bits", "31", "update.outputMultiplier", "255"));
        refused(
                with("error.learningBits", "24", "eligibility.bits", "31", "update.outputMultiplier", "256"),
                "update.batch",
                "63",
                "62");
        refused(
                with("error.learningBits", "24", "eligibility.bits", "31", "update.hiddenMultiplier", "256"),
                "update.batch",
                "63");
        // (20 - 1) + (31 - 1) + bits(b) + bits(15): 9 bits of batch fit, ten do not.
        read(with(
                "error.learningBits",
                "20",
                "eligibility.bits",
                "31",
                "update.hiddenMultiplier",
                "15",
                "update.batch",
                "511"));
        refused(
                with(
                        "error.learningBits",
                        "20",
                        "eligibility.bits",
                        "31",
                        "update.hiddenMultiplier",
                        "15",
                        "update.batch",
                        "512"),
                "update.batch",
                "63");
    }

    @Test
    @Clause("PROF-2")
    void anAccumulatorThatCannotHoldAWeightIsRefused() {
        read(with("weight.bits", "8", "update.accumulatorFraction", "7", "update.accumulatorBits", "15"));
        refused(
                with("weight.bits", "8", "update.accumulatorFraction", "7", "update.accumulatorBits", "14"),
                "update.accumulatorBits",
                "14",
                "15");
    }

    @Test
    @Clause("PROF-2")
    void shapesWhoseSumsDoNotFitAreRefused() {
        // (255 + 1) (2^23 - 1) is 256 short of 2^31; one input more is too much, in any layer.
        Profile wide = read(with("weight.bits", "24", "feedback.bits", "24"));
        wide.requireFits(Shape.of(255, 255, 256));
        for (Shape shape : List.of(Shape.of(256, 2), Shape.of(2, 256, 2))) {
            InvalidProfileException said = assertThrows(InvalidProfileException.class, () -> wide.requireFits(shape));
            assertEquals("weight.bits", said.key());
            assertTrue(
                    said.getMessage().contains("256 inputs")
                            && said.getMessage().contains("24 bits"),
                    said.getMessage());
        }
        InvalidProfileException said =
                assertThrows(InvalidProfileException.class, () -> wide.requireFits(Shape.of(2, 2, 257)));
        assertEquals("feedback.bits", said.key());
        assertTrue(said.getMessage().contains("257 outputs"), said.getMessage());
        // A hidden layer feeds back as well, where feedback goes layer by layer: from layer 2 on, and not layer 1.
        Profile layerwise = read(with("weight.bits", "2", "feedback.bits", "24", "feedback.path", "LAYERWISE"));
        Profile direct = read(with("weight.bits", "2", "feedback.bits", "24"));
        layerwise.requireFits(Shape.of(2, 257, 256, 256));
        direct.requireFits(Shape.of(2, 2, 257, 2));
        said = assertThrows(InvalidProfileException.class, () -> layerwise.requireFits(Shape.of(2, 2, 257, 2)));
        assertEquals("feedback.bits", said.key());
        assertTrue(said.getMessage().contains("257 neurons of layer 2"), said.getMessage());
    }

    @Test
    @Clause({"PROF-3", "PROF-4"})
    void theShippedProfilesAreReadWrittenAndReadAgain() throws IOException {
        for (String name : Profiles.all()) {
            Profile profile = Profiles.shipped(name);
            assertEquals(name, profile.name());
            assertEquals(profile, ProfileReader.read(SOURCE, ProfileReader.write(profile)));
            String file = Files.readString(
                    SpecText.root().resolve("spec/src/main/resources/org/biograd/spec/profile/" + name + ".profile"));
            assertEquals(profile, ProfileReader.read(SOURCE, file));
            assertTrue(SpecText.clause("PROF-3").contains("`" + name + "`"), "the text names " + name);
        }
        assertEquals(Profiles.loihi(), Profiles.shipped("loihi"));
        assertEquals(Profiles.wide(), Profiles.shipped("wide"));
        assertEquals(Profiles.tiny(), Profiles.shipped("tiny"));
        IllegalArgumentException said = assertThrows(IllegalArgumentException.class, () -> Profiles.shipped("huge"));
        assertTrue(
                said.getMessage().contains("huge") && said.getMessage().contains("loihi, wide, tiny"),
                said.getMessage());
    }

    @Test
    @Clause("PROF-4")
    void orderSpaceAndCommentsDoNotCount() {
        StringBuilder text = new StringBuilder("# a comment = 3\n\r\n\t \n");
        List<Map.Entry<String, String>> entries = new ArrayList<>(roomy().entrySet());
        Collections.reverse(entries);
        entries.forEach(e -> text.append("\t ")
                .append(e.getKey())
                .append("=  ")
                .append(e.getValue())
                .append(" \t# = what for\r\n"));
        assertEquals(read(roomy()), ProfileReader.read(SOURCE, text.toString()));
    }

    private static void refusedText(String text, String start, String... words) {
        InvalidProfileException said =
                assertThrows(InvalidProfileException.class, () -> ProfileReader.read(SOURCE, text));
        assertTrue(said.getMessage().startsWith(start), said.getMessage());
        for (String word : words) {
            assertTrue(said.getMessage().contains(word), "'" + word + "' in: " + said.getMessage());
        }
    }

    @Test
    @Clause("PROF-4")
    void whatIsNoProfileIsRefusedWithItsLine() {
        String good = text(roomy());
        int lines = roomy().size();
        refusedText(
                good + "\nsoma.temper = 3", SOURCE + ":" + (lines + 1) + ": soma.temper", "no profile has such a key");
        refusedText(good + "\n\nsoma.keep = 3", SOURCE + ":" + (lines + 2) + ": soma.keep", "before", "line");
        refusedText(good + "\nsoma.keep", SOURCE + ":" + (lines + 1), "key = value", "soma.keep");
        refusedText(good + "\n= 3", SOURCE + ":" + (lines + 1), "key = value");
        for (String key : roomy().keySet()) {
            Map<String, String> without = roomy();
            without.remove(key);
            refusedText(text(without), SOURCE + ": " + key, "missing");
        }
        for (String bad : List.of(
                "",
                "three",
                "3.0",
                "0x10",
                "1e3",
                "99999999999",
                "- 3",
                "+3",
                "3 4",
                "\u0663",
                "\r3",
                "\u00a03",
                "\f3")) {
            Map<String, String> values = with("soma.keep", bad);
            refused(values, "soma.keep", "'" + bad + "'");
        }
    }

    @Test
    @Clause("PROF-4")
    void aTextThatIsTooLongIsRefused() {
        String good = text(roomy()) + "\n#";
        ProfileReader.read(SOURCE, good + "x".repeat(65_536 - good.length()));
        refusedText(good + "x".repeat(65_537 - good.length()), SOURCE, "65536");
        // Bytes count, not characters: two of UTF-8 each.
        ProfileReader.read(SOURCE, good + "\u00e4".repeat((65_536 - good.length()) / 2));
        refusedText(good + "\u00e4".repeat((65_536 - good.length()) / 2 + 1), SOURCE, "65536");
    }

    @Test
    @Clause("PROF-4")
    void aByteOrderMarkIsRefused() {
        refusedText("\ufeff" + text(roomy()), SOURCE);
    }
}
