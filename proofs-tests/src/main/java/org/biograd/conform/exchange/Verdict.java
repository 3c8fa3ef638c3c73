package org.biograd.conform.exchange;

/** What is wrong with the answer to a case. */
public enum Verdict {

    /** A value differs. */
    DIFFERS("differs", "a value of the answer differs"),
    /** A field is missing, an array has another size, or a value is of another kind. */
    MALFORMED("malformed answer", "the answer does not have the fields and sizes that the operation has"),
    /** There is no {@code out}. */
    NO_OUT("no out", "the answer has no 'out'"),
    /** The line cannot be read, or its id is missing or that of no case. */
    UNREADABLE("unreadable answer", "the answer cannot be read, or does not bear the id of the case"),
    /** The program says that it cannot answer. */
    ERROR("error", "the program answers with an error"),
    /** There is no answer, though the program ended as if all were well. */
    NO_ANSWER("no answer", "the program ended, exit code 0, without an answer to the case"),
    /** The program ends on the case. */
    DIED("ends", "the program ends where the case should be answered"),
    /** The program does not answer in time. */
    HUNG("hangs", "the program does not answer in time"),
    /** The program writes a line without end. */
    ENDLESS("endless line", "the program answers with a line that is too long");

    private final String title;
    private final String words;

    Verdict(String title, String words) {
        this.title = title;
        this.words = words;
    }

    /** In two words at most. */
    public String title() {
        return title;
    }

    /** In a sentence. */
    public String words() {
        return words;
    }

    /** Whether the program goes on after it, so that asking again costs little. */
    public boolean goesOn() {
        return ordinal() <= NO_ANSWER.ordinal();
    }
}
