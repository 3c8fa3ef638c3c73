package org.biograd.io;

/** Hears how far a long piece of work has come. Calls come one at a time, though not always from the same thread. */
public interface ProgressListener {

    /** Hears nothing. */
    ProgressListener NONE = new ProgressListener() {
        @Override
        public void started(long totalUnits) {}

        @Override
        public void advanced(long doneUnits, String note) {}

        @Override
        public void finished() {}
    };

    /**
     * The work begins.
     *
     * @param totalUnits how many units there are to do, 0 or more
     */
    void started(long totalUnits);

    /**
     * Some of the work is done.
     *
     * @param doneUnits units done since the beginning, 0..totalUnits, never fewer than before
     * @param note what is being done or was found, a few words on one line; may be empty
     */
    void advanced(long doneUnits, String note);

    /** The work is over, by success or by failure. A second call has no effect. */
    void finished();
}
