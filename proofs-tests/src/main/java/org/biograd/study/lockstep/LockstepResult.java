package org.biograd.study.lockstep;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.biograd.reference.real.Angles;
import org.biograd.spec.Signal;

/**
 * What lock-step runs have found. Comparisons of parts that ran apart are added in the order of the parts, so that the
 * result does not depend on who ran them.
 */
public final class LockstepResult {

    private final Map<Signal, Deviation> deviations = new EnumMap<>(Signal.class);
    private final Map<Signal, BoundCheck> boundChecks = new EnumMap<>(Signal.class);
    private final List<Angles> updateAngles = new ArrayList<>();
    private final List<Angles> productAngles = new ArrayList<>();
    private long decisions;
    private long differing;
    private long inexplicable;
    private long presentations;
    private long deadZone;
    private long unreproduced;
    private DecisionDifference first;

    /**
     * Nothing compared yet.
     *
     * @param layers L
     */
    public LockstepResult(int layers) {
        for (int l = 1; l <= layers; l++) {
            updateAngles.add(new Angles());
            productAngles.add(new Angles());
        }
    }

    /** Adds what another part has found, which comes after this one. */
    public void addAll(LockstepResult next) {
        next.deviations.forEach((signal, deviation) -> deviation(signal).addAll(deviation));
        next.boundChecks.forEach((signal, check) -> boundCheck(signal).addAll(check));
        for (int l = 0; l < updateAngles.size(); l++) {
            updateAngles.get(l).add(next.updateAngles.get(l));
            productAngles.get(l).add(next.productAngles.get(l));
        }
        decisions += next.decisions;
        differing += next.differing;
        inexplicable += next.inexplicable;
        presentations += next.presentations;
        deadZone += next.deadZone;
        unreproduced += next.unreproduced;
        if (first == null) {
            first = next.first;
        }
    }

    /** The deviations of a signal, to be added to. */
    Deviation deviation(Signal signal) {
        return deviations.computeIfAbsent(signal, s -> new Deviation());
    }

    /** How a signal stands to its bound, to be added to. */
    BoundCheck boundCheck(Signal signal) {
        return boundChecks.computeIfAbsent(signal, s -> new BoundCheck());
    }

    /**
     * Takes in the decisions of a run; a difference further from the threshold than the bound is beyond explanation.
     *
     * @param bounds null where wraps or saturations explain any difference
     */
    void add(RecordedDecisions run, Bounds bounds) {
        decisions += run.count();
        differing += run.differences().size();
        for (DecisionDifference difference : run.differences()) {
            if (first == null) {
                first = difference;
            }
            if (bounds != null && !(Math.abs(difference.margin()) <= bounds.margin(difference.signal()))) {
                inexplicable++;
            }
        }
    }

    void countSample(boolean dead) {
        presentations++;
        deadZone += dead ? 1 : 0;
    }

    void countUnreproduced() {
        unreproduced++;
    }

    Angles updateAngle(int layer) {
        return updateAngles.get(layer - 1);
    }

    Angles productAngle(int layer) {
        return productAngles.get(layer - 1);
    }

    /** The deviations of each compared signal. */
    public Map<Signal, Deviation> deviations() {
        return deviations;
    }

    /** How each signal that has a bound stands to it. */
    public Map<Signal, BoundCheck> boundChecks() {
        return boundChecks;
    }

    /** Degrees between the weight changes, a value a layer; NaN where nothing changed. */
    public List<Double> updateDegrees() {
        return updateAngles.stream().map(Angles::degrees).toList();
    }

    /** Degrees between the gradients before the last rounding, a value a layer; NaN where there was none. */
    public List<Double> productDegrees() {
        return productAngles.stream().map(Angles::degrees).toList();
    }

    /** Decisions compared. */
    public long decisions() {
        return decisions;
    }

    /** Decisions that the reference would have taken otherwise. */
    public long differing() {
        return differing;
    }

    /** Those of them whose margin is larger than what roundings can explain. */
    public long inexplicable() {
        return inexplicable;
    }

    /** Training samples compared. */
    public long presentations() {
        return presentations;
    }

    /** Those of them in which no error neuron spiked. */
    public long deadZone() {
        return deadZone;
    }

    /** Tasks whose repetition did not end at the very weights of the training run. */
    public long unreproduced() {
        return unreproduced;
    }

    /** The first decision that the reference would have taken otherwise. */
    public Optional<DecisionDifference> firstDifference() {
        return Optional.ofNullable(first);
    }
}
