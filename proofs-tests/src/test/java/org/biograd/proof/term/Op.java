package org.biograd.proof.term;

/**
 * What a term does with its arguments, and how SMT-LIB writes it. Integers of w bits are bit-vectors in two's
 * complement; a truth value has width 0.
 */
public enum Op {
    CONSTANT(""),
    VARIABLE(""),
    /** A function of which nothing is known but that equal arguments give equal results. */
    APPLY(""),
    ADD("bvadd"),
    SUB("bvsub"),
    MUL("bvmul"),
    UDIV("bvudiv"),
    UREM("bvurem"),
    NEG("bvneg"),
    AND("bvand"),
    OR("bvor"),
    XOR("bvxor"),
    COMPLEMENT("bvnot"),
    SHL("bvshl"),
    LSHR("bvlshr"),
    ASHR("bvashr"),
    CONCAT("concat"),
    /** The bits high..low of the argument. */
    EXTRACT("extract"),
    ZERO_EXTEND("zero_extend"),
    SIGN_EXTEND("sign_extend"),
    IF("ite"),
    EQ("="),
    ULT("bvult"),
    ULE("bvule"),
    SLT("bvslt"),
    SLE("bvsle"),
    BOTH("and"),
    EITHER("or"),
    NOT("not");

    private final String text;

    Op(String text) {
        this.text = text;
    }

    /** The name in SMT-LIB. */
    String text() {
        return text;
    }

    /** Whether the result is a truth value, whatever the arguments are. */
    boolean isPredicate() {
        return switch (this) {
            case EQ, ULT, ULE, SLT, SLE, BOTH, EITHER, NOT -> true;
            default -> false;
        };
    }
}
