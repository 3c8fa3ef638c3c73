package org.biograd.spec;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the clauses of the spec that a piece of code implements or, on a test, checks.
 *
 * <p>A test fails when a clause has no implementing mark, when it has no checking mark, or when a mark names no clause.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.FIELD})
public @interface Clause {

    /** The ids of the clauses, for example {@code "SOMA-2"}. */
    String[] value();
}
