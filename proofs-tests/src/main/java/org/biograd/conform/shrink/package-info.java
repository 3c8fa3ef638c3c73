/**
 * Makes a case that fails small, by asking smaller ones.
 *
 * <p>Read {@link org.biograd.conform.shrink.Shrinker}; {@code Axes}, {@code NetworkCuts} and {@code SmallerValues} say
 * what is smaller. Skip {@code CompartmentGuesses}. {@code conform} and its reports depend on it.
 */
package org.biograd.conform.shrink;
