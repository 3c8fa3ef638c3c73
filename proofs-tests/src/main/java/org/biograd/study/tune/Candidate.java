package org.biograd.study.tune;

import java.util.Map;
import java.util.Optional;
import org.biograd.spec.profile.Profile;

/**
 * A candidate of a search.
 *
 * @param number 0 for the base profile, else 1, 2, ...
 * @param values what it gives other values than the base profile has, by key; in the order of the search
 * @param profile its profile; empty where it is refused
 * @param refused why it is not trained; empty where it is
 */
public record Candidate(int number, Map<String, String> values, Optional<Profile> profile, String refused) {}
