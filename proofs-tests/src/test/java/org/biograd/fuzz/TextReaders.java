package org.biograd.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.biograd.conform.ClaimsReader;
import org.biograd.conform.exchange.Answer;
import org.biograd.data.DataSet;
import org.biograd.data.Digits;
import org.biograd.kit.Answers;
import org.biograd.kit.CaseStream;
import org.biograd.kit.Checks;
import org.biograd.kit.Generators;
import org.biograd.loihi.learning.LearningRule;
import org.biograd.loihi.learning.RuleException;
import org.biograd.loihi.learning.RuleLimits;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.InvalidProfileException;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.ProfileReader;
import org.biograd.spec.profile.Profiles;
import org.biograd.study.sweep.plan.InvalidStudyException;
import org.biograd.study.sweep.plan.Planner;
import org.biograd.study.sweep.plan.Study;
import org.biograd.study.sweep.plan.StudyReader;
import org.biograd.study.tune.InvalidSearchException;
import org.biograd.study.tune.SearchReader;
import org.biograd.study.tune.Tuning;

/** Readers of text: profiles, rules, searches, claims, cases, answers. */
final class TextReaders {

    private static final int LONGEST_LINE = 4000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String CLAIMS = "{\"name\": \"mine\", \"version\": \"0.3\", \"operations\": [\"decay\", "
            + "\"lif.run\"], \"profiles\": [\"loihi\", \"wide\"], \"emulators\": [\"lava\"], \"limits\": "
            + "{\"maxSteps\": 256, \"widths\": [8, 24]}, \"events\": false}";

    private static final List<String> SEARCHES = List.of(
            "base = loihi\nhidden = 4, 3\nseed = 1\ncandidates = 3\nvalidation = 9\nrungs = 9 samples, 1 epoch\n"
                    + "keep = 1/3\nfit = chip\nupdate.shift = 12..18\nweight.spread = 64..512 log # drawn\n"
                    + "soma.threshold = 1024..8192 power of two\neligibility.shift = 4, 5, 6\n",
            "hidden = 2\ncandidates = 2\nvalidation = 1\nrungs = 1\nsleep.rounding = FLOOR, STOCHASTIC\n");

    private static final List<String> STUDIES = List.of(
            "hidden = 6\nseeds = 1, 2\nepochs = 2\nvalidation = 30\nprobes = 2\ncouple sleep.first = 1\n"
                    + "couple weight.spread = base.weight.spread / 2 ^ (base.weight.bits - weight.bits)\n"
                    + "couple update.shift += weight.bits - base.weight.bits\nweight.bits = 5..8\n"
                    + "update.rounding  = FLOOR, STOCHASTIC\n",
            "hidden = 2\nseeds = 1\nepochs = 1\nvalidation = 4\ncouple = trace, tag\nimpossible = skip\n"
                    + "trace.bits = 5, 7\neligibility.bits = 5, 9\n");

    private TextReaders() {}

    static List<Target> all() throws IOException {
        List<String> questions = lines(false);
        List<String> answered = lines(true);
        return List.of(
                new TextTarget("profile", 120, profiles(), TextReaders::profile),
                new TextTarget("rule", 120, rules(), TextReaders::rule),
                new TextTarget("claims", 60, List.of(CLAIMS, "{}"), TextReaders::claims),
                new TextTarget("search", 60, SEARCHES, new Searches()::read, 16L << 30),
                // A profile is read for each of the points, of which there may be thousands.
                new TextTarget("study", 60, STUDIES, TextReaders::study, 16L << 30),
                new TextTarget("case", 150, questions, TextReaders::answer),
                new TextTarget("case with its out", 80, answered, TextReaders::check),
                new TextTarget("answer of a program", 60, answered, TextReaders::programsLine));
    }

    private static List<String> profiles() {
        List<String> texts = new ArrayList<>();
        for (String name : Profiles.NAMES) {
            texts.add(ProfileReader.write(Profiles.shipped(name)));
        }
        return texts;
    }

    private static List<String> rules() {
        List<String> texts = new ArrayList<>();
        CaseStream stream = Generators.stream("rule.read", Generators.directed("rule.read") + 40L, 1, null);
        while (stream.advance()) {
            texts.add(stream.question().path("in").path("text").asText());
        }
        return texts;
    }

    /** Cases of every operation that are small and quick. */
    private static List<String> lines(boolean withOut) {
        List<String> lines = new ArrayList<>();
        for (String op : new TreeSet<>(Generators.operations())) {
            CaseStream stream = Generators.stream(op, Math.min(30, Generators.directed(op)) + 10L, 1, null);
            for (int n = 0; n < 40 && stream.advance(); n++) {
                String line = stream.question().toString();
                if (line.length() < LONGEST_LINE && !op.equals("training.digest")) {
                    lines.add(
                            withOut
                                    ? line.substring(0, line.length() - 1) + ",\"out\":" + stream.expected() + "}"
                                    : line);
                }
            }
        }
        return lines;
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }

    private static void profile(byte[] input) {
        Profile read;
        try {
            read = ProfileReader.read("mine.profile", text(input));
        } catch (InvalidProfileException e) {
            assertTrue(e.getMessage().startsWith("mine.profile"), e.getMessage());
            return;
        }
        assertEquals(read, ProfileReader.read("again", ProfileReader.write(read)));
    }

    private static void rule(byte[] input) {
        for (RuleLimits limits : List.of(RuleLimits.NORMATIVE, RuleLimits.LOIHI_1)) {
            try {
                LearningRule.parse(text(input), limits);
            } catch (RuleException e) {
                assertTrue(!e.getMessage().isBlank());
            }
        }
    }

    private static void claims(byte[] input) {
        try {
            ClaimsReader.read(input, Generators.operations());
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage() != null && !e.getMessage().isBlank());
        }
    }

    /** Searches, on few samples. */
    private static final class Searches {

        private final DataSet samples = Digits.load().slice(0, 30);

        Searches() throws IOException {}

        void read(byte[] input) {
            try {
                new Tuning(SearchReader.read("s", text(input), TextReaders::shipped), samples, "digits");
            } catch (InvalidSearchException e) {
                assertTrue(e.getMessage().startsWith("s:"), e.getMessage());
            } catch (IllegalArgumentException e) {
                // What does not fit the data: said by the tuning, and named by the command.
                assertTrue(e.getMessage() != null && e.getMessage().contains(":"), e.getMessage());
            }
        }
    }

    private static void study(byte[] input) {
        Study study;
        try {
            study = StudyReader.read("s", text(input), TextReaders::shipped);
        } catch (InvalidStudyException e) {
            assertTrue(e.getMessage().startsWith("s:"), e.getMessage());
            return;
        }
        try {
            Planner.plan(study, Shape.of(3, 2, 2));
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage() != null && !e.getMessage().isBlank());
        }
    }

    private static Profile shipped(String name) {
        if (!Profiles.NAMES.contains(name)) {
            throw new IllegalArgumentException("no such profile");
        }
        return Profiles.shipped(name);
    }

    private static void answer(byte[] input) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Answers.write(new ByteArrayInputStream(input), out);
        for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
            JsonNode answer = JSON.readTree(line);
            assertTrue(answer.has("out") || answer.path("error").asText().startsWith("line "), line);
        }
    }

    private static void check(byte[] input) throws IOException {
        List<String> said = new ArrayList<>();
        Checks checks = new Checks(new Checks.Listener() {
            @Override
            public void differs(String message) {
                said.add(message);
            }

            @Override
            public void malformed(String message) {
                said.add(message);
            }
        });
        checks.file("answers.jsonl", new ByteArrayInputStream(input));
        assertEquals(checks.differing() + checks.malformed(), said.size());
        assertTrue(said.stream().allMatch(message -> message.startsWith("answers.jsonl")), said.toString());
        checks.summary();
    }

    private static void programsLine(byte[] input) {
        Answer answer = Answer.read(input);
        assertTrue(answer.problem() != null || answer.id() != null, "either an id or what is wrong");
    }
}
