package org.biograd.conform;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.biograd.conform.judge.CaseSource;
import org.biograd.kit.CaseStream;
import org.biograd.kit.cases.Json;
import org.biograd.kit.generate.CaseBounds;
import org.biograd.spec.profile.Profile;

/**
 * Cases that all have one right answer, so that a shell can give it: it starts in no time, and a test that waits for a
 * program that does not answer need not wait longer than that.
 */
final class OneAnswer implements CaseSource {

    private static final int SEVENTH = 7;

    /** The operation. */
    static final String OP = "one.answer";

    /** The loop of a shell that answers; its first argument is done instead at case 7. */
    private static final String LOOP = "while read -r line; do id=${line#*'\"id\":\"'}; id=${id%%'\"'*}; "
            + "if [ $id = one-7 ]; then SEVENTH; "
            + "else echo \"{\\\"id\\\":\\\"$id\\\",\\\"out\\\":{\\\"y\\\":1}}\"; fi; done";

    private final int entries;

    /**
     * Cases with arrays of ones.
     *
     * @param entries how many the seventh has
     */
    OneAnswer(int entries) {
        this.entries = entries;
    }

    /** The command of a shell that answers all cases but the seventh. */
    static List<String> shell(String atTheSeventh) {
        return List.of("/bin/sh", "-c", LOOP.replace("SEVENTH", atTheSeventh));
    }

    @Override
    public Set<String> operations() {
        return Set.of(OP);
    }

    @Override
    public int level(String operation) {
        return 0;
    }

    @Override
    public Optional<ObjectNode> answer(ObjectNode question) {
        return Optional.of(Json.object().put("y", 1));
    }

    @Override
    public CaseStream stream(String operation, long cases, long seed, Profile profile, CaseBounds bounds) {
        return new CaseStream() {
            private long number = -1;

            @Override
            public boolean advance() {
                return ++number < cases;
            }

            @Override
            public String id() {
                return "one-" + number;
            }

            @Override
            public String op() {
                return OP;
            }

            @Override
            public int level() {
                return 0;
            }

            @Override
            public List<String> clauses() {
                return List.of("WORD-1");
            }

            @Override
            public ObjectNode question() {
                ObjectNode question = Json.object();
                question.put("id", id()).put("op", OP);
                question.putObject("params");
                ArrayNode a = question.putObject("in").putArray("a");
                for (int i = 0; i < (number == SEVENTH ? entries : 1); i++) {
                    a.add(1);
                }
                return question;
            }

            @Override
            public ObjectNode expected() {
                return Json.object().put("y", 1);
            }
        };
    }
}
