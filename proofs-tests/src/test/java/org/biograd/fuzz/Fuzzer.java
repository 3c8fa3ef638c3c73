package org.biograd.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Gives inputs to targets, and finds those that they neither read nor refuse: an unexpected exception, a wrong file, an
 * input that takes minutes, or memory out of all proportion to its size.
 */
public final class Fuzzer {

    /** No input, however hostile, may take longer. It is minutes, so that a busy machine finds nothing. */
    private static final long PATIENCE_NANOS = 180_000_000_000L;

    /** What the length of an input warrants. */
    private static final long MAX_ALLOCATED_PER_BYTE = 20_000;

    private final List<Target> targets;
    private final long seed;
    private final long patience;
    private final List<Finding> findings = new ArrayList<>();
    private volatile Finding running;
    private volatile long since;

    /** A fuzzer of some targets. */
    public Fuzzer(List<Target> targets, long seed) {
        this(targets, seed, PATIENCE_NANOS);
    }

    /** The same with another patience. */
    Fuzzer(List<Target> targets, long seed, long patience) {
        this.targets = List.copyOf(targets);
        this.seed = seed;
        this.patience = patience;
    }

    /**
     * Has inputs read, of each target its share.
     *
     * @param inputs how many, about
     * @param most findings after which it ends
     */
    public List<Finding> run(long inputs, int most) throws InterruptedException {
        Thread worker = new Thread(() -> work(inputs, most), "fuzzer");
        worker.setDaemon(true);
        since = System.nanoTime();
        worker.start();
        while (worker.isAlive()) {
            worker.join(200);
            Finding now = running;
            if (worker.isAlive() && now != null && System.nanoTime() - since > patience) {
                AssertionError hang = new AssertionError("it does not end");
                hang.setStackTrace(worker.getStackTrace());
                return List.of(new Finding(now.target(), now.number(), now.input(), hang));
            }
        }
        return findings;
    }

    private void work(long inputs, int most) {
        int shares = targets.stream().mapToInt(Target::share).sum();
        for (Target target : targets) {
            long own = Math.max(1, (inputs * target.share() + shares - 1) / shares);
            for (long number = 0; number < own && findings.size() < most; number++) {
                one(target, number);
            }
        }
    }

    /** Has one input read. */
    void one(Target target, long number) {
        byte[] input = {};
        try {
            input = input(target, number);
            running = new Finding(target.name(), number, input, null);
            since = System.nanoTime();
            long before = allocated();
            target.read(input);
            long used = allocated() - before;
            if (used > target.allocation() + MAX_ALLOCATED_PER_BYTE * input.length) {
                throw new AssertionError(input.length + " bytes of input, " + used + " bytes allocated");
            }
        } catch (Throwable problem) {
            findings.add(new Finding(target.name(), number, input, problem));
        } finally {
            running = null;
        }
    }

    private byte[] input(Target target, long number) throws Exception {
        long name = target.name().chars().asLongStream().reduce(seed, (hash, letter) -> 31 * hash + letter);
        return target.make(new SplittableRandom(name * 0x9E3779B97F4A7C15L + number));
    }

    private static long allocated() {
        return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
                ? threads.getThreadAllocatedBytes(Thread.currentThread().getId())
                : 0;
    }
}
