package org.biograd.train;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** A fixed number of threads, the caller's among them, that share work by the number of their part. */
public final class Threads implements AutoCloseable {

    private final int count;
    private final ExecutorService executor;

    /**
     * Threads that wait for work.
     *
     * @param count how many, the caller's among them, at least 1
     */
    public Threads(int count) {
        this.count = count;
        this.executor = count == 1 ? null : Executors.newFixedThreadPool(count - 1, runnable -> {
            Thread thread = new Thread(runnable, "biograd");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** Does the parts 0..count-1 of some work at the same time, and waits for all. */
    public void run(IntConsumer work) {
        List<Future<?>> others = new ArrayList<>();
        for (int part = 1; part < count; part++) {
            int number = part;
            others.add(executor.submit(() -> work.accept(number)));
        }
        work.accept(0);
        for (Future<?> other : others) {
            try {
                other.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for another thread", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("a thread failed", e.getCause());
            }
        }
    }

    @Override
    public void close() {
        if (executor != null) {
            executor.shutdownNow();
        }
    }
}
