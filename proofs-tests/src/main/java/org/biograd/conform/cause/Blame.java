package org.biograd.conform.cause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.biograd.study.explain.Line;
import org.biograd.study.explain.Operand;
import org.biograd.study.explain.check.Evaluator;

/**
 * Which of the lines that lead to a wrong value is to be looked at first. Nobody can know: a line is right where what
 * leads to it is wrong in a way that makes up for it. But a case that was made small has nothing in it that its fault
 * does not need, so a line that does nothing here (it passes on what it gets) is not the one, nor is a plain sum behind
 * which something was rounded, limited or at its edge.
 */
final class Blame {

    private Blame() {}

    /** The line of a chain whose last is the wrong value. */
    static Line of(List<Line> chain) {
        Line at = chain.get(chain.size() - 1);
        while (!acts(at)) {
            Optional<Line> acting = nearestActing(chain, at);
            Optional<Line> passedOn =
                    sources(chain, at).stream().filter(passedOn(at)).findFirst();
            if (acting.isEmpty() && passedOn.isEmpty()) {
                return at;
            }
            at = acting.or(() -> passedOn).orElseThrow();
        }
        return at;
    }

    private static Predicate<Line> passedOn(Line at) {
        return line -> line.value() == at.value() && !draws(line);
    }

    /** Of the lines that lead to a line the acting one on the shortest way. */
    private static Optional<Line> nearestActing(List<Line> chain, Line from) {
        List<Line> level = sources(chain, from);
        while (!level.isEmpty()) {
            Optional<Line> acting =
                    level.stream().filter(line -> !draws(line) && acts(line)).findFirst();
            if (acting.isPresent()) {
                return acting;
            }
            level = level.stream()
                    .flatMap(line -> sources(chain, line).stream())
                    .toList();
        }
        return Optional.empty();
    }

    private static List<Line> sources(List<Line> chain, Line of) {
        List<Line> sources = new ArrayList<>();
        for (Operand operand : of.operands()) {
            chain.stream().filter(line -> line.key().equals(operand.source())).forEach(sources::add);
        }
        return sources;
    }

    private static boolean draws(Line line) {
        return line.symbol().startsWith("draw");
    }

    /** Whether something is rounded, limited or compared at its edge. */
    static boolean acts(Line line) {
        return Evaluator.acts(line);
    }
}
