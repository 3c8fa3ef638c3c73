package org.biograd.conform.exchange;

/** A case on which a program ended, asked once more of a process of its own. */
final class LoneCase {

    private static final int MAX_LINES = 100;

    /** What became of it. */
    enum Outcome {
        /** The process ends without an answer. */
        ENDS(""),
        /** It answers. */
        ANSWERS(""),
        /** Nothing comes in time. */
        HANGS("; asked that case alone, it did not answer in time"),
        /** It writes, and what it writes is no answer. */
        FLOODS("; asked that case alone, it wrote lines that answer nothing, without end");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        /** What is to be said of it, after how the program ended. */
        String words() {
            return words;
        }
    }

    private LoneCase() {}

    /** Asks; takes no longer than the program's timeout, whatever comes. */
    static Outcome ask(Program program, Asked suspect) throws NotRunException, InterruptedException {
        try (ProgramRun alone = program.start()) {
            alone.send(suspect.line());
            alone.closeInput();
            long end = System.nanoTime() + program.timeoutNanos();
            for (int lines = 0; lines <= MAX_LINES; lines++) {
                long left = end - System.nanoTime();
                Inbox.Event event = left <= 0 ? null : alone.poll(left);
                if (event == null) {
                    return Outcome.HANGS;
                }
                if (event.kind() == Inbox.Kind.END) {
                    return Outcome.ENDS;
                }
                if (event.kind() == Inbox.Kind.TOO_LONG) {
                    return Outcome.FLOODS;
                }
                if (suspect.id().equals(Answer.read(event.bytes()).id())) {
                    return Outcome.ANSWERS;
                }
            }
            return Outcome.FLOODS;
        }
    }
}
