/**
 * Traces and the learning engine of the chip: rules as sums of products, in text and compiled, and the arithmetic that
 * executes them.
 *
 * <p>{@link org.biograd.loihi.learning.LearningEngine} and {@link org.biograd.loihi.learning.TraceStep} are what the
 * spec says; {@link org.biograd.loihi.learning.LavaLearning} and {@link org.biograd.loihi.learning.LavaDoubles} are
 * what a public emulator does.
 */
package org.biograd.loihi.learning;
