package org.biograd.theorems;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.biograd.fixedpoint.Network;
import org.biograd.network.RoundoffRun;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profiles;
import org.biograd.study.roundoff.ErrorCount;
import org.biograd.study.roundoff.Findings;

/** The errors and bounds of small networks of the shipped profiles, as the spec shows them. */
record RoundoffTable(List<String> profiles, List<Findings> findings) {

    static final List<String> SIGNALS =
            List.of("u", "v", "z", "E", "e", "p", "n", "D", "q", Findings.GRADIENT, "dW", "w");

    private static final Shape SHAPE = Shape.of(8, 5, 4);
    private static final int SAMPLES = 10;
    private static final int SEED = 5;

    static RoundoffTable measured() {
        List<Findings> findings = new ArrayList<>();
        Random random = new Random(SEED);
        byte[][] intensities = new byte[SAMPLES][SHAPE.inputs()];
        int[] labels = new int[SAMPLES];
        for (int s = 0; s < SAMPLES; s++) {
            random.nextBytes(intensities[s]);
            labels[s] = random.nextInt(SHAPE.outputs());
        }
        for (String name : Profiles.NAMES) {
            Findings found = new Findings();
            RoundoffRun.train(
                    new Network(SHAPE, Profiles.shipped(name), SEED),
                    intensities,
                    labels,
                    1,
                    EnumSet.allOf(Signal.class),
                    found);
            findings.add(found);
        }
        return new RoundoffTable(List.copyOf(Profiles.NAMES), findings);
    }

    /**
     * The rows of a Markdown table: for each signal and profile the largest error, the largest bound, and the mean
     * ratio of the two.
     */
    List<String> rows() {
        List<String> rows = new ArrayList<>();
        StringBuilder head = new StringBuilder("| |");
        StringBuilder ended = new StringBuilder("| samples to the end |");
        for (int p = 0; p < profiles.size(); p++) {
            head.append(" `").append(profiles.get(p)).append("` |");
            ended.append(" ")
                    .append(findings.get(p).ended())
                    .append(" of ")
                    .append(findings.get(p).samples())
                    .append(" |");
        }
        rows.add(head.toString());
        rows.add(ended.toString());
        for (String signal : SIGNALS) {
            StringBuilder row = new StringBuilder("| " + signal + " |");
            for (Findings found : findings) {
                row.append(" ").append(cell(found.of(signal))).append(" |");
            }
            rows.add(row.toString());
        }
        return rows;
    }

    private static String cell(ErrorCount count) {
        if (count.exact() == count.values()) {
            return count.values() == 0 ? "-" : "0";
        }
        return number(count.largestError().doubleValue()) + " of "
                + number(count.largestBound().doubleValue()) + ", "
                + String.format(Locale.ROOT, "%.2f", count.meanRatio());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 1000 ? "%.2f" : "%.0f", value);
    }
}
