package org.biograd.proof.prove;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** All claims. */
public final class Cases {

    /** The classes that hold them, by their names below {@code org.biograd.proof}. */
    private static final List<String> CLASSES = List.of(
            "words.WordProofs",
            "words.ShiftProofs",
            "words.SquareRootProofs",
            "draws.PhiloxProofs",
            "draws.DrawProofs",
            "step.SomaProofs",
            "step.TraceProofs",
            "step.ErrorProofs",
            "step.UpdateProofs",
            "step.SleepProofs",
            "fast.NarrowProofs",
            "fast.RowProofs",
            "fast.FastEligibilityProofs",
            "chip.CompartmentProofs");

    private Cases() {}

    public static List<Case> all() {
        List<Case> all = new ArrayList<>();
        for (String name : CLASSES) {
            Class<?> type;
            try {
                type = Class.forName("org.biograd.proof." + name);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
            Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Proof.class))
                    .sorted(Comparator.comparing(Method::getName))
                    .forEach(method -> all.add(new Case(method)));
        }
        return all;
    }
}
