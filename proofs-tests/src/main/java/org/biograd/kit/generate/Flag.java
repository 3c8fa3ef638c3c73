package org.biograd.kit.generate;

import java.util.Locale;

/** The dictionary of flags: what kind of fault a case shows. */
public enum Flag {

    /** The rule itself. */
    PLAIN("misread rule", "an ordinary value comes out wrong", "the clause is not implemented as written"),

    /** The most or the least that a word holds. */
    EDGE(
            "limit off by one",
            "values next to the end of a range differ",
            "a limit is exclusive where it has to be inclusive, or has another width"),

    /** Zero and one. */
    SMALL("special case", "0, 1 or -1 differ", "a shortcut for small values, or a division by something that may be 0"),

    /** A negative operand. */
    SIGN(
            "negative operand",
            "negative values are off by one, positive ones right",
            "floor was taken for toward zero, or the other way round"),

    /** A remainder of exactly a half. */
    TIE(
            "rounding of ties",
            "only exact halves differ",
            "half-up or half-away was taken for half-even, or the parity of the wrong number decides"),

    /** A remainder next to a half. */
    NEAR_TIE(
            "rounding near ties",
            "values next to a half differ",
            "a rounding constant is added before bits are dropped that decide"),

    /** Rounding by a draw. */
    DRAW(
            "random rounding",
            "values at a draw equal or next to the remainder differ",
            "the comparison is not strict, the draw has other bits, or is added instead of compared"),

    /** A shift by nothing. */
    NO_SHIFT(
            "shift by 0",
            "an unshifted value differs, or a draw is consumed",
            "1 << (k - 1) with k = 0, or a draw where none is made"),

    /** A shift beyond the width of a machine word. */
    WIDE_SHIFT(
            "shift by 32 or more",
            "only large shifts differ",
            "shifts are done in 32 bits, or the shift count is taken modulo the width"),

    /** A value that leaves its width and comes back on the other side. */
    WRAP(
            "overflow that wraps",
            "a value beyond the width has the wrong sign or size",
            "it saturates, or is corrected once instead of modulo"),

    /** A value that leaves its width and stays at the limit. */
    SATURATION(
            "overflow that saturates",
            "a value beyond the width has the wrong sign or size",
            "it wraps, or the limits are those of two's complement"),

    /** The most negative word. */
    ASYMMETRY(
            "most negative word",
            "-2^(b-1) appears, or its magnitude overflows",
            "the range is not symmetric, or a magnitude is taken in too few bits"),

    /** A magnitude that is shrunk. */
    DECAY(
            "rounding of a decay",
            "a value decays to -1 and stays, or is one too large",
            "a decay rounds down instead of toward zero"),

    /** An operand of 32 bits or more. */
    WIDE("operand wider than 32 bits", "only large values differ", "a product or a sum is kept in 32 bits"),

    /** Unsigned words. */
    UNSIGNED(
            "signedness",
            "words with the highest bit set differ",
            "an unsigned word is read, compared or multiplied as signed"),

    /** A published answer. */
    KNOWN_ANSWER(
            "wrong generator",
            "a published value differs",
            "another number of rounds, another constant, or another order of words"),

    /** The place of a lane. */
    LANE(
            "lane order",
            "draws are right but in another order",
            "lanes are taken from the highest bits, or of another width"),

    /** The width of a draw. */
    DRAW_BITS(
            "bits of a draw",
            "draws of some widths differ",
            "the upper bits of a lane are taken instead of the lower, or a lane has another width"),

    /** The counter of a draw. */
    COUNTER(
            "counter or key",
            "draws of another layer, step, sample or seed",
            "a field of the counter is in another word, or the halves of the seed are exchanged"),

    /** Equal inputs. */
    EQUAL("equal values", "several largest values differ from one", "a maximum is handled as if it were unique"),

    /** A table's end. */
    TABLE_END(
            "end of a table",
            "differences of 11, 12 or more differ",
            "the table is read beyond its end, or ends too early"),

    /** A value equal to a threshold. */
    THRESHOLD(
            "strictness", "values equal to a bound differ", "at least was taken for more than, or the other way round"),

    /** What a spike leaves. */
    RESET(
            "reset",
            "the step after a spike differs",
            "the value is reduced instead of reset, reset too early, or too late"),

    /** Rest after a spike. */
    REFRACTORY(
            "refractory period",
            "steps after a spike differ",
            "it is one step too long or too short, or the current rests too"),

    /** A constant input. */
    BIAS(
            "bias",
            "every step differs by a constant",
            "the bias is added to the wrong quantity, is not shifted, or is missing"),

    /** A state from before. */
    STATE("state before", "cases with a state before differ", "the state is ignored, or updated in another order"),

    /** What one sample leaves to the next. */
    FORGET(
            "state that is to be forgotten",
            "a second run differs from the first",
            "state is kept from one sample or trajectory to the next"),

    /** The order of what happens. */
    ORDER(
            "order of evaluation",
            "a value of a step earlier or later is used",
            "spikes arrive one step late, or the reset factor acts in the wrong step"),

    /** Opposite spikes that cancel. */
    CANCEL(
            "opposite spikes",
            "steps in which both error neurons spike differ",
            "the two are sent one after the other and saturate in between"),

    /** The saturation after a sum. */
    LATE_SATURATION(
            "place of saturation",
            "a sum that leaves the range and comes back differs",
            "partial sums are saturated, not the sum"),

    /** A shift to the left. */
    LEFT_SHIFT(
            "negative shift",
            "cases with a negative shift differ",
            "a negative shift count is not a shift to the left"),

    /** A mode of traces. */
    MODE("trace mode", "one mode differs", "the reset factor is that of another mode, or acts where there is none"),

    /** The bias as a synapse. */
    BIAS_SYNAPSE(
            "bias as a synapse",
            "the last row differs",
            "the bias has no trace, does not learn, or stands in another row"),

    /** Nothing to change. */
    NO_CHANGE(
            "nothing to change",
            "a weight moves where nothing is to be learned",
            "a draw or a rounding acts although the product is 0"),

    /** Several samples. */
    BATCH("batches", "updates of several samples differ", "products are rounded before they are summed"),

    /** Halved rates. */
    HALVING(
            "schedule of rates",
            "updates differ after some samples",
            "halvings are counted from another sample, or the shift is not limited"),

    /** The exponent of a weight. */
    EXPONENT("exponent", "weights with some exponents differ", "a negative exponent drops bits that count"),

    /** The signs of weights. */
    SIGN_MODE("sign mode", "one sign mode differs", "the bits of the sign are counted as bits of magnitude"),

    /** A term of a learning rule. */
    RULE("learning rule", "one rule differs", "a term is read, multiplied or ordered in another way"),

    /** A rare time. */
    EPOCH("rare steps", "terms with u differ", "a term acts in every step instead of every 2^k-th"),

    /** A layer among layers. */
    LAYERS(
            "several layers",
            "layers above the first, or hidden ones, differ",
            "a layer reads the spikes of the step before, or the wrong layer's parameters"),

    /** Several ways at once. */
    CHAIN(
            "long chain",
            "the first checkpoints agree, later ones do not",
            "a rare event is handled in another way; the first checkpoint that differs says where to look"),

    /** Chosen at random. */
    VARIANT(
            "variant of an emulator",
            "cases with params.emulator differ",
            "the words of another emulator, or the normative ones, are used"),
    FORM(
            "form of a text",
            "a text that is one is refused, or one that is none is admitted",
            "the reader is stricter or more lenient than the clause"),
    RANDOM(
            "anything",
            "a value that nobody chose differs",
            "look at the first signal that differs, in the order in which they arise");

    private final String bug;
    private final String effect;
    private final String meaning;

    Flag(String bug, String effect, String meaning) {
        this.bug = bug;
        this.effect = effect;
        this.meaning = meaning;
    }

    /** The flag as cases have it, for example {@code near-tie}. */
    public String symbol() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of bug. */
    public String bug() {
        return bug;
    }

    /** What is seen of it. */
    public String effect() {
        return effect;
    }

    /** What is most likely wrong where such a case fails. */
    public String meaning() {
        return meaning;
    }
}
