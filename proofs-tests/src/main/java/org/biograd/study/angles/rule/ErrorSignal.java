package org.biograd.study.angles.rule;

/** What stands for the error of the outputs in a rule. */
public enum ErrorSignal {

    /** Net error spikes, sp_k(t) - sn_k(t): what the network has. */
    SPIKES,

    /** The running error that the error neurons integrate, e_k(t). */
    RUNNING,

    /** The error at the end of the sample, e_k(T-1), at every step with feedback: what the exact gradient has. */
    FINAL;

    /** The signal of a run, [step][output]; 0 in steps without feedback. */
    public double[][] of(RecordedRun run) {
        return switch (this) {
            case SPIKES -> run.errorSpike();
            case RUNNING -> run.error();
            case FINAL -> {
                double[][] signal = new double[run.steps()][run.shape().outputs()];
                for (int t = run.softStart(); t < run.steps(); t++) {
                    signal[t] = run.finalError();
                }
                yield signal;
            }
        };
    }

    /** The sum of the signal over the steps, one value an output; of FINAL N e_k(T-1). */
    public double[] sum(RecordedRun run) {
        return sum(of(run));
    }

    /** The sum of a signal over its steps. */
    public static double[] sum(double[][] signal) {
        double[] sum = new double[signal[0].length];
        for (double[] step : signal) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] += step[k];
            }
        }
        return sum;
    }
}
