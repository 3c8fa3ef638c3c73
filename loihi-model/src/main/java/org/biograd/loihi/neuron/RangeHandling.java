package org.biograd.loihi.neuron;

import org.biograd.loihi.Format;
import org.biograd.loihi.Register;
import org.biograd.spec.Clause;

/**
 * What happens to a value that its register cannot hold. Inside the ranges all variants agree; at their ends the public
 * emulators of the chip do not, and none was compared with silicon by this project.
 *
 * <p>A step asks in this order: {@link #input}, {@link #current}, {@link #drive}, {@link #voltage}.
 */
@Clause("CHIP-6")
public enum RangeHandling {

    /** The behaviour of the spec: u wraps in two's complement, v saturates, nothing else is touched. */
    NORMATIVE(1L << 36),

    /** Lava b6822fb: u beyond +-2^23 is brought back once, and -2^23 becomes +2^23. */
    LAVA(1L << 36) {
        @Override
        long current(long u) {
            if (u > CURRENT_EDGE) {
                return u - 2 * CURRENT_EDGE;
            }
            return u <= -CURRENT_EDGE ? u + 2 * CURRENT_EDGE : u;
        }
    },

    /**
     * Nengo-Loihi e564f66: the input wraps to 22 bits before it is added, u to 24, and u with the bias to 24 once more.
     */
    NENGO(1L << 36) {
        @Override
        long input(long a) {
            return NENGO_INPUT.wrap(a);
        }

        @Override
        long drive(long x) {
            return Register.CURRENT.format().wrap(x);
        }
    },

    /** Brian2Loihi 9ac5842: no register has an end. */
    BRIAN2LOIHI(1L << 24) {
        @Override
        long current(long u) {
            return u;
        }

        @Override
        long voltage(long v, Format format) {
            return v;
        }
    };

    private static final long CURRENT_EDGE = 1L << 23;
    private static final Format NENGO_INPUT = Format.signed(22, 0);

    private final long largestInput;

    RangeHandling(long largestInput) {
        this.largestInput = largestInput;
    }

    /** The largest |a| with which 64 bits hold every value of a run of 10,000 steps. */
    public long largestInput() {
        return largestInput;
    }

    /** The input of a step as it is added. */
    long input(long a) {
        return a;
    }

    /** The current as it is stored. */
    long current(long u) {
        return Register.CURRENT.format().wrap(u);
    }

    /** The sum of current and bias as it is added to the voltage. */
    long drive(long x) {
        return x;
    }

    /** The voltage as it is stored. */
    long voltage(long v, Format format) {
        return format.saturate(v);
    }
}
