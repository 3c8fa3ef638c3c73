package org.biograd.proof.prove;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that states a claim about code: a static method of one {@link Scene}. Under what the scene is given,
 * what it proves holds for all values of its variables.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Proof {

    /** The clauses that are proven. */
    String[] clauses();

    /** What holds, in a sentence. */
    String says();

    /** For which inputs. */
    String inputs();

    /** Z3's tactic; empty: the solver of its own choice. */
    String tactic() default "";

    /** Whether solvers have not decided it: it is tried on random values, and its planted fault is refuted. */
    boolean open() default false;

    /** Whether it takes more than 5 seconds, and so runs in the profile {@code proofs} alone. */
    boolean slow() default false;
}
