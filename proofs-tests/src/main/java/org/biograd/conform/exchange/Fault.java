package org.biograd.conform.exchange;

/**
 * Something that a program must not do, whichever case it is about.
 *
 * @param kind what
 * @param first what was said of the first time
 * @param count how often it happened
 */
public record Fault(Kind kind, String first, long count) {

    /** What a program must not do. */
    public enum Kind {
        /** It writes something that is not a JSON object. */
        JUNK("writes lines that are not JSON objects"),
        /** It writes an object without the id of a case. */
        NO_ID("writes answers without an id"),
        /** It answers what was not asked. */
        UNKNOWN_ID("answers cases that it was not asked"),
        /** It answers a case twice. */
        TWICE("answers cases twice"),
        /** It writes more than it was asked. */
        FLOODS("writes too much"),
        /** It writes a line without end. */
        ENDLESS("writes a line that is too long"),
        /** It ends before its input does. */
        ENDS("ends before its input does"),
        /** It does not answer. */
        HANGS("does not answer in time");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** What it is, after "the program". */
        public String words() {
            return words;
        }
    }
}
