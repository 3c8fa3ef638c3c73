/**
 * What the makers of cases share: {@link org.biograd.kit.generate.Question} is a case in the making,
 * {@link org.biograd.kit.generate.Generator} makes them, {@link org.biograd.kit.generate.Dice} draws,
 * {@link org.biograd.kit.generate.Flag} names kinds of faults.
 *
 * <p>The makers themselves are below, by the subject of the operation: {@code word}, {@code layer}, {@code chip},
 * {@code network}; {@code org.biograd.kit.Catalogue} names them all. Skip {@code ProfileChange} and
 * {@code RandomProfiles} until a case needs a profile.
 */
package org.biograd.kit.generate;
