package org.biograd.reference.exact.rule;

import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.reference.exact.Synapses;
import org.biograd.spec.Clause;

/**
 * A hidden layer with feedback connections, without a leak: u += R s(t-1) + F x(t) + b; s = [u >= V]; u -= reset s.
 *
 * @param recurrent R_ij, [neuron][neuron]
 * @param forward F and b
 * @param threshold V
 * @param reset what a spike takes off: V in IDE, 2 V in SPIDE
 * @param x what it heard, [step][input]
 * @param s its spikes, [step][neuron]
 * @param left u after the last step, its reset done
 */
public record FeedbackRun(
        BigFraction[][] recurrent,
        Synapses forward,
        BigFraction threshold,
        BigFraction reset,
        int[][] x,
        int[][] s,
        BigFraction[] left) {

    /** Runs the layer from rest. */
    @Clause("SPIDE-1")
    public static FeedbackRun of(
            BigFraction[][] recurrent, Synapses forward, BigFraction threshold, BigFraction reset, int[][] x) {
        int size = forward.post();
        int[][] s = new int[x.length][size];
        BigFraction[] u = Vectors.zeros(size);
        for (int t = 0; t < x.length; t++) {
            for (int i = 0; i < size; i++) {
                u[i] = u[i].add(SoftReset.drive(forward, i, x[t]));
                for (int j = 0; t > 0 && j < size; j++) {
                    u[i] = u[i].add(recurrent[i][j].multiply(s[t - 1][j]));
                }
            }
            for (int i = 0; i < size; i++) {
                s[t][i] = u[i].compareTo(threshold) >= 0 ? 1 : 0;
                u[i] = u[i].subtract(reset.multiply(s[t][i]));
            }
        }
        return new FeedbackRun(recurrent, forward, threshold, reset, x, s, u);
    }

    /** T. */
    public int steps() {
        return x.length;
    }

    /** c_i: how often each neuron spiked. */
    public int[] counts() {
        return sum(s, forward.post());
    }

    /** How often each input spiked. */
    public int[] inputCounts() {
        return sum(x, forward.pre());
    }

    private static int[] sum(int[][] spikes, int size) {
        int[] sum = new int[size];
        for (int[] step : spikes) {
            for (int i = 0; i < size; i++) {
                sum[i] += step[i];
            }
        }
        return sum;
    }

    /** a_i = c_i / T. */
    public BigFraction[] rates() {
        return rates(counts());
    }

    /** The rates of the inputs. */
    public BigFraction[] inputRates() {
        return rates(inputCounts());
    }

    private BigFraction[] rates(int[] counts) {
        BigFraction[] rates = new BigFraction[counts.length];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = BigFraction.of(counts[i], steps());
        }
        return rates;
    }

    /** m_i = [0 < c_i < T]. */
    @Clause("SPIDE-3")
    public boolean[] maskOfCounts() {
        int[] c = counts();
        boolean[] mask = new boolean[c.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = c[i] > 0 && c[i] < steps();
        }
        return mask;
    }

    /** m_i = [0 < (R a + F xbar + b)_i / V < 1]. */
    @Clause("IDE-1")
    public boolean[] maskOfDrive() {
        BigFraction[] drive = drive(rates());
        boolean[] mask = new boolean[drive.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = drive[i].signum() > 0 && drive[i].compareTo(threshold) < 0;
        }
        return mask;
    }

    /** R a + F xbar + b. */
    public BigFraction[] drive(BigFraction[] a) {
        BigFraction[] drive = Vectors.times(recurrent, a);
        BigFraction[] fromInputs = Vectors.times(forward.weights(), inputRates());
        for (int i = 0; i < drive.length; i++) {
            drive[i] = drive[i].add(fromInputs[i]).add(forward.biases()[i]);
        }
        return drive;
    }
}
