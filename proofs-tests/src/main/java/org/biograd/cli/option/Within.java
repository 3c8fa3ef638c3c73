package org.biograd.cli.option;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The range of an option that is a whole number; {@link Ranges} has it checked. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Within {

    /** The smallest number allowed, 0 or more. */
    int low();

    /** The largest number allowed, 999,999,999 or less. */
    int high();
}
