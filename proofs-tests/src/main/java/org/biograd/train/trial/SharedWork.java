package org.biograd.train.trial;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.biograd.fixedpoint.fast.Team;

/** Pieces of work of different length, which the threads of a team take one after the other. */
public final class SharedWork {

    /** A piece of work. */
    @FunctionalInterface
    public interface Piece {

        /** Does the piece of a number. */
        void perform(int number) throws IOException;
    }

    private SharedWork() {}

    /**
     * Does all pieces; none is begun any more once one has failed.
     *
     * @param workers who does them
     * @param count how many there are
     * @param piece does one; called by several threads at a time
     * @throws IOException what a piece has thrown first, as all that it may throw
     */
    public static void perform(Team workers, int count, Piece piece) throws IOException {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        workers.run(worker -> {
            for (int i = next.getAndIncrement(); i < count && failure.get() == null; i = next.getAndIncrement()) {
                try {
                    piece.perform(i);
                } catch (IOException | RuntimeException | Error e) {
                    failure.compareAndSet(null, e);
                }
            }
        });
        rethrow(failure.get());
    }

    private static void rethrow(Throwable failure) throws IOException {
        if (failure instanceof IOException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }
}
