package org.biograd.study.sweep.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.biograd.reference.real.RealParameters;
import org.biograd.spec.Clause;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;
import org.biograd.train.ProfileOverrides;
import org.biograd.train.trial.SettingLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What study files say, what is wrong with bad ones, and which points come of good ones. */
class PlanTest {

    private static final Shape SHAPE = Shape.of(64, 12, 10);
    private static final String HEAD = "epochs = 1\nvalidation = 10\n";

    private static Study read(String text) {
        return StudyReader.read("my.study", text, Profiles::shipped);
    }

    private static Plan plan(String text) {
        return Planner.plan(read(HEAD + text), SHAPE);
    }

    private static List<String> levels(Plan plan) {
        return plan.points().stream()
                .skip(1)
                .map(point -> String.join(" ", point.levels().values()))
                .toList();
    }

    @Test
    @Clause("STUDY-1")
    void saysAllOfIt() {
        Study study = read("""
                base       = wide          # a comment
                hidden     = 12, 8
                seeds      = 18446744073709551615, 0
                epochs     = 7
                validation = 100
                probes     = 0
                design     = latin 20 seed 5
                impossible = skip
                final      = yes
                couple     = tag, weight
                couple   weight.spread *= 2
                soma.keep  = 2000..2004 step 2, 4096
                """);
        assertEquals("wide", study.base().name());
        assertEquals(List.of(12, 8), study.hidden());
        assertEquals(List.of(-1L, 0L), study.seeds());
        assertEquals(7, study.epochs());
        assertEquals(100, study.validation());
        assertEquals(0, study.probes());
        assertEquals("latin 20 seed 5", study.design().toString());
        assertTrue(study.skip() && study.testing());
        assertEquals(7, study.couplings().size(), study.couplings().toString());
        assertEquals("weight.spread *= 2", study.couplings().get(6).toString());
        assertEquals(
                List.of("2000", "2002", "2004", "4096"),
                study.axes().get(0).levels().stream()
                        .map(level -> level.get("soma.keep"))
                        .toList());
        Study plain = read(HEAD + "trace.bits = 7");
        assertEquals("loihi", plain.base().name());
        assertEquals(List.of(64), plain.hidden());
        assertEquals(List.of(1L, 2L, 3L), plain.seeds());
        assertEquals(5, plain.probes());
        assertEquals("grid", plain.design().toString());
        assertTrue(!plain.skip() && !plain.testing() && plain.couplings().isEmpty());
    }

    @ParameterizedTest
    @Clause({"STUDY-1", "STUDY-2", "STUDY-3", "STUDY-4"})
    @CsvSource(
            delimiter = '|',
            value = {
                "weight.bit = 4 | my.study:3: weight.bit: 'weight.bit' is neither a setting of a study nor",
                "name = a | my.study:3: name: 'name' is neither a setting",
                "weight.bits = | my.study:3: weight.bits: '' is no value of weight.bits: integers such as",
                "weight.bits = 8..4 | my.study:3: weight.bits: '8..4' is empty",
                "weight.bits = 4..8 step 0 | my.study:3: weight.bits: '4..8 step 0' is empty",
                "weight.bits = 4..8 log | my.study:3: weight.bits: '4..8 log' is no range; low..high,",
                "weight.spread = 5..7 power of two | my.study:3: weight.spread: '5..7 power of two' has no",
                "weight.spread = 1..20000 | my.study:3: weight.spread: 20000 levels; at most 10000",
                "weight.bits = 4, 5, 4 | my.study:3: weight.bits: '4' stands twice",
                "update.rounding = floor | my.study:3: update.rounding: 'floor' is no value of update.rounding: FLOOR,",
                "weight.bits x trace.bits = 4 | my.study:3: weight.bits x trace.bits: '4' has 1 parts with an x",
                "weight.bits + trace.bits = 4 | my.study:3: weight.bits + trace.bits: '4' has 1 values with a +",
                "weight.bits x weight.bits = 4 x 5 | my.study:3: weight.bits x weight.bits: the key weight.bits stands",
                "design = star | my.study:3: design: 'star' is no design; grid, one-at-a-time, latin 40",
                "design = latin 0 | my.study:3: design: 'latin 0' is no design",
                "seeds = 1, 1 | my.study:3: seeds: '1' stands twice",
                "seeds = -1 | my.study:3: seeds: '-1' is not a decimal number of 64 bits",
                "hidden = 0 | my.study:3: hidden: '0' is not within 1..65535",
                "final = maybe | my.study:3: final: 'maybe' is neither yes nor no",
                "couple = tags | my.study:3: couple: 'tags' is none of weight, trace, tag, error, feedback",
                "couple = tag, tag | my.study:3: couple: 'tag' stands twice, of weight",
                "couple update.rounding = 1 | my.study:3: couple update.rounding: 'update.rounding' is no key",
                "couple weight.bits = 4 * | my.study:3: couple weight.bits: '4 *': the end stands where",
                "couple weight.bits = 4 % 2 | my.study:3: couple weight.bits: '% 2' does not belong into a formula",
                "couple weight.bits = update.rounding | my.study:3: couple weight.bits: 'update.rounding': 'update.r",
                "nothing | my.study:3: 'nothing' is not of the form key = value",
                "epochs = 4 | my.study:3: epochs: given before, in line 1",
            })
    void saysWhatIsWrong(String line, String message) {
        InvalidStudyException refused =
                assertThrows(InvalidStudyException.class, () -> read(HEAD + line + "\nsoma.keep = 2000"));
        assertTrue(refused.getMessage().startsWith(message), refused.getMessage());
    }

    @Test
    @Clause("STUDY-1")
    void saysWhatIsMissing() {
        assertTrue(assertThrows(InvalidStudyException.class, () -> read("validation = 3\nsoma.keep = 1"))
                .getMessage()
                .equals("my.study: epochs: missing"));
        assertTrue(assertThrows(InvalidStudyException.class, () -> read(HEAD))
                .getMessage()
                .startsWith("my.study: no keys of the profile are varied; 1 to 40 axes"));
        assertTrue(assertThrows(
                        InvalidStudyException.class, () -> read(HEAD + "soma.keep = 1\nsoma.keep x trace.keep = 1 x 2"))
                .getMessage()
                .startsWith(
                        "my.study:4: soma.keep x trace.keep: the key soma.keep is on the axis 'soma.keep' already"));
        assertTrue(assertThrows(InvalidStudyException.class, () -> read(HEAD + "soma.keep = 1\ncouple soma.keep = 2"))
                .getMessage()
                .startsWith("my.study:4: couple soma.keep: a key on an axis can be moved"));
        assertTrue(assertThrows(InvalidStudyException.class, () -> read("#".repeat(SettingLines.MAX_BYTES + 1)))
                .getMessage()
                .contains("longer than the 65536 bytes"));
    }

    @Test
    @Clause({"STUDY-2", "STUDY-3"})
    void aGridHasTheLastAxisTheFastest() {
        assertEquals(
                List.of(
                        "2000 1 10 100",
                        "2000 1 20 200",
                        "2000 2 10 100",
                        "2000 2 20 200",
                        "2001 1 10 100",
                        "2001 1 20 200",
                        "2001 2 10 100",
                        "2001 2 20 200"),
                levels(plan("soma.keep x update.shift = 2000, 2001 x 1, 2\n"
                        + "weight.spread + soma.threshold = 10 + 100, 20 + 200")));
    }

    @Test
    @Clause({"STUDY-3", "STUDY-5"})
    void oneAtATimeLeavesTheOthersAtTheBaseWhichIsPointZero() {
        Plan plan = plan("design = one-at-a-time\nsoma.keep = 2000, 2457\nupdate.shift = 3..5");
        assertEquals(List.of("2000 4", "2457 3", "2457 5"), levels(plan));
        assertEquals(2, plan.repeated());
        assertEquals(
                Map.of("soma.keep", "2457", "update.shift", "4"),
                plan.points().get(0).levels());
    }

    /** The generator of STUDY-3, written from the text. */
    private static int[] permutation(long seed, String title, int n) {
        long golden = 0x9E3779B97F4A7C15L;
        long name = 0;
        for (char c : ("latin " + title).toCharArray()) {
            name = mix(name + c + golden);
        }
        long state = mix(seed + golden) ^ name;
        state = mix(state);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            state += golden;
            int j = (int) ((mix(state) >>> 32) * (i + 1) >>> 32);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    @Test
    @Clause("STUDY-3")
    void aLatinHypercubeHasEveryLevelAsOften() {
        Plan plan = plan("design = latin 7 seed 9\nsoma.keep = 2000..2099\nweight.spread = 1..3");
        int[] keep = permutation(9, "soma.keep", 7);
        int[] spread = permutation(9, "weight.spread", 7);
        List<String> expected = new ArrayList<>();
        int[] count = new int[3];
        for (int i = 0; i < 7; i++) {
            expected.add((2000 + keep[i] * 100 / 7) + " " + (1 + spread[i] * 3 / 7));
            count[spread[i] * 3 / 7]++;
        }
        assertEquals(expected, levels(plan));
        Arrays.sort(count);
        assertEquals("[2, 2, 3]", Arrays.toString(count));
        assertTrue(Arrays.stream(keep).distinct().count() == 7, Arrays.toString(keep));
    }

    /** A ready-made rule keeps the network of the equations, whichever the path and the width. */
    @ParameterizedTest
    @Clause("STUDY-4")
    @CsvSource({
        "weight, weight.bits, 4, loihi, DIRECT", "weight, weight.bits, 11, loihi, LAYERWISE",
        "trace, trace.bits, 6, loihi, DIRECT", "trace, trace.bits, 10, loihi, LAYERWISE",
        "tag, eligibility.bits, 6, loihi, DIRECT", "tag, eligibility.bits, 12, loihi, LAYERWISE",
        "error, error.learningBits, 5, loihi, DIRECT", "error, error.learningBits, 10, loihi, LAYERWISE",
        "feedback, feedback.bits, 5, loihi, DIRECT", "feedback, feedback.bits, 9, loihi, LAYERWISE",
    })
    void readyMadeRulesKeepTheRealParameters(String rule, String key, int width, String base, String path) {
        Plan plan = plan("couple = " + rule + "\nfeedback.path + " + key + " = " + path + " + " + width);
        Profile moved = plan.points().get(1).profile();
        Profile before = ProfileOverrides.apply(Profiles.shipped(base), Map.of("feedback.path", path));
        assertEquals(RealParameters.of(before), RealParameters.of(moved));
        Map<String, String> values = ProfileOverrides.values(moved);
        assertEquals(Integer.toString(width), values.get(key));
        // Without the rule the same width stands for another network, or gives up range: only the rule moves keys.
        assertTrue(
                plan.points().get(1).changes().size() >= 3,
                plan.points().get(1).changes().toString());
    }

    @Test
    @Clause("STUDY-4")
    void theExampleOfTheTextHolds() {
        Plan plan = plan("couple = tag\neligibility.bits = 7");
        Map<String, String> changes = new LinkedHashMap<>(plan.points().get(1).changes());
        assertEquals(Map.of("eligibility.bits", "7", "eligibility.shift", "7", "update.shift", "2"), changes);
    }

    @ParameterizedTest
    @Clause("STUDY-4")
    @CsvSource(
            delimiter = '|',
            value = {
                "= 2 + 3 * 4 | 14",
                "= (2 + 3) * 4 | 20",
                "= 100 - 10 - 3 | 87",
                "= 100 / 8 | 13",
                "= 0 - 25 / 2 + 20 | 8",
                "= 2 ^ 3 ^ 2 | 512",
                "= 10 + -2 ^ 2 | 6",
                "= 7 * 2 ^ -1 * 2 | 7",
                "= min(weight.bits, 3) + max(2, base.weight.bits) | 11",
                "+= weight.bits - base.weight.bits | 316",
                "*= 2 ^ (weight.bits - base.weight.bits) | 20",
                "*= 1 / 3 | 107",
            })
    void formulasAreExact(String rule, String value) {
        Plan plan = plan("weight.bits = 4\ncouple weight.spread " + rule);
        assertEquals(
                value, ProfileOverrides.values(plan.points().get(1).profile()).get("weight.spread"));
    }

    @Test
    @Clause("STUDY-5")
    void impossiblePointsAreRefusedByNameOrLeftOut() {
        String text = "trace.bits = 5..7\neligibility.bits = 9, 40";
        String message =
                assertThrows(InvalidStudyException.class, () -> plan(text)).getMessage();
        assertTrue(
                message.startsWith("my.study: 4 points are impossible; other levels, a rule (couple = ...)"), message);
        assertTrue(message.contains("[trace.bits = 5, eligibility.bits = 9: trace.impulse: 50"), message);
        assertTrue(message.contains("[trace.bits = 7, eligibility.bits = 40: eligibility.bits: 40"), message);
        Plan plan = plan(text + "\nimpossible = skip");
        assertEquals(List.of("6 9"), levels(plan));
        assertEquals(4, plan.refused().size());
        assertEquals(1, plan.repeated());
        String division = assertThrows(
                        InvalidStudyException.class, () -> plan("weight.bits = 4\ncouple soma.keep = 1 / 0"))
                .getMessage();
        assertTrue(division.contains("the base itself is impossible: couple soma.keep = 1 / 0: a division"), division);
        assertTrue(assertThrows(InvalidStudyException.class, () -> plan("weight.bits = 4\ncouple soma.keep = 9^64^64"))
                .getMessage()
                .contains("the exponent"));
        assertTrue(assertThrows(
                        IllegalArgumentException.class, () -> plan("soma.keep = 1..4000\nsoma.threshold = 1..4000"))
                .getMessage()
                .contains("more than 1000000 points"));
    }

    @Test
    @Clause("STUDY-4")
    void formulasFromOutsideAreBounded() {
        String deep = "(".repeat(60) + "1" + ")".repeat(60);
        assertTrue(assertThrows(
                        InvalidStudyException.class, () -> read(HEAD + "soma.keep = 1\ncouple weight.bits = " + deep))
                .getMessage()
                .contains("nested more than 50 deep"));
        String power = "999999999 ^ 64" + " * 999999999 ^ 64".repeat(3);
        assertTrue(assertThrows(InvalidStudyException.class, () -> plan("soma.keep = 1\ncouple weight.bits = " + power))
                .getMessage()
                .contains("more than 4096 bits"));
    }
}
