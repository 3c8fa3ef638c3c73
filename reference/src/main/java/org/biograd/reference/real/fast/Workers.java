package org.biograd.reference.real.fast;

/**
 * Who does pieces of work that do not depend on each other: the caller alone, or several threads at once.
 *
 * <p>Equals: a loop over the pieces; {@link #CALLER} is that loop.
 * <br>Condition: the pieces do not depend on each other.
 * <br>Test: {@code RealTrainingTest}, with one worker and with several.
 * <br>Benchmark: {@code RealTrainingBenchmark} has one worker; {@code ./biograd train --arithmetic float} shows
 * what more of them give.
 */
public interface Workers {

    /** The caller alone, piece after piece. */
    Workers CALLER = new Workers() {
        @Override
        public int count() {
            return 1;
        }

        @Override
        public void each(int pieces, Work work) {
            for (int piece = 0; piece < pieces; piece++) {
                work.run(0, piece);
            }
        }
    };

    /** What is to be done with a piece. */
    interface Work {

        /**
         * Does a piece.
         *
         * @param worker who does it, 0..count-1; never in two pieces at once
         * @param piece which one
         */
        void run(int worker, int piece);
    }

    /** How many work at once, at least 1. */
    int count();

    /**
     * Has all pieces done, in any order, and returns when they are.
     *
     * @param pieces how many there are, 0 or more
     * @param work what is to be done with each
     */
    void each(int pieces, Work work);
}
