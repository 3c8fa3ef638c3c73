package org.biograd.fixedpoint.rule.frame;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Draws;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;

/** A way to learn, in integers. */
public interface LearningRule {

    /** Its name on the command line. */
    String name();

    /** The numbers that it has and no profile. */
    List<RuleParameter> parameters();

    /** The keys of a profile (PROF-1) to which it gives values of its own, unless somebody gives others. */
    Map<String, String> profile();

    /**
     * What it is.
     *
     * @throws IllegalArgumentException where it cannot drive such a network
     */
    RuleCard card(Shape shape, Profile profile, RuleSettings settings);

    /**
     * A network with its initial weights that learns by it.
     *
     * @param shape the layer sizes
     * @param profile widths, constants and rounding
     * @param settings of this rule's parameters
     * @param seed the seed of the run
     * @param drawing opens the draws, each time anew from their beginning
     * @throws IllegalArgumentException where it cannot drive such a network
     */
    RuleNetwork open(
            Shape shape, Profile profile, RuleSettings settings, long seed, Supplier<? extends DrawSource> drawing);

    /** The same with the draws of the seed. */
    default RuleNetwork open(Shape shape, Profile profile, RuleSettings settings, long seed) {
        return open(shape, profile, settings, seed, () -> new Draws(seed));
    }
}
