package org.biograd.conform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.biograd.conform.judge.CaseSource;
import org.biograd.kit.CaseStream;
import org.biograd.kit.generate.CaseBounds;
import org.biograd.spec.profile.Profile;

/** Cases whose answers need not have the events of OBS-2: permitted variations leave them out. */
record WithoutEvents(CaseSource of) implements CaseSource {

    private static ObjectNode without(ObjectNode out) {
        out.remove("events");
        return out;
    }

    @Override
    public Set<String> operations() {
        return of.operations();
    }

    @Override
    public int level(String operation) {
        return of.level(operation);
    }

    @Override
    public Optional<ObjectNode> answer(ObjectNode question) {
        return of.answer(question).map(WithoutEvents::without);
    }

    @Override
    public CaseStream stream(String operation, long cases, long seed, Profile profile, CaseBounds bounds) {
        return new Stream(of.stream(operation, cases, seed, profile, bounds));
    }

    /** The same cases with less in their answers. */
    private record Stream(CaseStream of) implements CaseStream {

        @Override
        public boolean advance() {
            return of.advance();
        }

        @Override
        public String id() {
            return of.id();
        }

        @Override
        public String op() {
            return of.op();
        }

        @Override
        public int level() {
            return of.level();
        }

        @Override
        public List<String> clauses() {
            return of.clauses();
        }

        @Override
        public ObjectNode question() {
            return of.question();
        }

        @Override
        public ObjectNode expected() {
            return without(of.expected());
        }
    }
}
