package org.biograd.conform.judge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import org.biograd.kit.CaseStream;
import org.biograd.kit.generate.CaseBounds;
import org.biograd.spec.profile.Profile;

/** Where cases and right answers come from. */
public interface CaseSource {

    /** The operations that there are cases of. */
    Set<String> operations();

    /** The level of an operation, 0 for words to 5 for whole trainings. */
    int level(String operation);

    /**
     * Cases of an operation.
     *
     * @param cases how many
     * @param seed of the draws
     * @param profile whose widths and constants the cases have, or null for what the operation has by itself
     * @param bounds what the cases may ask for
     */
    CaseStream stream(String operation, long cases, long seed, Profile profile, CaseBounds bounds);

    /** The {@code out} of a case, or nothing where the case is not a valid one. */
    Optional<ObjectNode> answer(ObjectNode question);
}
