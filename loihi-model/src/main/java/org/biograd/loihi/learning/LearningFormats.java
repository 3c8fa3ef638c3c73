package org.biograd.loihi.learning;

import org.biograd.loihi.Format;
import org.biograd.loihi.Register;
import org.biograd.spec.Clause;

/**
 * The formats that a learning engine writes.
 *
 * @param weight w: signed, without fraction, 2..9 bits
 * @param secondTag d: likewise
 * @param tag t: likewise
 * @param accumulator of a weight: signed, with 1..11 fraction bits, and room for every weight
 */
@Clause("ENG-1")
public record LearningFormats(Format weight, Format secondTag, Format tag, Format accumulator) {

    private static final int MAX_BITS = 9;
    private static final int MAX_ACCUMULATOR = 24;

    // So that 16 products of 4 factors at the largest scale stay within 64 bits.
    private static final int MAX_FRACTION = 11;

    /** As wide as the chip has them. */
    public static final LearningFormats LOIHI = new LearningFormats(
            Register.WEIGHT.format(),
            Register.TAG.format(),
            Register.TAG.format(),
            Format.signed(Register.LEARNING_ACCUMULATOR.format().bits(), 7));

    /** Refuses formats that the engine cannot work with. */
    public LearningFormats {
        requireWord("weight", weight);
        requireWord("secondTag", secondTag);
        requireWord("tag", tag);
        int needed = weight.bits() + accumulator.fraction();
        if (!accumulator.signed()
                || accumulator.fraction() < 1
                || accumulator.fraction() > MAX_FRACTION
                || accumulator.bits() < needed
                || accumulator.bits() > MAX_ACCUMULATOR) {
            throw new IllegalArgumentException(
                    "accumulator: " + accumulator + "; a signed format of " + needed + ".." + MAX_ACCUMULATOR
                            + " bits with 1.." + MAX_FRACTION + " fraction bits is needed for weights of " + weight);
        }
    }

    private static void requireWord(String field, Format format) {
        if (!format.signed() || format.fraction() != 0 || format.bits() > MAX_BITS) {
            throw new IllegalArgumentException(
                    field + ": " + format + "; a signed format of 2.." + MAX_BITS + " bits without fraction is needed");
        }
    }

    /** The same with weights of another width. */
    public LearningFormats withWeightBits(int bits) {
        return new LearningFormats(Format.signed(bits, 0), secondTag, tag, accumulator);
    }

    /** The format of w, d or t. */
    Format of(Variable target) {
        return target == Variable.W ? weight : target == Variable.D ? secondTag : tag;
    }
}
