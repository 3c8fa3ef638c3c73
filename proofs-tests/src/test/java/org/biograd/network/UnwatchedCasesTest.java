package org.biograd.network;

import java.util.Random;
import org.biograd.spec.Clause;
import org.junit.jupiter.api.Test;

/** The cases of {@link UnwatchedTest}, the same in every run: what {@code WrongVariantsTest} asks of each wrong variant. */
class UnwatchedCasesTest {

    private static final int CASES = 300;
    private static final int CASES_OF_THE_MODEL = 150;

    private static NetworkCase number(int number) {
        Random random = new Random(9_000 + number);
        return UnwatchedTest.online(NetworkCase.of(random), random);
    }

    @Test
    void theSameBitsAndTheSameEvents() {
        for (int i = 0; i < CASES; i++) {
            UnwatchedTest.requireSame(number(i));
        }
    }

    /** Watched and unwatched share the update of the weights, so both are held against the model as well. */
    @Test
    @Clause({"LEARN-1", "LEARN-2", "LEARN-3"})
    void everyCaseEqualsTheModel() {
        for (int i = 0; i < CASES_OF_THE_MODEL; i++) {
            SideBySide.train(number(i));
        }
    }
}
