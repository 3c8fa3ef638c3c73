package org.biograd.reference.real;

import java.util.Arrays;
import org.biograd.spec.Clause;
import org.biograd.spec.TraceMode;

/**
 * The derivative of each neuron's spike count with respect to each of its weights, carried forward in time: presynaptic
 * trace times postsynaptic gate, summed.
 */
final class Eligibility {

    /**
     * z before the reset factor: one row per postsynaptic neuron, in PRE_ONLY one row for all; the bias last in a row.
     */
    final double[][] trace;

    /** E_ij, [post][pre + 1], the bias last in a row. */
    final double[][] eligibility;

    /** f_i of the step before, one per row of traces; kept so that {@link #trace} can be observed as it entered E. */
    private final double[] factor;

    private final double decay;
    private final TraceMode mode;

    Eligibility(RealParameters parameters, int pre, int post) {
        decay = parameters.traceDecay();
        mode = parameters.traceMode();
        trace = new double[mode == TraceMode.PRE_ONLY ? 1 : post][pre + 1];
        eligibility = new double[post][pre + 1];
        factor = new double[trace.length];
    }

    void start() {
        for (double[] z : trace) {
            Arrays.fill(z, 0);
        }
        for (double[] e : eligibility) {
            Arrays.fill(e, 0);
        }
        Arrays.fill(factor, 1);
    }

    /** eps_ij(t) = d f_i(t-1) eps_ij(t-1) + x_j(t), where x = 1 for the bias. */
    @Clause({"ELIG-1", "ELIG-2", "ELIG-5"})
    void remember(Spikes x) {
        for (int row = 0; row < trace.length; row++) {
            double[] z = trace[row];
            for (int j = 0; j < z.length; j++) {
                z[j] = decay * (factor[row] * z[j]) + x.x[j];
            }
        }
    }

    /** E_ij += g_i eps_ij, where the neuron's gate is open. */
    @Clause({"ELIG-3", "ELIG-5"})
    void accumulate(Soma soma) {
        for (int i = 0; i < eligibility.length; i++) {
            if (soma.g[i] != 0) {
                double[] z = trace[mode == TraceMode.PRE_ONLY ? 0 : i];
                double[] e = eligibility[i];
                for (int j = 0; j < e.length; j++) {
                    e[j] += soma.g[i] * z[j];
                }
            }
        }
    }

    /**
     * f_i(t): what this step's spike and reset leave of a trace. DETACHED takes the reset for a constant, FULL
     * differentiates it; a trace that belongs to the presynaptic neuron cannot know of it.
     */
    @Clause("ELIG-4")
    void reset(Soma soma) {
        if (mode == TraceMode.PRE_ONLY) {
            return;
        }
        for (int i = 0; i < factor.length; i++) {
            double throughReset = mode == TraceMode.FULL ? soma.v[i] * soma.g[i] : 0;
            factor[i] = 1 - soma.s.x[i] - throughReset;
        }
    }
}
