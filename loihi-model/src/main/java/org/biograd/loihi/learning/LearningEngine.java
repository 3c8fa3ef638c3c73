package org.biograd.loihi.learning;

import java.util.List;
import java.util.function.IntToLongFunction;
import org.biograd.spec.Clause;

/**
 * Executes learning rules over all synapses at the end of an epoch. Everything is bound when it is built; an execution
 * allocates nothing, and rows whose presynaptic side is 0 cost one look.
 *
 * <p>All rules read the words as they were before the execution.
 */
@Clause("ENG-9")
public final class LearningEngine {

    private final int pre;
    private final TargetKernel[] targets;
    private final boolean[] active;

    /**
     * Makes an engine that executes rules on words.
     *
     * @param words what the rules read and write
     * @param formats the widths of what they write
     * @param rules at most one for each of w, d and t
     * @throws IllegalArgumentException where two rules have one target, or a rule exceeds {@link RuleLimits#NORMATIVE}
     */
    public LearningEngine(LearningWords words, LearningFormats formats, List<LearningRule> rules) {
        for (int r = 0; r < rules.size(); r++) {
            RuleLimits.NORMATIVE.require(rules.get(r));
            for (int earlier = 0; earlier < r; earlier++) {
                if (rules.get(earlier).target() == rules.get(r).target()) {
                    throw new IllegalArgumentException(
                            "rules: two for " + rules.get(r).target().symbol() + "; one sum is needed");
                }
            }
        }
        this.pre = words.pre();
        this.targets = rules.stream()
                .map(rule -> new TargetKernel(rule, words, formats))
                .toArray(TargetKernel[]::new);
        this.active = new boolean[targets.length];
    }

    /**
     * Executes the rules once.
     *
     * @param epoch the number of the epoch that ends, from 1 ({@link LearningEpoch#number}); it says which u are 1
     * @param weightDraws gives the draw of a synapse, of as many bits as the accumulator has fraction; asked only
     *     where it matters
     */
    public void run(long epoch, IntToLongFunction weightDraws) {
        run(epoch, weightDraws, null);
    }

    /**
     * Executes the rules once, and shows every accumulator.
     *
     * @param observer null for none
     */
    public void run(long epoch, IntToLongFunction weightDraws, AccumulatorObserver observer) {
        boolean any = observer != null;
        for (int k = 0; k < targets.length; k++) {
            active[k] = targets[k].begin(epoch) || observer != null;
            any |= active[k];
        }
        for (int row = 0; any && row < pre; row++) {
            for (int k = 0; k < targets.length; k++) {
                if (active[k]) {
                    targets[k].sumRow(row);
                }
            }
            for (int k = 0; k < targets.length; k++) {
                if (active[k]) {
                    targets[k].moveRow(row, weightDraws, observer);
                }
            }
        }
    }
}
