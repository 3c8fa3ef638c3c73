package org.biograd.study.sweep.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.biograd.fixedpoint.Network;
import org.biograd.spec.Clause;
import org.biograd.spec.FeedbackStart;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;
import org.biograd.train.ProfileOverrides;

/** Makes the points of a study. */
public final class Planner {

    private static final int MOST_NAMED = 20;
    private static final String NAME = "name";
    private static final String STUDIED = "-studied";
    private static final int MAX_NAME = 32;

    private final Study study;
    private final Shape shape;
    private final Map<String, String> base;
    private final String name;

    private Planner(Study study, Shape shape) {
        this.study = study;
        this.shape = shape;
        this.base = ProfileOverrides.values(study.base());
        String whole = study.base().name();
        this.name = whole.substring(0, Math.min(whole.length(), MAX_NAME - STUDIED.length())) + STUDIED;
    }

    /**
     * The points of a study.
     *
     * @param shape what they have to fit
     * @throws InvalidStudyException where some are impossible and the study does not say to skip them, or the base is;
     *     the message names them
     */
    @Clause("STUDY-5")
    public static Plan plan(Study study, Shape shape) {
        return new Planner(study, shape).plan();
    }

    private Plan plan() {
        List<Point> points = new ArrayList<>();
        List<Plan.Refusal> refused = new ArrayList<>();
        Map<Profile, Integer> seen = new HashMap<>();
        int repeated = 0;
        Point first;
        try {
            first = point(0, Map.of());
        } catch (IllegalArgumentException e) {
            throw new InvalidStudyException(study.source() + ": base: the base itself is impossible: " + reason(e));
        }
        points.add(first);
        seen.put(first.profile(), 0);
        for (int[] combination : study.design().combinations(study.axes())) {
            Map<String, String> levels = levels(combination);
            try {
                Point point = point(points.size(), levels);
                if (seen.putIfAbsent(point.profile(), point.number()) == null) {
                    points.add(point);
                } else {
                    repeated++;
                }
            } catch (IllegalArgumentException e) {
                refused.add(new Plan.Refusal(levels, reason(e)));
            }
        }
        if (!refused.isEmpty() && !study.skip()) {
            throw new InvalidStudyException(message(refused));
        }
        return new Plan(List.copyOf(points), List.copyOf(refused), repeated);
    }

    private Map<String, String> levels(int[] combination) {
        Map<String, String> levels = new LinkedHashMap<>();
        for (int a = 0; a < combination.length; a++) {
            Axis axis = study.axes().get(a);
            for (String key : axis.keys()) {
                levels.put(
                        key,
                        combination[a] == Design.BASE
                                ? base.get(key)
                                : axis.levels().get(combination[a]).get(key));
            }
        }
        return levels;
    }

    private Point point(int number, Map<String, String> levels) {
        Map<String, String> before = new LinkedHashMap<>(base);
        before.putAll(levels);
        Map<String, String> values = Coupling.apply(study.couplings(), base, before);
        Map<String, String> changes = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (!value.equals(base.get(key))) {
                changes.put(key, value);
            }
        });
        Map<String, String> named = new LinkedHashMap<>(changes);
        named.put(NAME, name);
        Profile profile = ProfileOverrides.apply(study.base(), named);
        profile.requireFits(shape);
        if (profile.feedback().start() == FeedbackStart.ALIGNED) {
            // Its products may not fit, which only weights can tell.
            new Network(shape, profile, study.seeds().get(0));
        }
        Map<String, String> all = new LinkedHashMap<>();
        study.keys().forEach(key -> all.put(key, before.get(key)));
        return new Point(number, all, changes, profile);
    }

    private static String reason(IllegalArgumentException e) {
        return e.getMessage().replaceFirst("^changed profile(:[0-9]+)?: ", "");
    }

    private String message(List<Plan.Refusal> refused) {
        StringBuilder text = new StringBuilder(study.source())
                .append(": ")
                .append(refused.size())
                .append(refused.size() == 1 ? " point is" : " points are")
                .append(" impossible; other levels, a rule (couple = ...) or impossible = skip is needed: ");
        for (int i = 0; i < Math.min(MOST_NAMED, refused.size()); i++) {
            text.append(i == 0 ? "" : "; ").append('[').append(refused.get(i)).append(']');
        }
        if (refused.size() > MOST_NAMED) {
            text.append("; and ").append(refused.size() - MOST_NAMED).append(" more");
        }
        return text.toString();
    }
}
