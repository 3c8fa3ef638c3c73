package org.biograd.study.angles.rule;

/**
 * What credit of spikes makes of a layer's own weights, from the last step to the first.
 *
 * <p>By the exchange of sums of theorem T1 this is sum_t c_i(t) g_i(t) z_ij(t), with z the trace that decays by d f.
 */
final class Sweep {

    private Sweep() {}

    /**
     * vbar_i(t) = g_i(t) c_i(t) + d f_i(t) vbar_i(t+1).
     *
     * @param credit c, [step][neuron]
     * @return vbar, [step][neuron]
     */
    static double[][] voltages(RecordedRun run, int layer, Trace trace, double[][] credit) {
        double[][] vbar = new double[run.steps()][run.shape().size(layer)];
        for (int t = run.steps() - 1; t >= 0; t--) {
            double[] v = run.voltage(layer)[t];
            double[] s = run.spike(layer)[t];
            double[] g = run.gate(layer)[t];
            for (int i = 0; i < v.length; i++) {
                double later = t + 1 < run.steps() ? vbar[t + 1][i] : 0;
                vbar[t][i] = g[i] * credit[t][i] + trace.factor(v[i], s[i], g[i]) * later;
            }
        }
        return vbar;
    }

    /**
     * The update of a layer: sum_t vbar_i(t) x_j(t), and for the bias sum_t vbar_i(t).
     *
     * @param credit c, [step][neuron]
     * @return [neuron][neuron of the layer below, then the bias]
     */
    static double[][] update(RecordedRun run, int layer, Trace trace, double[][] credit) {
        double[][] vbar = voltages(run, layer, trace, credit);
        int pre = run.shape().size(layer - 1);
        double[][] update = new double[run.shape().size(layer)][pre + 1];
        int[] active = new int[pre];
        for (int t = 0; t < run.steps(); t++) {
            int count = 0;
            double[] x = run.spike(layer - 1)[t];
            for (int j = 0; j < pre; j++) {
                if (x[j] != 0) {
                    active[count++] = j;
                }
            }
            for (int i = 0; i < update.length; i++) {
                double[] row = update[i];
                double value = vbar[t][i];
                if (value != 0) {
                    for (int entry = 0; entry < count; entry++) {
                        row[active[entry]] += value;
                    }
                    row[pre] += value;
                }
            }
        }
        return update;
    }
}
