package org.biograd.fixedpoint.fast;

import java.util.Arrays;
import org.biograd.spec.Clause;
import org.biograd.spec.SpikeTrain;

/**
 * Equals ELIG-3 over the plain {@code PresynapticTraces}, always. A row whose increments cannot add up to more than an
 * eligibility holds is added without a limit, four steps in a pass. Held equal by {@code EligibilityContract};
 * benchmark: {@code NetworkBenchmark.learnWithErrors}.
 */
final class PresynapticSampleEligibility implements SampleEligibility {

    private final PresynapticTraceRun traces;
    private final int shift;
    private final int largest;
    private final int post;

    /** The traces, shifted, [step][place of the row]. */
    private final int[][] increment;

    /** E of the row at hand. */
    private final int[] row;

    /** How often each neuron's eligibilities have saturated, not told yet. */
    private final int[] saturations;

    private final int[][] openMask;
    private final int[] openIncrement;

    PresynapticSampleEligibility(PresynapticTraceRun traces, int steps, int pre, int post, int shift, int largest) {
        this.traces = traces;
        this.shift = shift;
        this.largest = largest;
        this.post = post;
        increment = new int[steps][pre + 1];
        row = new int[post];
        saturations = new int[post];
        openMask = new int[steps][];
        openIncrement = new int[steps];
    }

    @Override
    @Clause(value = "ELIG-3", form = Clause.Form.FAST)
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
                    add(row, openMask[s], openIncrement[s], largest, saturations);
                }
            }
            System.arraycopy(row, 0, eligibility, begin, post);
        }
        return takeSaturations();
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

    /**
     * Adds an increment where gates are open, and counts what saturates. Traces are never negative here, so only the
     * upper limit can be met.
     */
    // Without Math.min and with a count per neuron: only so does the compiler turn it into vector code.
    private static void add(int[] sum, int[] gateMask, int increment, int largest, int[] saturations) {
        for (int i = 0; i < sum.length; i++) {
            int exact = sum[i] + (gateMask[i] & increment);
            int over = largest - exact >> 31;
            saturations[i] -= over;
            sum[i] = exact & ~over | largest & over;
        }
    }

    /** How many eligibilities have saturated since the last call. */
    private int takeSaturations() {
        int count = 0;
        for (int i = 0; i < post; i++) {
            count += saturations[i];
            saturations[i] = 0;
        }
        return count;
    }
}
