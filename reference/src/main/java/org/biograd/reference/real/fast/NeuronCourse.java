package org.biograd.reference.real.fast;

import org.biograd.reference.real.RealParameters;
import org.biograd.spec.Clause;
import org.biograd.spec.TraceMode;

/**
 * What the course of a neuron's voltage makes of the traces at its synapses: in which steps they count, and what each
 * step leaves of them.
 *
 * <p>Equals: {@code Soma.gate} and {@code Eligibility.reset} of the readable package, for one neuron and all steps.
 * <br>Condition: nobody watches, and the network decides for itself.
 * <br>Test: {@code RealTrainingTest} compares all weights of both, bit by bit.
 * <br>Benchmark: {@code RealTrainingBenchmark}.
 */
final class NeuronCourse {

    /** g_i(t). */
    final double[] gate;

    /** f_i(t-1): what step t has left of the trace, 1 at first. */
    final double[] factor;

    private final RealParameters parameters;
    private int end;

    NeuronCourse(RealParameters parameters) {
        this.parameters = parameters;
        gate = new double[parameters.steps()];
        factor = new double[parameters.steps()];
    }

    /** The steps up to the last open gate: after it no eligibility changes; 0 where no gate is open. */
    int end() {
        return end;
    }

    /** Takes over v_i(t) of a neuron from voltages [step][neuron]. */
    @Clause(
            value = {"GATE-1", "ELIG-4"},
            form = Clause.Form.FAST)
    void read(double[][] v, int i) {
        end = 0;
        factor[0] = 1;
        for (int t = 0; t < v.length; t++) {
            double above = v[t][i] - parameters.theta();
            gate[t] = parameters.win() - Math.abs(above) > 0 ? parameters.amp() : 0;
            if (gate[t] != 0) {
                end = t + 1;
            }
            if (t + 1 < v.length) {
                factor[t + 1] = left(v[t][i], above > 0 ? 1 : 0, gate[t]);
            }
        }
    }

    private double left(double v, double s, double g) {
        if (parameters.traceMode() == TraceMode.PRE_ONLY) {
            return 1;
        }
        double throughReset = parameters.traceMode() == TraceMode.FULL ? v * g : 0;
        return 1 - s - throughReset;
    }

    /** E_i of the bias, whose x is 1 at every step. */
    @Clause(value = "ELIG-5", form = Clause.Form.FAST)
    double biasEligibility() {
        double z = 0;
        double e = 0;
        for (int t = 0; t < end; t++) {
            z = parameters.traceDecay() * (factor[t] * z) + 1;
            e += gate[t] * z;
        }
        return e;
    }
}
