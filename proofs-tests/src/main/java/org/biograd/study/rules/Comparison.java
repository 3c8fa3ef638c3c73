package org.biograd.study.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.biograd.data.TrainingAndTest;
import org.biograd.fixedpoint.rule.Rules;
import org.biograd.fixedpoint.rule.frame.LearningRule;
import org.biograd.io.ProgressListener;
import org.biograd.spec.profile.ProfileReader;
import org.biograd.train.Fingerprint;

/** All trainings of a comparison, a thread each; what they compute does not depend on how many there are. */
public final class Comparison {

    private final CompareSettings settings;
    private final TrainingAndTest data;

    /**
     * A comparison.
     *
     * @throws IllegalArgumentException where a rule cannot drive such a network, or cannot hear such samples
     */
    public Comparison(CompareSettings settings, TrainingAndTest data) {
        this.settings = settings;
        this.data = data;
        if (settings.validation() >= data.training().size()) {
            throw new IllegalArgumentException("validation: " + settings.validation() + " of "
                    + data.training().size() + " training samples leave none to learn from");
        }
        for (TrialKey key : settings.trials()) {
            try {
                new RuleTrial(key, settings, data);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        key.rule() + ", weights of " + key.weightBits() + " bits: " + e.getMessage(), e);
            }
        }
    }

    /** Does all trainings that the folder does not hold yet. */
    CompareResult run(TrialFiles files, int threads, ProgressListener progress) throws IOException {
        List<TrialKey> keys = settings.trials();
        AtomicLong done = new AtomicLong();
        long length = new RuleTrial(keys.get(0), settings, data).length();
        progress.started(length * keys.size());
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<TrialResult>> running = new ArrayList<>();
            for (TrialKey key : keys) {
                running.add(pool.submit(() ->
                        one(key, files, () -> tell(progress, done, 1, key), () -> tell(progress, done, length, key))));
            }
            List<TrialResult> results = new ArrayList<>();
            for (Future<TrialResult> result : running) {
                results.add(result.get());
            }
            return new CompareResult(settings, data.name(), results);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static synchronized void tell(ProgressListener progress, AtomicLong done, long more, TrialKey key) {
        progress.advanced(done.addAndGet(more), key.rule() + ", " + key.weightBits() + " bits, seed " + key.seed());
    }

    private TrialResult one(TrialKey key, TrialFiles files, Runnable sample, Runnable all) throws IOException {
        String inputs = inputs(key);
        Optional<TrialResult> kept = files.read(key, inputs)
                .filter(result -> result.isOf(
                        key,
                        settings.epochs(),
                        settings.validation(),
                        data.test().size()));
        if (kept.isPresent()) {
            all.run();
            return kept.get();
        }
        TrialResult result = new RuleTrial(key, settings, data).run(inputs, sample);
        files.write(key, result);
        return result;
    }

    /** The SHA-256 of all that a training depends on. */
    private String inputs(TrialKey key) {
        LearningRule rule = Rules.named(key.rule());
        String text = String.join(
                "\n",
                key.toString(),
                rule.parameters().toString(),
                ProfileReader.write(RuleTrial.profile(rule, key.weightBits(), settings.profile())),
                settings.hidden() + " " + settings.epochs() + " " + settings.validation(),
                Fingerprint.of(data.training(), settings.profile().time().steps()),
                Fingerprint.of(data.test(), settings.profile().time().steps()));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
