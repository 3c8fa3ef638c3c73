package org.biograd.study.explain;

import java.util.List;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;

/**
 * What was explained.
 *
 * @param title for example {@code sample 0 of class 3}
 * @param shape the network
 * @param profile its arithmetic
 * @param seed of its draws
 * @param shown what it showed
 * @param neurons the neurons that are told of
 * @param lines the lines
 */
public record Explained(
        String title, Shape shape, Profile profile, long seed, Shown shown, List<Place> neurons, List<Line> lines) {}
