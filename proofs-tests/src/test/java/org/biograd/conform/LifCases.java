package org.biograd.conform;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.biograd.conform.judge.CaseSource;
import org.biograd.kit.CaseStream;
import org.biograd.kit.Golden;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Json;
import org.biograd.kit.generate.CaseBounds;
import org.biograd.spec.profile.Profile;

/** Long random cases of {@code lif.run}, and no short ones: whoever makes them small has to do it all. */
public final class LifCases implements CaseSource {

    public static final String OP = "lif.run";

    private static final int TOP = 131071;

    @Override
    public Set<String> operations() {
        return Set.of(OP);
    }

    @Override
    public int level(String operation) {
        return 1;
    }

    @Override
    public Optional<ObjectNode> answer(ObjectNode question) {
        try {
            return Optional.of(Golden.answer(question));
        } catch (BadCaseException e) {
            return Optional.empty();
        }
    }

    @Override
    public CaseStream stream(String operation, long cases, long seed, Profile profile, CaseBounds bounds) {
        SplittableRandom random = new SplittableRandom(seed);
        return new CaseStream() {
            private long number = -1;
            private ObjectNode question;

            @Override
            public boolean advance() {
                number++;
                question = number < cases ? draw(id(), random) : null;
                return question != null;
            }

            @Override
            public String id() {
                return "lif-" + number;
            }

            @Override
            public String op() {
                return OP;
            }

            @Override
            public int level() {
                return 1;
            }

            @Override
            public List<String> clauses() {
                return List.of("CHIP-3", "CHIP-5");
            }

            @Override
            public ObjectNode question() {
                return question.deepCopy();
            }

            @Override
            public ObjectNode expected() {
                return answer(question).orElseThrow();
            }
        };
    }

    private static ObjectNode draw(String id, SplittableRandom random) {
        ObjectNode question = Json.object();
        question.put("id", id).put("op", OP);
        question.putArray("clause").add("CHIP-3").add("CHIP-5");
        ObjectNode params = question.putObject("params");
        boolean large = random.nextInt(4) == 0;
        int threshold = large ? TOP : 1 + random.nextInt(200);
        int bias = random.nextInt(101) - 50;
        int exponent = random.nextInt(3);
        params.put("decayU", random.nextInt(4097))
                .put("decayV", random.nextInt(4097))
                .put("vthMant", threshold);
        params.put("refractory", 1 + random.nextInt(8)).put("biasMant", bias).put("biasExp", exponent);
        ArrayNode a = question.putObject("in").putArray("a");
        int steps = 20 + random.nextInt(60);
        int scale = large ? 1 << 23 : threshold * 64;
        for (int t = 0; t < steps; t++) {
            boolean exact = random.nextInt(20) == 0;
            a.add(exact ? threshold * 64 - (bias << exponent) : random.nextInt(2 * scale) - scale / 2);
        }
        return question;
    }
}
