package org.biograd.proof.prove;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A fault in the source, that the same claim must refute. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Planted {

    /** What is wrong. */
    String value();

    /** The source file, from the root of the project. */
    String in();

    /** The text that stands in it once. */
    String right();

    /** What stands there instead. */
    String wrong();
}
