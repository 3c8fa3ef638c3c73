package org.biograd.fixedpoint.rule.frame;

/**
 * A number that a rule has and no profile.
 *
 * @param key its name
 * @param meaning what it is, for people
 * @param low the smallest value
 * @param high the largest value
 * @param standard the value where none is given
 */
public record RuleParameter(String key, String meaning, int low, int high, int standard) {}
