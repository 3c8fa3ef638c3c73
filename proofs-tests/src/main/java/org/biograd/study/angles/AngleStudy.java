package org.biograd.study.angles;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.biograd.data.DataSet;
import org.biograd.fixedpoint.Network;
import org.biograd.io.ProgressListener;
import org.biograd.reference.real.Angles;
import org.biograd.reference.real.RealNetwork;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.InvalidProfileException;
import org.biograd.spec.profile.Profile;
import org.biograd.study.angles.rule.Feedback;

/**
 * Measures how far updates are from the exact surrogate gradient, and why.
 *
 * <p>The result is a pure function of profile, data and settings, the number of threads left out.
 */
public final class AngleStudy {

    /** Samples of a batch, whose updates are also compared as a sum. */
    public static final int BATCH = 16;

    private final Profile profile;
    private final DataSet training;
    private final AngleSettings settings;
    private final Shape shape;

    /**
     * A study.
     *
     * @param profile of the networks
     * @param training what a network is trained on; of drawn networks it gives the numbers of inputs and classes alone
     * @param settings what is asked
     * @throws IllegalArgumentException where the profile cannot drive such networks, or its feedback is not direct
     */
    public AngleStudy(Profile profile, DataSet training, AngleSettings settings) {
        this.profile = profile;
        this.training = training;
        this.settings = settings;
        int[] sizes = new int[settings.hidden().size() + 2];
        sizes[0] = training.inputs();
        for (int h = 0; h < settings.hidden().size(); h++) {
            sizes[h + 1] = settings.hidden().get(h);
        }
        sizes[sizes.length - 1] = training.classes();
        shape = Shape.of(sizes);
        profile.requireFits(shape);
        if (profile.feedback().path() != FeedbackPath.DIRECT) {
            throw new InvalidProfileException(
                    "feedback.path",
                    profile.feedback().path()
                            + "; a study begins with networks of DIRECT feedback, and computes the others beside it");
        }
    }

    /** Does it all. */
    public AngleResult run(ProgressListener progress) {
        int batches = (settings.samples() + BATCH - 1) / BATCH;
        progress.started((long) settings.networks() * (batches + 1));
        ExecutorService executor = Executors.newFixedThreadPool(settings.threads(), runnable -> {
            Thread thread = new Thread(runnable, "angles");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Callable<Subject>> makers = new ArrayList<>();
            for (int n = 0; n < settings.networks(); n++) {
                int number = n;
                makers.add(() -> settings.trained()
                        ? Subjects.trained(shape, profile, settings, training)
                        : Subjects.drawn(shape, profile, settings, number));
            }
            List<Subject> subjects = results(executor, makers, progress, 0);
            List<Callable<BatchStudy>> studies = new ArrayList<>();
            for (Subject subject : subjects) {
                for (int b = 0; b < batches; b++) {
                    int from = b * BATCH;
                    studies.add(() -> new BatchStudy(subject).run(from, Math.min(settings.samples(), from + BATCH)));
                }
            }
            return summary(subjects, results(executor, studies, progress, subjects.size()));
        } finally {
            executor.shutdownNow();
            progress.finished();
        }
    }

    /** In the order of the tasks, whoever did them. */
    private static <T> List<T> results(
            ExecutorService executor, List<Callable<T>> tasks, ProgressListener progress, int done) {
        List<Future<T>> futures = new ArrayList<>();
        for (Callable<T> task : tasks) {
            futures.add(executor.submit(task));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            try {
                results.add(future.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for a network", e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Error) {
                    throw (Error) e.getCause();
                }
                throw new IllegalStateException("the study of a network failed", e.getCause());
            }
            progress.advanced(done + results.size(), "");
        }
        return results;
    }

    private AngleResult summary(List<Subject> subjects, List<BatchStudy> studies) {
        AgreementTally tally = new AgreementTally();
        SpikeRates rates = new SpikeRates(shape);
        int silent = 0;
        long decisions = 0;
        long differing = 0;
        for (BatchStudy study : studies) {
            tally.addAll(study.tally());
            rates.addAll(study.rates());
            silent += study.silent();
            decisions += study.decisions();
            differing += study.differing();
        }
        List<Double> spikeRates = new ArrayList<>();
        for (int l = 0; l <= shape.layers(); l++) {
            spikeRates.add(rates.of(l));
        }
        double spread = subjects.stream().mapToDouble(Subject::spread).sum() / subjects.size();
        return new AngleResult(
                profile,
                shape,
                settings,
                tally.result(),
                spikeRates,
                feedbackAngles(subjects),
                settings.networks() * settings.samples(),
                silent,
                decisions,
                differing,
                spread);
    }

    private List<Map<Feedback, Double>> feedbackAngles(List<Subject> subjects) {
        List<Map<Feedback, Double>> angles = new ArrayList<>();
        for (int l = 1; l < shape.layers(); l++) {
            Map<Feedback, Double> layer = new EnumMap<>(Feedback.class);
            for (Subject subject : subjects) {
                Network network = subject.integers().get(Feedback.ALIGNED);
                RealNetwork real = Subject.realOf(network);
                for (Feedback kind : Subject.KINDS) {
                    double degrees = Angles.degrees(subject.feedback().get(kind).direct(l), real.forwardProduct(l));
                    layer.merge(kind, degrees / subjects.size(), Double::sum);
                }
            }
            angles.add(layer);
        }
        return angles;
    }
}
