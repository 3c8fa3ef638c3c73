package org.biograd.mutation;

/**
 * A plausible mistake.
 *
 * @param name what is wrong
 * @param source the source file it is made in, below fixedpoint's packages
 * @param right the text that must occur in it exactly once
 * @param wrong what stands there instead
 * @param catcher the name of the test class that must fail
 */
record WrongVariant(String name, String source, String right, String wrong, String catcher) {

    @Override
    public String toString() {
        return name;
    }
}
