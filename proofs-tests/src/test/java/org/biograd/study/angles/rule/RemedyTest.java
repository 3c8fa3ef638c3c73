package org.biograd.study.angles.rule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.biograd.spec.Signal;
import org.biograd.spec.TraceMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every rule, computed as it would run: forward in time, synapse by synapse, from the traces, gates and errors that the
 * network shows. The study computes the same backward, through credits.
 */
class RemedyTest {

    private static final int SEEDS = 8;
    private static final int LAST = DrawnRun.SHAPE.layers();
    private static final int STEPS = DrawnRun.STEPS;

    @ParameterizedTest
    @EnumSource(Remedy.class)
    void aRuleIsWhatItsEquationSays(Remedy remedy) {
        int compared = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            for (TraceMode mode : TraceMode.values()) {
                DrawnRun drawn = new DrawnRun(seed, mode);
                Rule rule = new Rule(drawn.run, drawn.network);
                Trace trace = Trace.ofEligibility(drawn.network.parameters(), mode);
                for (ErrorSignal error : ErrorSignal.values()) {
                    for (int l = 1; l < LAST; l++) {
                        double[][] computed = rule.remedied(l, remedy, error, drawn.feedback(), trace);
                        double[][] forward = new Forward(drawn, mode, error).update(l, remedy);
                        for (int i = 0; i < forward.length; i++) {
                            assertArrayEquals(
                                    forward[i],
                                    computed[i],
                                    1e-10,
                                    remedy + " " + error + " " + mode + ", seed " + seed);
                        }
                        compared += UpdateAgreement.of(forward, computed).defined() ? 1 : 0;
                    }
                }
            }
        }
        assertTrue(compared > 5 * SEEDS, "only " + compared + " updates differed from 0");
    }

    /** The equations of the rules, step by step. */
    private record Forward(DrawnRun drawn, TraceMode mode, ErrorSignal error) {

        double[][] update(int layer, Remedy remedy) {
            boolean perStep = switch (remedy) {
                case TIME_LOCAL, FILTERED, LAYERWISE, LAYERWISE_FILTERED -> true;
                default -> false;
            };
            boolean filtered = remedy == Remedy.FILTERED || remedy == Remedy.LAYERWISE_FILTERED;
            int post = DrawnRun.SHAPE.size(layer);
            int pre = DrawnRun.SHAPE.size(layer - 1);
            double[][] update = new double[post][pre + 1];
            for (int i = 0; i < post; i++) {
                for (int j = 0; j <= pre; j++) {
                    double f = 0;
                    double e = 0;
                    for (int t = 0; t < STEPS; t++) {
                        double gz = gate(layer, t, i) * trace(layer, t, i, j);
                        f = filtered ? 0.5 * f + gz : gz;
                        e += perStep ? (STEPS - DrawnRun.SOFT_START) * local(layer, remedy, t, i) * f : gz;
                    }
                    update[i][j] = perStep ? e : dendrite(layer, remedy, i) * e;
                }
            }
            return update;
        }

        /** L_i(t). */
        private double local(int layer, Remedy remedy, int t, int i) {
            double sum = 0;
            if (!remedy.layerwise()) {
                for (int k = 0; k < DrawnRun.SHAPE.outputs(); k++) {
                    sum += drawn.network.feedback(layer)[i][k] * gate(LAST, t, k) * n(t, k);
                }
                return sum;
            }
            for (int m = 0; m < DrawnRun.SHAPE.size(layer + 1); m++) {
                double above = layer + 1 == LAST ? n(t, m) : local(layer + 1, remedy, t, m);
                sum += drawn.network.weights(layer + 1)[m][i] * gate(layer + 1, t, m) * above;
            }
            return sum;
        }

        /** D_i. */
        private double dendrite(int layer, Remedy remedy, int i) {
            double sum = 0;
            if (remedy.layerwise()) {
                for (int m = 0; m < DrawnRun.SHAPE.size(layer + 1); m++) {
                    double above = layer + 1 == LAST ? total(m) : dendrite(layer + 1, remedy, m);
                    double weight =
                            remedy == Remedy.LAYERWISE_COUNT ? open(layer + 1, m) : biasEligibility(layer + 1, m);
                    sum += drawn.network.weights(layer + 1)[m][i] * weight / STEPS * above;
                }
                return sum;
            }
            for (int k = 0; k < DrawnRun.SHAPE.outputs(); k++) {
                double from = switch (remedy) {
                    case DIRECT -> total(k);
                    case GATE_COUNT -> open(LAST, k) / STEPS * total(k);
                    case BIAS_UPDATE -> biasEligibility(LAST, k) / STEPS * total(k);
                    case GATED_SPIKES -> gatedTotal(k);
                    case GATED_ERROR -> error == ErrorSignal.SPIKES ? secondPair(k) : gatedTotal(k);
                    default -> throw new AssertionError(remedy);
                };
                sum += drawn.network.feedback(layer)[i][k] * from;
            }
            return sum;
        }

        private double n(int t, int k) {
            if (t < DrawnRun.SOFT_START) {
                return 0;
            }
            return switch (error) {
                case SPIKES ->
                    drawn.shown(Signal.POSITIVE_ERROR_SPIKE, LAST, t)[k]
                            - drawn.shown(Signal.NEGATIVE_ERROR_SPIKE, LAST, t)[k];
                case RUNNING -> drawn.shown(Signal.ERROR, LAST, t)[k];
                case FINAL -> drawn.shown(Signal.ERROR, LAST, STEPS - 1)[k];
            };
        }

        private double total(int k) {
            double sum = 0;
            for (int t = 0; t < STEPS; t++) {
                sum += n(t, k);
            }
            return sum;
        }

        private double gatedTotal(int k) {
            double sum = 0;
            for (int t = 0; t < STEPS; t++) {
                sum += gate(LAST, t, k) * n(t, k);
            }
            return sum;
        }

        /**
         * Net spikes of error neurons that hear the error only while the gate is open; the potential loses 1 a step
         * after a spike.
         */
        private double secondPair(int k) {
            double net = 0;
            double p = 0;
            double n = 0;
            double sp = 0;
            double sn = 0;
            for (int t = DrawnRun.SOFT_START; t < STEPS; t++) {
                double e = gate(LAST, t, k) * drawn.shown(Signal.ERROR, LAST, t)[k];
                p = p - sp + e;
                n = n - sn - e;
                sp = p > 1 ? 1 : 0;
                sn = n > 1 ? 1 : 0;
                net += sp - sn;
            }
            return net;
        }

        private double open(int layer, int i) {
            double sum = 0;
            for (int t = 0; t < STEPS; t++) {
                sum += gate(layer, t, i);
            }
            return sum;
        }

        private double biasEligibility(int layer, int i) {
            double[] e = drawn.shown(Signal.ELIGIBILITY, layer, STEPS - 1);
            return e[DrawnRun.SHAPE.size(layer - 1) * DrawnRun.SHAPE.size(layer) + i];
        }

        private double gate(int layer, int t, int i) {
            return drawn.shown(Signal.GATE, layer, t)[i];
        }

        private double trace(int layer, int t, int i, int j) {
            double[] z = drawn.shown(Signal.TRACE, layer, t);
            return mode == TraceMode.PRE_ONLY ? z[j] : z[j * DrawnRun.SHAPE.size(layer) + i];
        }
    }
}
