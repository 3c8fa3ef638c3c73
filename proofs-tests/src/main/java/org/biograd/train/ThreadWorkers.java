package org.biograd.train;

import java.util.concurrent.atomic.AtomicInteger;
import org.biograd.fixedpoint.fast.Team;
import org.biograd.reference.real.fast.Workers;

/**
 * A team as workers: each thread takes the next piece that nobody has taken.
 *
 * @param team who works
 */
record ThreadWorkers(Team team) implements Workers {

    @Override
    public int count() {
        return team.size();
    }

    @Override
    public void each(int pieces, Work work) {
        AtomicInteger next = new AtomicInteger();
        team.run(worker -> {
            for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
                work.run(worker, piece);
            }
        });
    }
}
