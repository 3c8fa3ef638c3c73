package org.biograd.study.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What search files say, what is wrong with bad ones, and what is drawn from them. */
class SearchReaderTest {

    private static final String GOOD = """
            base       = tiny           # a comment
            hidden     = 12, 8
            seed       = 18446744073709551615
            candidates = 2000
            validation = 100
            rungs      = 200 samples, 1 epoch, 2\tepochs
            keep       = 1/4
            fit        = any
            update.shift          = -3 .. 4
            weight.spread         = 3..100 log
            trace.impulse         = 5..100 power of two
            eligibility.shift     = 2,4 , 7
            update.rounding       = FLOOR, STOCHASTIC
            """;

    private static Search read(String text) {
        return SearchReader.read("my.search", text, name -> {
            if (!Profiles.NAMES.contains(name)) {
                throw new IllegalArgumentException("'" + name + "' is no profile");
            }
            return Profiles.shipped(name);
        });
    }

    @Test
    void saysAllOfIt() {
        Search search = read(GOOD);
        assertEquals("tiny", search.base().name());
        assertEquals(List.of(12, 8), search.hidden());
        assertEquals(-1, search.seed());
        assertEquals(
                List.of(200L, 337L, 674L),
                search.rungs().stream().map(rung -> rung.samples(337)).toList());
        assertEquals("1/4", search.kept() + "/" + search.keptOf());
        assertEquals(
                List.of("-3..4", "3..100 log", "5..100 power of two", "2, 4, 7", "FLOOR, STOCHASTIC"),
                search.keys().stream().map(KeyValues::text).toList());
        Search plain = read(GOOD.replaceAll("(?m)^(base|seed|keep|fit) .*\n", ""));
        assertEquals(
                "loihi 1 1/3 false",
                plain.base().name() + " " + plain.seed() + " " + plain.kept() + "/" + plain.keptOf() + " "
                        + plain.onChip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "keep       = 1/4 | keep = 5/4 | my.search:7: keep: '5/4' is no part; a fraction above 0, at most 1, "
                        + "such as 1/3, is needed",
                "keep       = 1/4 | keep = 0/4 | my.search:7: keep: '0/4' is no part; a fraction above 0, at most 1, "
                        + "such as 1/3, is needed",
                "hidden     = 12, 8 | hidden = 12,, 8 | my.search:2: hidden: '' is not within 1..65535",
                "hidden     = 12, 8 | # | my.search: hidden: missing",
                "candidates = 2000 | candidates = 10001 | my.search:4: candidates: '10001' is not within 1..10000",
                "validation = 100 | validation = 0 | my.search:5: validation: '0' is not within 1..999999999",
                "rungs      = 200 samples | rungs = 0 samples | my.search:6: rungs: '0 samples' is no rung; samples "
                        + "or epochs, such as 2000 samples, 1 epoch, 5 epochs, are needed",
                "seed       = | seed = 1 | my.search:3: seed: '1 18446744073709551615' is not a decimal number of 64 "
                        + "bits",
                "fit        = any | fit = chips | my.search:8: fit: 'chips' is neither any nor chip",
                "fit        = any | fit | my.search:8: 'fit' is not of the form key = value",
                "fit        = any | seed = 3 | my.search:8: seed: given before, in line 3",
                "base       = tiny | base = tinny | my.search:1: base: 'tinny' is no profile",
                "update.shift          = -3 .. 4 | update.shift = 4..3 | my.search:9: update.shift: 4..3 is empty; "
                        + "the smaller number comes first",
                "update.shift          = -3 .. 4 | update.shit = 3 | my.search:9: update.shit: neither a setting of a "
                        + "search nor a key of a profile that could be searched",
                "update.shift          = -3 .. 4 | name = a, b | my.search:9: name: neither a setting of a search nor "
                        + "a key of a profile that could be searched",
                "update.shift          = -3 .. 4 | update.shift = 3..4 logs | my.search:9: update.shift: '3..4 logs' "
                        + "is no range; low..high, low..high log or low..high power of two is needed",
                "update.shift          = -3 .. 4 | update.shift = 0..4 log | my.search:9: update.shift: 0..4 log "
                        + "needs numbers of 1 or more",
                "trace.impulse         = 5..100 | trace.impulse = 5..7 | my.search:11: trace.impulse: 5..7 has no "
                        + "power of two in it",
                "2,4 , 7 | 2,4,2 | my.search:12: eligibility.shift: '2' stands twice",
                "2,4 , 7 | 2,x | my.search:12: eligibility.shift: 'x' is not an integer of at most 9 digits; values "
                        + "such as 1, 2, 4 or a range such as 1..8, 1..64 log or 1..64 power of two is needed",
                "FLOOR, STOCHASTIC | FLOOR, CEIL | my.search:13: update.rounding: 'CEIL' is none of FLOOR, "
                        + "TOWARD_ZERO, NEAREST_EVEN, AWAY_FROM_ZERO, STOCHASTIC",
                "FLOOR, STOCHASTIC | 1..2 | my.search:13: update.rounding: '1..2' is none of FLOOR, TOWARD_ZERO, "
                        + "NEAREST_EVEN, AWAY_FROM_ZERO, STOCHASTIC",
            })
    void refuses(String right, String wrong, String message) {
        assertTrue(GOOD.contains(right), right);
        assertEquals(
                message,
                assertThrows(InvalidSearchException.class, () -> read(GOOD.replace(right, wrong)))
                        .getMessage());
    }

    @Test
    void refusesNothingToSearchAndTooMuchText() {
        String none = GOOD.replaceAll("(?m)^[a-z]+\\..*\n", "");
        assertTrue(assertThrows(InvalidSearchException.class, () -> read(none))
                .getMessage()
                .startsWith("my.search: no key of the profile"));
        assertTrue(assertThrows(InvalidSearchException.class, () -> read("#".repeat(65_537)))
                .getMessage()
                .contains("65536 bytes"));
    }

    /** Every value that there may be is drawn, about as often as is said, and none besides. */
    @Test
    void drawsWhatIsSaid() {
        Search search = read(GOOD);
        Map<String, Map<Integer, Integer>> counts = new TreeMap<>();
        Set<String> roundings = new TreeSet<>();
        for (Candidate candidate : search.draw(search.shape(9, 3))) {
            candidate.values().forEach((key, value) -> {
                if (key.equals("update.rounding")) {
                    roundings.add(value);
                } else {
                    counts.computeIfAbsent(key, none -> new TreeMap<>())
                            .merge(Integer.parseInt(value), 1, Integer::sum);
                }
            });
        }
        assertEquals(Set.of("FLOOR", "STOCHASTIC"), roundings);
        assertEquals(
                Set.of(-3, -2, -1, 0, 1, 2, 3, 4), counts.get("update.shift").keySet());
        assertEquals(Set.of(8, 16, 32, 64), counts.get("trace.impulse").keySet());
        assertEquals(Set.of(2, 4, 7), counts.get("eligibility.shift").keySet());
        counts.get("trace.impulse")
                .values()
                .forEach(count -> assertTrue(count > 400 && count < 600, counts.toString()));
        TreeMap<Integer, Integer> spread = (TreeMap<Integer, Integer>) counts.get("weight.spread");
        assertEquals(3, spread.firstKey());
        assertTrue(spread.lastKey() >= 95 && spread.lastKey() <= 100, spread.toString());
        // The geometric mean of 3 and 101 halves them.
        int below = spread.headMap(17, true).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        assertTrue(below > 900 && below < 1120, below + " of 1999 below");
    }

    @Test
    void aValueDependsOnSeedKeyAndNumberAlone() {
        Shape shape = Shape.of(9, 12, 8, 3);
        List<Candidate> all = read(GOOD).draw(shape);
        List<Candidate> fewer = read(GOOD.replace("2000", "50").replaceAll("update.shift.*\n", ""))
                .draw(shape);
        for (int n = 1; n < 50; n++) {
            assertEquals(
                    all.get(n).values().get("weight.spread"),
                    fewer.get(n).values().get("weight.spread"));
        }
        List<Candidate> other = read(GOOD.replace("18446744073709551615", "7")).draw(shape);
        assertFalse(all.get(5).values().equals(other.get(5).values())
                && all.get(6).values().equals(other.get(6).values()));
    }

    @Test
    void candidateNumber0IsTheBaseAndRefusedOnesSayWhy() {
        List<Candidate> all = read(GOOD.replace("= tiny", "= loihi")).draw(Shape.of(9, 12, 8, 3));
        assertEquals(Profiles.loihi(), all.get(0).profile().orElseThrow());
        Candidate negative = all.stream()
                .filter(candidate -> "-1".equals(candidate.values().get("update.shift")))
                .findFirst()
                .orElseThrow();
        assertEquals("update.shift: -1 is not within 0..62", negative.refused());
        assertTrue(negative.profile().isEmpty());
        Candidate accepted = all.stream()
                .filter(candidate ->
                        candidate.number() > 0 && candidate.profile().isPresent())
                .findFirst()
                .orElseThrow();
        assertEquals("loihi-tuned", accepted.profile().orElseThrow().name());
        assertEquals(
                Integer.parseInt(accepted.values().get("update.shift")),
                accepted.profile().orElseThrow().update().shift());
        Set<Map<String, String>> different = new HashSet<>();
        for (Candidate candidate : all) {
            assertTrue(
                    different.add(candidate.values()) != candidate.refused().startsWith("the same as candidate "),
                    candidate.toString());
        }
    }

    @Test
    void theChipIsAskedForWhereSaid() {
        List<Candidate> all = read(GOOD.replace("fit        = any", "fit = chip")
                        .replace("base       = tiny", "base = loihi"))
                .draw(Shape.of(9, 12, 8, 3));
        assertTrue(all.get(0).profile().isPresent());
        for (Candidate candidate : all) {
            if ("FLOOR".equals(candidate.values().get("update.rounding"))) {
                assertTrue(candidate.profile().isEmpty());
            }
        }
        assertTrue(
                all.stream()
                        .anyMatch(candidate -> candidate
                                .refused()
                                .equals("does not fit the chip: update.rounding: FLOOR; the program rounds "
                                        + "STOCHASTIC")),
                all.subList(0, 20).toString());
    }
}
