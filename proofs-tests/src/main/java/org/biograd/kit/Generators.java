package org.biograd.kit;

import java.util.Collections;
import java.util.Set;
import org.biograd.kit.generate.CaseBounds;
import org.biograd.spec.profile.Profile;

/** Makes cases. Equal arguments give equal cases, to the byte, on every machine. */
public final class Generators {

    private Generators() {}

    /** The operations that cases can be made for, in the order of their levels. */
    public static Set<String> operations() {
        return Collections.unmodifiableSet(Catalogue.all().keySet());
    }

    /**
     * The level of an operation: 0 words, 1 neurons, 2 synapses and traces, 3 learning, 4 network, 5 training.
     *
     * @throws IllegalArgumentException where no cases of it can be made
     */
    public static int level(String op) {
        return entry(op).level();
    }

    /**
     * How many cases of an operation are made on purpose; they are the first of every stream.
     *
     * @throws IllegalArgumentException where no cases of it can be made
     */
    public static int directed(String op) {
        return entry(op).generator().directed().size();
    }

    /**
     * Cases of one operation: the directed ones first, and random ones after them.
     *
     * @param op the operation
     * @param cases how many in all, 0 or more
     * @param seed of the random ones
     * @param profile gives the parameters of the random ones; null lets them be random too
     * @throws IllegalArgumentException where no cases of it can be made, or the number is negative
     */
    public static CaseStream stream(String op, long cases, long seed, Profile profile) {
        return stream(op, cases, seed, profile, CaseBounds.NONE);
    }

    /**
     * The same, of cases within bounds. The stream ends early where random cases within them were not found.
     *
     * @param bounds what the cases may ask for
     */
    public static CaseStream stream(String op, long cases, long seed, Profile profile, CaseBounds bounds) {
        if (cases < 0) {
            throw new IllegalArgumentException(cases + " cases; 0 or more are needed");
        }
        return new GeneratedCases(op, entry(op), cases, seed, profile, bounds);
    }

    private static Catalogue.Entry entry(String op) {
        Catalogue.Entry entry = Catalogue.all().get(op);
        if (entry == null) {
            throw new IllegalArgumentException(
                    "no cases of \"" + op + "\" can be made; of " + String.join(", ", operations()) + " they can");
        }
        return entry;
    }
}
