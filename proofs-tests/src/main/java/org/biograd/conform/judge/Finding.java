package org.biograd.conform.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.biograd.conform.exchange.Verdict;

/**
 * A case that fails.
 *
 * @param question the case without its answer
 * @param expected the right answer
 * @param got the answer of the program, a missing node where there is none
 * @param verdict what is wrong
 * @param detail what else is known, for example an exit code; may be empty
 * @param discrepancy where the answers first differ, where there are two
 */
public record Finding(
        ObjectNode question,
        ObjectNode expected,
        JsonNode got,
        Verdict verdict,
        String detail,
        Optional<Discrepancy> discrepancy) {

    /** What fails, in one sentence without a full stop. */
    public String words() {
        return discrepancy
                .map(Discrepancy::words)
                .orElseGet(() -> verdict.words() + (detail.isEmpty() ? "" : ": " + detail));
    }
}
