package org.biograd.proof.prove;

/**
 * What is known of products. Each lemma is a sentence about integers, proven in integers; a claim uses instances of it
 * on words, guarded so that no product overflows where the lemma needs that. Modulo 2^w the integers are a ring, so an
 * equation without a guard holds of words of every width.
 */
public enum Lemma {
    FITS(
            "0 <= x <= X and 0 <= y <= Y give 0 <= x y <= X Y",
            "(and (<= 0 x) (<= x X) (<= 0 y) (<= y Y))",
            "(and (<= 0 (* x y)) (<= (* x y) (* X Y)))"),
    GROWS("0 <= x <= X and 0 <= y give x y <= X y", "(and (<= 0 x) (<= x X) (<= 0 y))", "(<= (* x y) (* X y))"),
    DISTRIBUTES("(x + X) y = x y + X y", "true", "(= (* (+ x X) y) (+ (* x y) (* X y)))"),
    /** With X = 2^n. */
    SCALES("(X x) y = X (x y)", "true", "(= (* (* X x) y) (* X (* x y)))"),
    NEGATES("(-x) y = -(x y)", "true", "(= (* (- x) y) (- (* x y)))"),
    SELECTS("x = 0 gives x y = 0, x = 1 gives x y = y", "(or (= x 0) (= x 1))", "(= (* x y) (ite (= x 1) y 0))"),
    DIVIDES("0 <= x and 1 <= y give floor(x / y) <= x", "(and (<= 0 x) (<= 1 y))", "(<= (div x y) x)"),
    /** With X = 2^i and Y = 2^j. */
    BELOW("0 <= x < X and 0 <= y < Y give x y < X Y", "(and (<= 0 x) (< x X) (<= 0 y) (< y Y))", "(< (* x y) (* X Y))"),
    /** With m = 2^w, and x and y the low words. */
    NARROWS(
            "(x + X m) (y + Y m) = x y + (X y + x Y + X Y m) m",
            "true",
            "(= (* (+ x (* X m)) (+ y (* Y m))) (+ (* x y) (* (+ (* X y) (* x Y) (* X Y m)) m)))"),
    /** Of the words x and y whose product fits, the wider product is the same. */
    WIDENS(
            "0 <= x <= X, 0 <= y <= Y, X Y < m give x y mod m = x y",
            "(and (<= 0 x) (<= x X) (<= 0 y) (<= y Y) (< (* X Y) m) (<= (* x y) (* X Y)))",
            "(and (<= 0 (* x y)) (< (* x y) m))");

    /** Decides whether it holds of all integers. */
    public boolean isProven() {
        return Z3.ask(question(), "", 60, java.util.List.of()).verdict() == Z3.Verdict.CANNOT_HOLD;
    }

    private final String sentence;
    private final String premise;
    private final String conclusion;

    Lemma(String sentence, String premise, String conclusion) {
        this.sentence = sentence;
        this.premise = premise;
        this.conclusion = conclusion;
    }

    public String sentence() {
        return sentence;
    }

    /** The question whether it is wrong, in SMT-LIB: unsatisfiable where it holds. */
    public String question() {
        return "(set-logic QF_NIA)\n"
                + "(declare-fun x () Int)\n(declare-fun X () Int)\n(declare-fun y () Int)\n(declare-fun Y () Int)\n"
                + "(declare-fun m () Int)\n"
                + "(assert " + premise + ")\n(assert (not " + conclusion + "))\n";
    }
}
