package org.biograd.study.sweep.plan;

import java.util.ArrayList;
import java.util.List;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;

/**
 * What is varied, and how it is tried.
 *
 * @param source where its text comes from, for messages
 * @param text its text without comments and blanks, which says all of it but what the base is
 * @param base gives all keys that nothing moves
 * @param hidden sizes of the hidden layers
 * @param seeds of the trainings of each point; the first is that of the weights that have to fit
 * @param epochs how often each training sample is shown
 * @param validation the last so many training samples are held out, and points are compared on them
 * @param probes how many batches of an epoch are repeated beside the reference
 * @param design which combinations are tried
 * @param skip whether impossible points are left out; else they make the study one that cannot be made
 * @param testing whether the test set is predicted too, once, at the end of each training
 * @param couplings the rules, in the order in which they are applied
 * @param axes what is varied
 */
public record Study(
        String source,
        String text,
        Profile base,
        List<Integer> hidden,
        List<Long> seeds,
        int epochs,
        int validation,
        int probes,
        Design design,
        boolean skip,
        boolean testing,
        List<Coupling> couplings,
        List<Axis> axes) {

    /** A network of this study for data of such inputs and classes. */
    public Shape shape(int inputs, int classes) {
        List<Integer> sizes = new ArrayList<>(List.of(inputs));
        sizes.addAll(hidden);
        sizes.add(classes);
        return Shape.of(sizes.stream().mapToInt(Integer::intValue).toArray());
    }

    /** All keys that are on an axis, in the order of the axes. */
    public List<String> keys() {
        return axes.stream().flatMap(axis -> axis.keys().stream()).toList();
    }
}
