package org.biograd.fixedpoint.fast;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * Serves {@link ParallelTrainer}: some threads that work on the parts of one job at a time, the calling thread among
 * them. A job may take microseconds only, so those who wait spin for a while before they sleep. Not for use by two
 * threads at once, nor from within a job.
 */
public final class Team implements AutoCloseable {

    private static final int SPINS = 2_000;
    private static final int YIELDS = 200;

    private final Thread[] helpers;
    private final AtomicInteger left = new AtomicInteger();
    private volatile Thread caller;
    private volatile IntConsumer job;
    private volatile int round;
    private volatile boolean closed;
    private volatile Throwable failure;

    /**
     * Threads that wait for work.
     *
     * @param size how many threads work, the caller's among them, at least 1
     */
    public Team(int size) {
        helpers = new Thread[size - 1];
        for (int h = 0; h < helpers.length; h++) {
            int part = h + 1;
            helpers[h] = new Thread(() -> help(part), "biograd-" + part);
            helpers[h].setDaemon(true);
            helpers[h].start();
        }
    }

    /** How many threads work. */
    public int size() {
        return helpers.length + 1;
    }

    /**
     * Has every thread do its part of a job, and waits for all of them.
     *
     * @param work is told the number of the part, 0..size-1; 0 is the caller's
     * @throws IllegalStateException where a helper failed; the cause says how
     */
    public void run(IntConsumer work) {
        failure = null;
        caller = Thread.currentThread();
        job = work;
        left.set(helpers.length);
        round++;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
        try {
            work.accept(0);
        } finally {
            for (int waits = 0; left.get() > 0; waits++) {
                pause(waits);
            }
        }
        if (failure != null) {
            throw new IllegalStateException("a helping thread failed", failure);
        }
    }

    private void help(int part) {
        int done = 0;
        while (true) {
            for (int waits = 0; round == done; waits++) {
                if (closed) {
                    return;
                }
                pause(waits);
            }
            done++;
            try {
                job.accept(part);
            } catch (Throwable e) {
                failure = e;
            } finally {
                if (left.decrementAndGet() == 0) {
                    LockSupport.unpark(caller);
                }
            }
        }
    }

    /** Waits a little; in the end until somebody unparks this thread, who first has changed what it waits for. */
    private static void pause(int waits) {
        if (waits < SPINS) {
            Thread.onSpinWait();
        } else if (waits < SPINS + YIELDS) {
            Thread.yield();
        } else {
            LockSupport.park();
        }
    }

    /** Ends the threads. */
    @Override
    public void close() {
        closed = true;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
    }
}
