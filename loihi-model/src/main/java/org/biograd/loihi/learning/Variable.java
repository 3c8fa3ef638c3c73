package org.biograd.loihi.learning;

import java.util.Locale;
import org.biograd.loihi.Format;
import org.biograd.loihi.Register;
import org.biograd.spec.Clause;

/** What a factor of a learning rule can stand for. */
@Clause(value = "ENG-1", form = Clause.Form.PART)
public enum Variable {

    /** Spike of the presynaptic neuron, 0 or 1. */
    X0(Side.PRESYNAPTIC, 1),

    /** First trace of the presynaptic neuron. */
    X1(Side.PRESYNAPTIC, 7),

    /** Second trace of the presynaptic neuron. */
    X2(Side.PRESYNAPTIC, 7),

    /** Spike of the postsynaptic neuron, 0 or 1; what counts as one is the program's choice, such as an open gate. */
    Y0(Side.POSTSYNAPTIC, 1),

    /** First trace of the postsynaptic neuron. */
    Y1(Side.POSTSYNAPTIC, 7),

    /** Second trace of the postsynaptic neuron. */
    Y2(Side.POSTSYNAPTIC, 7),

    /** Third trace of the postsynaptic neuron. */
    Y3(Side.POSTSYNAPTIC, 7),

    /** Weight. */
    W(Side.SYNAPTIC, 9),

    /** Second tag. */
    D(Side.SYNAPTIC, 9),

    /** Tag. */
    T(Side.SYNAPTIC, 9),

    /** Third factor: a signed word of the postsynaptic neuron. Loihi 1 has none; it is a graded spike of Loihi 2. */
    Q(Side.POSTSYNAPTIC, 7);

    /** Where a variable is stored, and so how many there are. */
    public enum Side {
        /** One per presynaptic neuron. */
        PRESYNAPTIC,
        /** One per postsynaptic neuron. */
        POSTSYNAPTIC,
        /** One per synapse. */
        SYNAPTIC
    }

    /** A trace: 7 bits without a sign. */
    public static final Format TRACE = Register.TRACE.format();

    private final Side side;
    private final int bits;

    Variable(Side side, int bits) {
        this.side = side;
        this.bits = bits;
    }

    /** Whose word it is. */
    public Side side() {
        return side;
    }

    /** The bits of a factor's magnitude: b. */
    public int bits() {
        return bits;
    }

    /** The name in a rule: {@code x0}. */
    public String symbol() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The variable of that name, or null. */
    static Variable of(String symbol) {
        for (Variable variable : values()) {
            if (variable.symbol().equals(symbol)) {
                return variable;
            }
        }
        return null;
    }
}
