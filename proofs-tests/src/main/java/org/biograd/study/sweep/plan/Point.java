package org.biograd.study.sweep.plan;

import java.util.Map;
import org.biograd.spec.profile.Profile;

/**
 * A point of a study.
 *
 * @param number 0 for the base, else 1, 2, ... in the order of the design
 * @param levels the values of all keys that are on an axis
 * @param changes all keys of the profile in which it differs from the base, those that rules have moved among them
 * @param profile what is trained
 */
public record Point(int number, Map<String, String> levels, Map<String, String> changes, Profile profile) {}
