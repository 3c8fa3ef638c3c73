package org.biograd.fixedpoint.fast;

import java.util.Arrays;
import org.biograd.spec.Clause;
import org.biograd.spec.Rounding;
import org.biograd.spec.SpikeTrain;

/**
 * Equals ELIG-3 over the plain {@code SynapticTraces}, always. With TOWARD_ZERO a row is first computed in vector code
 * without limits, and again with them where a value left its range. Held equal by {@code EligibilityContract};
 * benchmark: {@code NetworkBenchmark.learnWithErrors}.
 */
final class SynapticSampleEligibility implements SampleEligibility {

    private final SynapticTraceRow traces;
    private final boolean vector;
    private final int keep;
    private final int impulse;
    private final int largestTrace;
    private final int shift;
    private final int largest;
    private final int post;

    /** Whether the traces of a sample could add up to more than an eligibility holds. */
    private final boolean mayOverflow;

    /**
     * Traces and eligibilities of the row at hand, and a negative value where one of them left its range on the way.
     */
    private final int[] trace;

    private final int[] row;
    private final int[] overflow;

    private final int[][] factor;
    private final int[] still;

    SynapticSampleEligibility(SynapticTraceRow traces, int steps, int post, int shift, int largest) {
        this.traces = traces;
        this.vector = traces.parameters().rounding() == Rounding.TOWARD_ZERO;
        this.keep = traces.parameters().keep();
        this.impulse = traces.parameters().impulse();
        this.largestTrace = (1 << traces.parameters().bits()) - 1;
        this.shift = shift;
        this.largest = largest;
        this.post = post;
        this.mayOverflow = (long) steps * ((largestTrace >> shift) + 1) > largest;
        trace = new int[post];
        row = new int[post];
        overflow = new int[post];
        factor = new int[steps][post];
        still = new int[post];
    }

    @Override
    @Clause(
            value = {"ELIG-2", "ELIG-3"},
            form = Clause.Form.FAST)
    public int compute(
            long sample, SpikeTrain input, SampleRows rows, int[][] gateMask, LayerRecord record, int[] eligibility) {
        for (int t = 0; t < factor.length; t++) {
            traces.resetFactors(
                    record.voltage[t], record.spike[t], gateMask[t] == null ? still : gateMask[t], factor[t]);
        }
        int saturations = 0;
        for (int r = 0; r < rows.count; r++) {
            int begin = rows.row[r] * post;
            if (vector && fits(rows, r, gateMask)) {
                System.arraycopy(row, 0, eligibility, begin, post);
            } else {
                saturations += limited(sample, rows, r, gateMask, eligibility);
            }
        }
        return saturations;
    }

    /**
     * Computes the row without limits.
     *
     * @return whether no value needed one: only then is the row right
     */
    private boolean fits(SampleRows rows, int r, int[][] gateMask) {
        int next = rows.begin(r);
        int first = rows.step(next);
        Arrays.fill(trace, 0);
        Arrays.fill(row, 0);
        Arrays.fill(overflow, 0);
        for (int t = first; t < factor.length; t++) {
            int input = 0;
            if (next < rows.end(r) && rows.step(next) == t) {
                input = impulse;
                next++;
            }
            decay(trace, factor[Math.max(0, t - 1)], overflow, keep, input, largestTrace);
            if (gateMask[t] != null) {
                add(row, trace, gateMask[t], shift);
                if (mayOverflow) {
                    check(row, overflow, largest);
                }
            }
        }
        int any = 0;
        for (int i = 0; i < overflow.length; i++) {
            any |= overflow[i];
        }
        return any >= 0;
    }

    // Short loops, one after the other: the compiler turns them into vector code, but not the one long loop that does
    // it all.

    private static void decay(int[] trace, int[] factor, int[] overflow, int keep, int input, int largestTrace) {
        for (int i = 0; i < trace.length; i++) {
            int y = SynapticTraceRow.divideByOne(trace[i] * factor[i]);
            int z = SynapticTraceRow.divideByOne(y * keep) + input;
            overflow[i] |= largestTrace - Math.abs(y) | largestTrace - Math.abs(z);
            trace[i] = z;
        }
    }

    private static void add(int[] row, int[] trace, int[] mask, int shift) {
        for (int i = 0; i < row.length; i++) {
            row[i] += mask[i] & trace[i] >> shift;
        }
    }

    private static void check(int[] row, int[] overflow, int largest) {
        for (int i = 0; i < row.length; i++) {
            overflow[i] |= largest - Math.abs(row[i]);
        }
    }

    /** Computes the row in the plain way, for every rounding mode and with every limit. */
    private int limited(long sample, SampleRows rows, int r, int[][] gateMask, int[] eligibility) {
        int j = rows.row[r];
        int next = rows.begin(r);
        int first = rows.step(next);
        int saturations = 0;
        traces.clear();
        Arrays.fill(eligibility, j * post, (j + 1) * post, 0);
        for (int t = first; t < factor.length; t++) {
            int input = 0;
            if (next < rows.end(r) && rows.step(next) == t) {
                input = impulse;
                next++;
            }
            traces.step(sample, t, j, factor[Math.max(0, t - 1)], input);
            if (gateMask[t] != null) {
                saturations += traces.addTo(eligibility, j * post, gateMask[t], shift, largest);
            }
        }
        return saturations;
    }
}
