package org.biograd.study.angles;

import java.util.Arrays;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.run.RateCoder;
import org.biograd.reference.real.BackpropagationThroughTime;
import org.biograd.reference.real.Decisions;
import org.biograd.reference.real.RealNetwork;
import org.biograd.reference.real.RealParameters;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.Profile;
import org.biograd.study.angles.rule.Cause;
import org.biograd.study.angles.rule.ErrorSignal;
import org.biograd.study.angles.rule.Feedback;
import org.biograd.study.angles.rule.FeedbackWeights;
import org.biograd.study.angles.rule.IntegerUpdate;
import org.biograd.study.angles.rule.RecordedRun;
import org.biograd.study.angles.rule.Remedy;
import org.biograd.study.angles.rule.Rule;
import org.biograd.study.angles.rule.Trace;
import org.biograd.study.lockstep.RecordedDecisions;
import org.biograd.study.lockstep.Recording;

/** Shows a batch of samples to a network, in both arithmetics, and compares its updates with the gradient. */
final class BatchStudy {

    private final Subject subject;
    private final Shape shape;
    private final Profile profile;
    private final RealParameters parameters;
    private final RealNetwork real;
    private final BackpropagationThroughTime exact;
    private final AgreementTally tally = new AgreementTally();
    private final SpikeRates rates;
    private int silent;
    private long decisions;
    private long differing;

    BatchStudy(Subject subject) {
        this.subject = subject;
        Network network = subject.integers().get(Feedback.ALIGNED);
        shape = network.shape();
        profile = network.profile();
        parameters = RealParameters.of(profile);
        real = Subject.realOf(network);
        exact = new BackpropagationThroughTime(real, TraceMode.FULL);
        rates = new SpikeRates(shape);
    }

    /** Studies samples {@code from}..{@code to}-1. */
    BatchStudy run(int from, int to) {
        RateCoder coder = new RateCoder(subject.integers().get(Feedback.ALIGNED).seed());
        SpikeTrain input = new SpikeTrain(shape.inputs(), parameters.steps());
        for (int n = from; n < to; n++) {
            long number = subject.samples().number(n);
            int label = subject.samples().label(n);
            coder.encodeTraining(number, subject.samples().intensities(n), input);
            RecordedRun run = record(input, label, Decisions.OWN);
            real.predict(input, Decisions.OWN, rates);
            if (isSilent(run)) {
                silent++;
            } else {
                exact.differentiateCounts(input, ErrorSignal.FINAL.sum(run));
                studyReal(run);
            }
            studyIntegers(number, input, label);
        }
        tally.endBatch();
        return this;
    }

    AgreementTally tally() {
        return tally;
    }

    SpikeRates rates() {
        return rates;
    }

    int silent() {
        return silent;
    }

    long decisions() {
        return decisions;
    }

    long differing() {
        return differing;
    }

    private RecordedRun record(SpikeTrain input, int label, Decisions by) {
        RecordedRun run = new RecordedRun(shape, parameters.steps(), parameters.softStart());
        real.learn(input, label, by, run);
        return run;
    }

    /**
     * Whether no error neuron spiked. Such a sample is left out of all rows, so that these are about the same samples.
     */
    private static boolean isSilent(RecordedRun run) {
        for (double[] step : run.errorSpike()) {
            for (double net : step) {
                if (net != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    // ---- Real arithmetic

    private void studyReal(RecordedRun run) {
        Rule rule = new Rule(run, real);
        for (int l = 1; l <= shape.layers(); l++) {
            double[][] gradient = backpropagated(l);
            aloneInReal(rule, l, gradient);
            for (Feedback kind : kinds(l)) {
                for (TraceMode mode : TraceMode.values()) {
                    chain(rule, l, kind, subject.feedback().get(kind), mode, NumberSystem.REAL, gradient);
                }
                if (kind != Feedback.NONE) {
                    remedies(rule, l, kind, gradient);
                }
            }
        }
    }

    private Feedback[] kinds(int layer) {
        return layer == shape.layers() ? new Feedback[] {Feedback.NONE} : Subject.KINDS;
    }

    /** N times the exact gradient, by another way than {@link Rule} takes. */
    private double[][] backpropagated(int l) {
        double[][] gradient = new double[shape.size(l)][];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = Arrays.copyOf(exact.weights(l)[i], shape.size(l - 1) + 1);
            gradient[i][shape.size(l - 1)] = exact.biases(l)[i];
        }
        return gradient;
    }

    /** Each cause alone. What has nothing to do with the trace has that of the gradient, FULL. */
    private void aloneInReal(Rule rule, int l, double[][] gradient) {
        Trace full = Trace.exact(parameters);
        for (ErrorSignal error : new ErrorSignal[] {ErrorSignal.SPIKES, ErrorSignal.RUNNING}) {
            Cause cause = error == ErrorSignal.SPIKES ? Cause.ERROR_SPIKES : Cause.RUNNING_ERROR;
            tally.add(
                    Row.alone(l, Feedback.NONE, TraceMode.FULL, NumberSystem.REAL, cause, error),
                    rule.throughPath(l, error, full),
                    gradient);
        }
        for (Feedback kind : kinds(l)) {
            if (kind != Feedback.NONE) {
                // Feedback that is not aligned is direct as well: no path leads through it.
                Cause cause = kind == Feedback.ALIGNED ? Cause.DIRECT_PATH : Cause.FEEDBACK;
                double[][] update = rule.direct(
                        l, ErrorSignal.FINAL, subject.feedback().get(kind).direct(l), full);
                tally.add(
                        Row.alone(l, kind, TraceMode.FULL, NumberSystem.REAL, cause, ErrorSignal.FINAL),
                        update,
                        gradient);
            }
        }
        for (TraceMode mode : TraceMode.values()) {
            double[][] update = rule.throughPath(l, ErrorSignal.FINAL, Trace.ofEligibility(parameters, mode));
            tally.add(
                    Row.alone(l, Feedback.NONE, mode, NumberSystem.REAL, Cause.TRACE, ErrorSignal.FINAL),
                    update,
                    gradient);
        }
    }

    private void remedies(Rule rule, int l, Feedback kind, double[][] gradient) {
        TraceMode mode = profile.trace().mode();
        for (Remedy remedy : Remedy.values()) {
            for (ErrorSignal error : ErrorSignal.values()) {
                double[][] update = rule.remedied(
                        l, remedy, error, subject.feedback().get(kind), Trace.ofEligibility(parameters, mode));
                tally.add(Row.remedy(l, kind, mode, remedy, error), update, gradient);
            }
        }
    }

    /** The causes that a real network has, removed one after another. */
    private void chain(
            Rule rule,
            int l,
            Feedback kind,
            FeedbackWeights weights,
            TraceMode mode,
            NumberSystem arithmetic,
            double[][] gradient) {
        Trace own = Trace.ofEligibility(parameters, mode);
        boolean output = l == shape.layers();
        Cause before = arithmetic == NumberSystem.REAL ? null : Cause.ROUNDING;
        Cause[] removed = {before, Cause.ERROR_SPIKES, Cause.RUNNING_ERROR};
        for (ErrorSignal error : ErrorSignal.values()) {
            double[][] update = output ? rule.output(error, own) : rule.direct(l, error, weights.direct(l), own);
            tally.add(Row.cumulative(l, kind, mode, arithmetic, removed[error.ordinal()], error), update, gradient);
        }
        if (!output) {
            double[][] aligned = rule.direct(
                    l,
                    ErrorSignal.FINAL,
                    subject.feedback().get(Feedback.ALIGNED).direct(l),
                    own);
            tally.add(Row.cumulative(l, kind, mode, arithmetic, Cause.FEEDBACK, ErrorSignal.FINAL), aligned, gradient);
            double[][] path = rule.throughPath(l, ErrorSignal.FINAL, own);
            tally.add(Row.cumulative(l, kind, mode, arithmetic, Cause.DIRECT_PATH, ErrorSignal.FINAL), path, gradient);
        }
        double[][] exact = output
                ? rule.output(ErrorSignal.FINAL, Trace.exact(parameters))
                : rule.throughPath(l, ErrorSignal.FINAL, Trace.exact(parameters));
        tally.add(Row.cumulative(l, kind, mode, arithmetic, Cause.TRACE, ErrorSignal.FINAL), exact, gradient);
    }

    // ---- Integers

    private void studyIntegers(long number, SpikeTrain input, int label) {
        // Spikes, gates and error spikes do not depend on the feedback: one real run stands beside all three integer
        // ones.
        RecordedRun run = null;
        Rule rule = null;
        for (Feedback kind : Subject.KINDS) {
            Network network = subject.integers().get(kind).copy();
            Recording recording = new Recording();
            network.learn(number, input, label, new NeededSignals(recording, parameters.steps() - 1));
            network.update(recording);
            if (rule == null) {
                RecordedDecisions taken = new RecordedDecisions(profile, shape, false, number, recording);
                run = record(input, label, taken);
                rule = new Rule(run, real);
                decisions += taken.count();
                differing += taken.differences().size();
                if (isSilent(run)) {
                    return;
                }
            }
            IntegerUpdate update = new IntegerUpdate(network, number, recording);
            for (int l = 1; l <= shape.layers(); l++) {
                boolean output = l == shape.layers();
                if (!output || kind == Subject.KINDS[0]) {
                    integers(rule, update, network, l, output ? Feedback.NONE : kind);
                }
            }
        }
    }

    private void integers(Rule rule, IntegerUpdate update, Network network, int l, Feedback kind) {
        TraceMode mode = profile.trace().mode();
        double[][] gradient = rule.gradient(l);
        double[][] change = update.weightChange(l);
        double[][] product = update.product(l);
        tally.add(Row.cumulative(l, kind, mode, NumberSystem.INTEGER, null, ErrorSignal.SPIKES), change, gradient);
        tally.add(
                Row.cumulative(l, kind, mode, NumberSystem.INTEGER, Cause.WEIGHT_ROUNDING, ErrorSignal.SPIKES),
                product,
                gradient);
        // The integers' own feedback weights: aligned ones are rounded, slept ones have slept in integers.
        FeedbackWeights own = kind == Feedback.NONE ? null : feedbackOf(network);
        chain(rule, l, kind, own, mode, NumberSystem.INTEGER, gradient);
        Trace trace = Trace.ofEligibility(parameters, mode);
        double[][] beside = kind == Feedback.NONE
                ? rule.output(ErrorSignal.SPIKES, trace)
                : rule.direct(l, ErrorSignal.SPIKES, own.direct(l), trace);
        tally.add(
                Row.alone(l, kind, mode, NumberSystem.INTEGER, Cause.WEIGHT_ROUNDING, ErrorSignal.SPIKES),
                change,
                product);
        tally.add(Row.alone(l, kind, mode, NumberSystem.INTEGER, Cause.ROUNDING, ErrorSignal.SPIKES), product, beside);
    }

    private FeedbackWeights feedbackOf(Network network) {
        RealNetwork beside = Subject.realOf(network);
        double[][][] matrices = new double[shape.layers() - 1][][];
        for (int l = 1; l < shape.layers(); l++) {
            matrices[l - 1] = beside.feedback(l);
        }
        return new FeedbackWeights(matrices, matrices);
    }
}
