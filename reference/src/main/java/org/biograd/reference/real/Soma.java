package org.biograd.reference.real;

import java.util.Arrays;
import org.biograd.spec.Clause;

/**
 * The cell bodies of one layer: leaky integration, a strict threshold, a hard reset, and the surrogate of the spike's
 * derivative.
 */
final class Soma {

    /** v_i(t), before the reset. */
    final double[] v;

    /** s_i(t). */
    final Spikes s;

    /** g_i(t), 0 or amp: the box that stands for ds/dv. */
    final double[] g;

    private final RealParameters parameters;
    private final int layer;

    Soma(RealParameters parameters, int layer, int size) {
        this.parameters = parameters;
        this.layer = layer;
        v = new double[size];
        s = new Spikes(size, 1);
        g = new double[size];
    }

    void start() {
        Arrays.fill(v, 0);
        Arrays.fill(g, 0);
        s.clear();
    }

    /** v_i(t) = d v_i(t-1) (1 - s_i(t-1)) + a_i(t): a neuron that spiked starts from 0. */
    @Clause("SOMA-3")
    void integrate(double[] a) {
        for (int i = 0; i < v.length; i++) {
            v[i] = parameters.decay() * v[i] * (1 - s.x[i]) + a[i];
        }
    }

    /** s_i(t) = [v_i(t) &gt; theta]. The reset that follows a spike happens in the next {@link #integrate}. */
    @Clause("SOMA-4")
    void fire(int step, Decisions decisions) {
        s.clear();
        for (int i = 0; i < v.length; i++) {
            if (decisions.spike(layer, step, i, v[i] - parameters.theta())) {
                s.add(i);
            }
        }
    }

    /** g_i(t) = amp [|v_i(t) - theta| &lt; win]. */
    @Clause("GATE-1")
    void gate(int step, Decisions decisions) {
        for (int i = 0; i < v.length; i++) {
            double margin = parameters.win() - Math.abs(v[i] - parameters.theta());
            g[i] = decisions.gate(layer, step, i, margin) ? parameters.amp() : 0;
        }
    }
}
