package org.biograd.train;

import java.util.concurrent.atomic.AtomicInteger;
import org.biograd.reference.real.Workers;

/**
 * Threads as workers: each takes the next piece that nobody has taken.
 *
 * @param threads who works
 */
record ThreadWorkers(Threads threads) implements Workers {

    @Override
    public int count() {
        return threads.count();
    }

    @Override
    public void each(int pieces, Work work) {
        AtomicInteger next = new AtomicInteger();
        threads.run(worker -> {
            for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
                work.run(worker, piece);
            }
        });
    }
}
