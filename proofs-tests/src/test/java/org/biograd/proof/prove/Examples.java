package org.biograd.proof.prove;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.biograd.proof.term.Evaluator;
import org.biograd.proof.term.Term;
import org.biograd.proof.term.Terms;

/**
 * Tries a claim on random values: walker and code must agree on every call, every lemma and, where what is given holds,
 * every conclusion must be true. That holds the walker, the lemmas and the claims against the code that runs.
 */
final class Examples {

    private static final long SEED = 1;
    private static final int DRAWS = 20_000;

    private Examples() {}

    /** A set of values that is wanted, of some thousands that are drawn; null where none is. */
    static Map<String, BigInteger> draw(Scene scene, Predicate<Map<String, BigInteger>> wanted) {
        Random random = new Random(SEED);
        for (int i = 0; i < DRAWS; i++) {
            Map<String, BigInteger> values = draw(scene, random);
            if (wanted.test(values)) {
                return values;
            }
        }
        return null;
    }

    /**
     * Tries so many.
     *
     * @throws AssertionError at the first that fails, or where what is given never held
     */
    static void tryOut(Case of, int count) {
        Scene scene = of.scene();
        Random random = new Random(SEED);
        int held = 0;
        // Where little is admitted, more is drawn.
        for (int i = 0; i < count || held == 0 && i < DRAWS; i++) {
            Map<String, BigInteger> values = draw(scene, random);
            Evaluator at = new Evaluator(values, scene.functions());
            boolean admitted = scene.givens().stream().allMatch(at::holds);
            try {
                String difference = Replay.difference(scene, at);
                // What a claim takes in place of a method is right for what is given alone.
                if (difference != null && (admitted || !scene.walker().replaces())) {
                    throw new AssertionError(of + ": " + difference + ", at " + values);
                }
            } catch (JavaValues.Refused e) {
                if (admitted) {
                    throw new AssertionError(of + ": what is given is refused, at " + values, e);
                }
            }
            for (Term lemma : scene.lemmas()) {
                if (!at.holds(lemma)) {
                    throw new AssertionError(of + ": a lemma fails at " + values + ": " + lemma);
                }
            }
            if (admitted) {
                held++;
                for (Term conclusion : scene.conclusions()) {
                    if (!at.holds(conclusion)) {
                        throw new AssertionError(of + " fails at " + values);
                    }
                }
            }
        }
        if (held == 0) {
            throw new AssertionError(of + ": of " + DRAWS + " draws none was admitted by what is given");
        }
    }

    private static Map<String, BigInteger> draw(Scene scene, Random random) {
        Map<String, BigInteger> values = new HashMap<>();
        for (Scene.Variable v : scene.variables()) {
            values.put(v.term().name(), draw(v, random));
        }
        return values;
    }

    /** Within the bounds of a variable: near an end, small, of a random number of bits, or anywhere. */
    private static BigInteger draw(Scene.Variable v, Random random) {
        BigInteger span = v.high().subtract(v.low()).add(BigInteger.ONE);
        BigInteger x = switch (random.nextInt(6)) {
            case 0 -> v.low().add(BigInteger.valueOf(random.nextInt(4)));
            case 1 -> v.high().subtract(BigInteger.valueOf(random.nextInt(4)));
            case 2 -> BigInteger.valueOf(random.nextInt(9) - 4L);
            case 3 -> new BigInteger(1 + random.nextInt(span.bitLength()), random);
            case 4 -> new BigInteger(1 + random.nextInt(span.bitLength()), random).negate();
            default -> v.low().add(new BigInteger(span.bitLength() + 8, random).mod(span));
        };
        if (x.compareTo(v.low()) < 0 || x.compareTo(v.high()) > 0) {
            x = v.low().add(x.mod(span));
        }
        return Terms.constant(x, v.term().width()).unsigned();
    }
}
