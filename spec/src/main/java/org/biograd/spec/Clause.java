package org.biograd.spec;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the clauses of the spec that a piece of code implements or, on a test, checks.
 *
 * <p>A test fails when a clause has no implementing mark, when it has no checking mark, or when a mark names no clause;
 * and when an implementation that has a clause has not exactly one class that bears it in the plain form.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.FIELD})
public @interface Clause {

    /** How the code says what the clause says. */
    enum Form {
        /** As it stands: the one place of a module that a reader of the clause is sent to. */
        PLAIN,

        /** A part of it, or what it rests on; the plain form is elsewhere in the implementation. */
        PART,

        /** The same for the sake of speed; tests hold it equal to the plain form. */
        FAST
    }

    /** The ids of the clauses, for example {@code "SOMA-2"}. */
    String[] value();

    /** Plain unless it is said otherwise; on a test it means nothing. */
    Form form() default Form.PLAIN;
}
