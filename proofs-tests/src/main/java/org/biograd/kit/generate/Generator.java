package org.biograd.kit.generate;

import java.util.List;
import org.biograd.spec.profile.Profile;

/** Makes the questions of one operation. */
public interface Generator {

    /** Those made on purpose: every clause, every edge, every known way to get it wrong; always the same. */
    List<Question> directed();

    /**
     * A random one.
     *
     * @param dice decides everything
     * @param profile gives what is a parameter of a profile; null where the dice are to decide that too
     */
    Question random(Dice dice, Profile profile);
}
