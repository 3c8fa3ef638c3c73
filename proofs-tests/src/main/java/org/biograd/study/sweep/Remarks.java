package org.biograd.study.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.biograd.loihi.program.Requirements;
import org.biograd.spec.Clause;
import org.biograd.spec.Decay;
import org.biograd.spec.Signal;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.Profile;
import org.biograd.study.sweep.plan.Axis;
import org.biograd.study.sweep.plan.Plan;
import org.biograd.study.sweep.plan.Point;
import org.biograd.train.ProfileOverrides;

/** What a reader of a study should know before he reads its numbers. */
@Clause("STUDY-10")
public final class Remarks {

    private static final int MOST_NAMED = 8;
    private static final Map<String, List<Signal>> WIDTHS = new LinkedHashMap<>();

    static {
        WIDTHS.put("weight.bits", List.of(Signal.WEIGHT));
        WIDTHS.put("soma.currentBits", List.of(Signal.SYNAPTIC_INPUT));
        WIDTHS.put("soma.voltageBits", List.of(Signal.MEMBRANE_VOLTAGE));
        WIDTHS.put("trace.bits", List.of(Signal.TRACE));
        WIDTHS.put("eligibility.bits", List.of(Signal.ELIGIBILITY));
        WIDTHS.put("error.potentialBits", List.of(Signal.POSITIVE_POTENTIAL, Signal.NEGATIVE_POTENTIAL));
        WIDTHS.put("error.dendriteBits", List.of(Signal.DENDRITE));
        WIDTHS.put("error.learningBits", List.of(Signal.LEARNING_ERROR, Signal.FED_BACK_ERROR));
    }

    private final StudyResult result;
    private final List<String> lines = new ArrayList<>();

    private Remarks(StudyResult result) {
        this.result = result;
    }

    /** All remarks, a sentence each. */
    public static List<String> of(StudyResult result, List<PointSummary> summaries) {
        Remarks remarks = new Remarks(result);
        remarks.chance(summaries);
        result.study().axes().forEach(remarks::withoutEffect);
        remarks.unused();
        remarks.left();
        return remarks.lines;
    }

    private void chance(List<PointSummary> summaries) {
        List<String> names = summaries.stream()
                .filter(PointSummary::chance)
                .map(summary -> name(summary.point()))
                .toList();
        if (!names.isEmpty()) {
            lines.add("At chance, so that nothing else about them says much: " + few(names) + ".");
        }
    }

    private static String name(Point point) {
        return point.number() == 0 ? "the base" : "point " + point.number() + " (" + Plan.words(point.levels()) + ")";
    }

    private static String few(List<String> names) {
        return String.join("; ", names.subList(0, Math.min(MOST_NAMED, names.size())))
                + (names.size() > MOST_NAMED ? "; and " + (names.size() - MOST_NAMED) + " more" : "");
    }

    /** Levels of an axis that give the same bits wherever nothing else differs. */
    private void withoutEffect(Axis axis) {
        int levels = axis.levels().size();
        boolean[][] differ = new boolean[levels][levels];
        boolean[][] met = new boolean[levels][levels];
        Map<Map<String, String>, Map<Integer, Point>> contexts = new HashMap<>();
        for (Point point : result.plan().points()) {
            Map<String, String> others = new TreeMap<>(point.levels());
            axis.keys().forEach(others::remove);
            int level = axis.level(point.levels());
            if (level >= 0) {
                contexts.computeIfAbsent(others, none -> new TreeMap<>()).put(level, point);
            }
        }
        for (Map<Integer, Point> same : contexts.values()) {
            same.forEach((a, pointA) -> same.forEach((b, pointB) -> {
                met[a][b] = true;
                differ[a][b] |= !digests(pointA).equals(digests(pointB));
            }));
        }
        boolean[] told = new boolean[levels];
        for (int a = 0; a < levels; a++) {
            List<String> equal = new ArrayList<>();
            for (int b = a; b < levels; b++) {
                if (!told[b] && met[a][b] && !differ[a][b]) {
                    told[b] = true;
                    equal.add(axis.label(b));
                }
            }
            if (equal.size() > 1) {
                lines.add((equal.size() == levels ? "The axis changes nothing: " : "The same bits: ") + axis.title()
                        + " = " + String.join(", ", equal) + " give the same weights with every seed.");
            }
        }
    }

    private List<String> digests(Point point) {
        return result.runs(point).stream().map(RunResult::digest).toList();
    }

    /** Words of which fewer bits were used than they have: of the base, and of every width on an axis. */
    private void unused() {
        if (result.study().probes() == 0) {
            return;
        }
        WIDTHS.forEach((key, signals) -> {
            Map<Integer, Integer> used = new TreeMap<>();
            Map<Integer, Integer> bounds = new TreeMap<>();
            boolean varied = result.study().keys().contains(key);
            for (Point point :
                    varied ? result.plan().points() : result.plan().points().subList(0, 1)) {
                int width = Integer.parseInt(
                        ProfileOverrides.values(point.profile()).get(key));
                used.merge(width, bits(point, signals), Math::max);
                if (key.equals("eligibility.bits")) {
                    bounds.merge(width, bitsOf(largestEligibility(point.profile())), Math::max);
                }
            }
            used.forEach((width, bits) -> {
                if (bits > 0 && bits < width) {
                    lines.add(unused(key, signals, width, bits, bounds.getOrDefault(width, width)));
                }
            });
        });
    }

    private static String unused(String key, List<Signal> signals, int width, int bits, int bound) {
        String symbols = signals.stream().map(Signal::symbol).collect(Collectors.joining(" and "));
        return "Bits that are never used: of " + key + " = " + width + ", " + symbols + " used " + bits
                + " at most in the probed samples"
                + (bound < width ? "; no sample could use more than " + bound : "") + ".";
    }

    private int bits(Point point, List<Signal> signals) {
        return result.runs(point).stream()
                .flatMap(run -> run.probes().signals().stream())
                .filter(seen -> signals.contains(seen.signal()))
                .mapToInt(ProbeResult.Seen::bits)
                .max()
                .orElse(0);
    }

    private static int bitsOf(long magnitude) {
        return Long.SIZE - Long.numberOfLeadingZeros(magnitude) + 1;
    }

    /** What E cannot exceed: an input that spikes in every step, every decay rounded up, the gate always open. */
    static long largestEligibility(Profile profile) {
        long most = (1L << (profile.eligibility().bits() - 1)) - 1;
        if (profile.trace().mode() == TraceMode.FULL) {
            return most;
        }
        long trace = 0;
        long sum = 0;
        for (int t = 0; t < profile.time().steps(); t++) {
            long decayed = (trace * profile.trace().keep() + Decay.ONE - 1) / Decay.ONE;
            trace = Math.min(
                    (1L << profile.trace().bits()) - 1,
                    decayed + profile.trace().impulse());
            sum += trace >> profile.eligibility().shift();
        }
        return Math.min(most, sum);
    }

    private void left() {
        Plan plan = result.plan();
        if (!plan.refused().isEmpty()) {
            lines.add("Left out because they are impossible: "
                    + few(plan.refused().stream().map(Plan.Refusal::toString).toList()) + ".");
        }
        if (plan.repeated() > 0) {
            lines.add(
                    plan.repeated() + " combinations of levels give the profile of another point, or of the base, and "
                            + "stand there.");
        }
        TreeSet<String> reasons = new TreeSet<>();
        for (Point point : plan.points()) {
            reasons.addAll(Requirements.unmet(point.profile()).stream()
                    .map(line -> line.substring(0, Math.max(0, line.indexOf(':'))))
                    .toList());
        }
        if (!reasons.isEmpty()) {
            lines.add("Points that do not fit the chip have no energy; keys that keep some of them from it: "
                    + String.join(", ", reasons) + ".");
        }
    }
}
