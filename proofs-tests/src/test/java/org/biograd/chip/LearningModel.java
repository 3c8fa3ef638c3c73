package org.biograd.chip;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Map;
import org.biograd.loihi.learning.Dependency;
import org.biograd.loihi.learning.Factor;
import org.biograd.loihi.learning.LearningRule;
import org.biograd.loihi.learning.Product;
import org.biograd.loihi.learning.Variable;
import org.biograd.spec.Rounding;
import org.biograd.words.WordModel;

/** ENG-8 and ENG-9 for one synapse, in unbounded integers and in the order of the text. */
final class LearningModel {

    private final Map<Variable, Integer> words;
    private final long epoch;

    LearningModel(Map<Variable, Integer> words, long epoch) {
        this.words = new EnumMap<>(words);
        this.epoch = epoch;
    }

    /** The accumulator, or the tag before it is limited to its width. */
    BigInteger accumulator(LearningRule rule, int bits, int fraction) {
        BigInteger sum = BigInteger.TWO.pow(fraction).multiply(BigInteger.valueOf(words.get(rule.target())));
        for (Product product : rule.products()) {
            BigInteger magnitude = magnitude(product);
            int shift = product.exponent() + fraction;
            BigInteger term = shift >= 0
                    ? magnitude.multiply(BigInteger.TWO.pow(shift))
                    : WordModel.shift(magnitude, -shift, Rounding.FLOOR, null);
            sum = product.mantissa() > 0 ? sum.add(term) : sum.subtract(term);
        }
        return WordModel.saturate(sum, bits);
    }

    /** The new word. */
    BigInteger moved(LearningRule rule, int accumulatorBits, int fraction, int bits, long draw) {
        BigInteger held = accumulator(rule, accumulatorBits, fraction);
        return WordModel.saturate(
                WordModel.shift(held, fraction, Rounding.STOCHASTIC, () -> BigInteger.valueOf(draw)), bits);
    }

    private BigInteger magnitude(Product product) {
        BigInteger value = BigInteger.valueOf(product.mantissa()).abs();
        Dependency dependency = product.dependency();
        boolean counts = switch (dependency.kind()) {
            case X0 -> words.get(Variable.X0) == 1;
            case Y0 -> words.get(Variable.Y0) == 1;
            case U ->
                BigInteger.valueOf(epoch)
                                .mod(BigInteger.TWO.pow(dependency.exponent()))
                                .signum()
                        == 0;
        };
        value = counts ? value : BigInteger.ZERO;
        for (Factor factor : product.factors()) {
            BigInteger sum =
                    BigInteger.valueOf(words.get(factor.variable())).add(BigInteger.valueOf(factor.constant()));
            int b = switch (factor.variable()) {
                case X0, Y0 -> 1;
                case X1, X2, Y1, Y2, Y3, Q -> 7;
                case W, D, T -> 9;
            };
            value = value.multiply(factor.sign() ? BigInteger.valueOf(sum.signum()) : WordModel.saturate(sum, b + 1));
        }
        return value;
    }
}
