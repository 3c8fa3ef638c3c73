/**
 * Searches for the settings of a profile: random candidates, of which the better part is trained longer, rung by rung.
 *
 * <p>Read {@link org.biograd.study.tune.Tuning} first; {@link org.biograd.study.tune.SearchReader} says what a search
 * file may hold; skip the page and its plots. Only the command depends on it.
 */
package org.biograd.study.tune;
