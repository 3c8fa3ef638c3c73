package org.biograd.network;

import java.util.Random;
import org.biograd.spec.Clause;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.SomaParameters;
import org.junit.jupiter.api.Test;

/**
 * The cases of {@link UnwatchedTest}, the same in every run: what {@code WrongVariantsTest} asks of each wrong variant.
 */
class UnwatchedCasesTest {

    private static final int CASES = 300;
    private static final int CASES_OF_THE_MODEL = 150;

    private static NetworkCase number(int number) {
        Random random = new Random(9_000 + number);
        NetworkCase drawn = UnwatchedTest.online(NetworkCase.of(random), random);
        return number % 3 == 0 ? wide(drawn) : drawn;
    }

    /** The same with words of neurons that only the plain form of their step can hold. */
    private static NetworkCase wide(NetworkCase of) {
        Profile p = of.profile();
        SomaParameters s = p.soma();
        SomaParameters changed = new SomaParameters(32, 32, s.voltageOne(), s.keep(), s.threshold(), s.window());
        return of.with(new Profile(
                p.name(),
                p.time(),
                p.weight(),
                changed,
                p.trace(),
                p.eligibility(),
                p.error(),
                p.update(),
                p.feedback(),
                p.sleep()));
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
