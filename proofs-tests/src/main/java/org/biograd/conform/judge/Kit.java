package org.biograd.conform.judge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import org.biograd.kit.CaseStream;
import org.biograd.kit.Generators;
import org.biograd.kit.Golden;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.generate.CaseBounds;
import org.biograd.spec.profile.Profile;

/** The golden model of the conformance kit. */
public final class Kit implements CaseSource {

    @Override
    public Set<String> operations() {
        return Generators.operations();
    }

    @Override
    public int level(String operation) {
        return Generators.level(operation);
    }

    @Override
    public CaseStream stream(String operation, long cases, long seed, Profile profile, CaseBounds bounds) {
        return Generators.stream(operation, cases, seed, profile, bounds);
    }

    @Override
    public Optional<ObjectNode> answer(ObjectNode question) {
        try {
            return Optional.of(Golden.answer(question));
        } catch (BadCaseException e) {
            return Optional.empty();
        }
    }
}
