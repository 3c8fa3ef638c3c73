package org.biograd.study.lockstep;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.model.WeightSnapshot;

/**
 * Repeats tasks in lock-step on several threads while training goes on, and adds up what they find in the order of the
 * tasks: the result does not depend on the number of threads.
 */
public final class Crew implements AutoCloseable {

    private static final int WAITING_PER_HELPER = 32;

    private final Supplier<Lockstep> maker;
    private final Queue<Lockstep> idle = new ConcurrentLinkedQueue<>();
    private final Deque<FutureTask<LockstepResult>> waiting = new ArrayDeque<>();
    private final int helpers;
    private final ExecutorService executor;
    private final LockstepResult total;

    /**
     * A crew.
     *
     * @param threads how many threads work, the caller's among them, at least 1
     * @param layers L
     * @param maker makes a lock-step; called once a thread
     */
    public Crew(int threads, int layers, Supplier<Lockstep> maker) {
        this.maker = maker;
        this.helpers = threads - 1;
        this.total = new LockstepResult(layers);
        this.executor = Executors.newFixedThreadPool(Math.max(1, helpers), runnable -> {
            Thread thread = new Thread(runnable, "lockstep");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Has a task repeated, by a helper or, where they have enough to do, by the caller. */
    public void repeat(Schedule.Task task, WeightSnapshot before, WeightSnapshot after) {
        FutureTask<LockstepResult> repetition = new FutureTask<>(() -> {
            Lockstep lockstep = idle.poll();
            if (lockstep == null) {
                lockstep = maker.get();
            }
            LockstepResult found = lockstep.repeat(task, before, after);
            idle.add(lockstep);
            return found;
        });
        waiting.add(repetition);
        if (waiting.size() > helpers * WAITING_PER_HELPER) {
            repetition.run();
        } else {
            executor.execute(repetition);
        }
        while (!waiting.isEmpty() && waiting.peek().isDone()) {
            takeFirst();
        }
    }

    /** Waits for all tasks; everything they have found. */
    public LockstepResult finish() {
        while (!waiting.isEmpty()) {
            takeFirst();
        }
        return total;
    }

    private void takeFirst() {
        try {
            total.addAll(waiting.remove().get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a comparison", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a comparison failed", e.getCause());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
