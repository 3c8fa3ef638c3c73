package org.biograd.study.sweep.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.biograd.kit.generate.Dice;
import org.biograd.spec.Clause;
import org.biograd.train.trial.SettingLines;

/**
 * Which combinations of levels are tried.
 *
 * @param kind how they are chosen
 * @param points how many a Latin hypercube has; 0 for the others
 * @param seed of its dice
 */
@Clause("STUDY-3")
public record Design(Kind kind, int points, long seed) {

    /** How combinations are chosen. */
    public enum Kind {
        /** All of them. */
        GRID("grid"),
        /** Those that differ from the base in one axis. */
        ONE_AT_A_TIME("one-at-a-time"),
        /** So many that every level of an axis comes up as often as any other, combined by dice. */
        LATIN("latin");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** What a study file calls it. */
        public String word() {
            return word;
        }
    }

    /** Stands for the base's own value of an axis. */
    public static final int BASE = -1;

    /** The most combinations. */
    static final int MAX_POINTS = 1_000_000;

    private static final Pattern LATIN = Pattern.compile("latin[ \t]+([0-9]{1,7})([ \t]+seed[ \t]+([0-9]{1,20}))?");

    /**
     * Reads a design.
     *
     * @throws IllegalArgumentException where it is none
     */
    static Design read(String text) {
        for (Kind kind : List.of(Kind.GRID, Kind.ONE_AT_A_TIME)) {
            if (text.equals(kind.word)) {
                return new Design(kind, 0, 0);
            }
        }
        Matcher match = LATIN.matcher(text);
        if (!match.matches() || Integer.parseInt(match.group(1)) == 0) {
            throw new IllegalArgumentException("'" + SettingLines.shorten(text)
                    + "' is no design; grid, one-at-a-time, latin 40 or latin 40 seed 7 is needed");
        }
        try {
            long seed = match.group(3) == null ? 1 : Long.parseUnsignedLong(match.group(3));
            return new Design(Kind.LATIN, Integer.parseInt(match.group(1)), seed);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the seed " + match.group(3) + " has more than 64 bits", e);
        }
    }

    /**
     * The combinations, in their order: for each the level of every axis, or {@link #BASE}.
     *
     * @throws IllegalArgumentException where there are too many
     */
    List<int[]> combinations(List<Axis> axes) {
        return switch (kind) {
            case GRID -> grid(axes);
            case ONE_AT_A_TIME -> oneAtATime(axes);
            case LATIN -> latin(axes);
        };
    }

    private static List<int[]> grid(List<Axis> axes) {
        long count = 1;
        for (Axis axis : axes) {
            count *= axis.levels().size();
            if (count > MAX_POINTS) {
                throw new IllegalArgumentException("the grid has more than " + MAX_POINTS
                        + " points; fewer levels, one-at-a-time or latin are needed");
            }
        }
        List<int[]> all = new ArrayList<>();
        int[] levels = new int[axes.size()];
        for (long i = 0; i < count; i++) {
            all.add(levels.clone());
            // The last axis is the fastest.
            for (int a = axes.size() - 1;
                    a >= 0 && ++levels[a] == axes.get(a).levels().size();
                    a--) {
                levels[a] = 0;
            }
        }
        return all;
    }

    private static List<int[]> oneAtATime(List<Axis> axes) {
        List<int[]> all = new ArrayList<>();
        for (int a = 0; a < axes.size(); a++) {
            for (int level = 0; level < axes.get(a).levels().size(); level++) {
                int[] levels = new int[axes.size()];
                Arrays.fill(levels, BASE);
                levels[a] = level;
                all.add(levels);
            }
        }
        return all;
    }

    private List<int[]> latin(List<Axis> axes) {
        List<int[]> all = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            all.add(new int[axes.size()]);
        }
        for (int a = 0; a < axes.size(); a++) {
            int[] order = permutation(new Dice(seed, "latin " + axes.get(a).title(), 0));
            for (int i = 0; i < points; i++) {
                all.get(i)[a] = (int) ((long) order[i] * axes.get(a).levels().size() / points);
            }
        }
        return all;
    }

    private int[] permutation(Dice dice) {
        int[] order = new int[points];
        for (int i = 0; i < points; i++) {
            int j = dice.below(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    @Override
    public String toString() {
        return kind == Kind.LATIN ? "latin " + points + " seed " + Long.toUnsignedString(seed) : kind.word;
    }
}
