package org.biograd.fixedpoint;

import java.util.Arrays;
import org.biograd.spec.SpikeTrain;

/** Eligibilities of a sample where one trace serves a presynaptic neuron. */
final class PresynapticSampleEligibility implements SampleEligibility {

    private final PresynapticTraces traces;
    private final int shift;
    private final int largest;
    private final int post;

    /** The traces, shifted, [step][place of the row]. */
    private final int[][] increment;

    /** E of the row at hand. */
    private final int[] row;

    private final int[][] openMask;
    private final int[] openIncrement;

    PresynapticSampleEligibility(PresynapticTraces traces, int steps, int pre, int post, int shift, int largest) {
        this.traces = traces;
        this.shift = shift;
        this.largest = largest;
        this.post = post;
        increment = new int[steps][pre + 1];
        row = new int[post];
        openMask = new int[steps][];
        openIncrement = new int[steps];
    }

    @Override
    public int compute(
            long sample, SpikeTrain input, SampleRows rows, int[][] gateMask, LayerRecord record, int[] eligibility) {
        traces.run(sample, input, rows, shift, increment);
        for (int r = 0; r < rows.count; r++) {
            int steps = 0;
            long sum = 0;
            for (int t = rows.step(rows.begin(r)); t < increment.length; t++) {
                if (gateMask[t] != null && increment[t][r] != 0) {
                    openMask[steps] = gateMask[t];
                    openIncrement[steps++] = increment[t][r];
                    sum += increment[t][r];
                }
            }
            int begin = rows.row[r] * post;
            Arrays.fill(row, 0);
            if (sum <= largest) {
                addAll(steps);
            } else {
                for (int s = 0; s < steps; s++) {
                    traces.add(row, openMask[s], openIncrement[s], largest);
                }
            }
            System.arraycopy(row, 0, eligibility, begin, post);
        }
        return traces.takeSaturations();
    }

    /** Where even open gates could not make E saturate: four steps in a pass, and no limit. */
    private void addAll(int steps) {
        int s = 0;
        for (; s + 4 <= steps; s += 4) {
            add(
                    row,
                    openMask[s],
                    openMask[s + 1],
                    openMask[s + 2],
                    openMask[s + 3],
                    openIncrement[s],
                    openIncrement[s + 1],
                    openIncrement[s + 2],
                    openIncrement[s + 3]);
        }
        for (; s < steps; s++) {
            add(row, openMask[s], openIncrement[s]);
        }
    }

    private static void add(int[] sum, int[] m0, int[] m1, int[] m2, int[] m3, int z0, int z1, int z2, int z3) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += (m0[i] & z0) + (m1[i] & z1) + (m2[i] & z2) + (m3[i] & z3);
        }
    }

    private static void add(int[] sum, int[] mask, int z) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += mask[i] & z;
        }
    }
}
