package org.biograd.conform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.ToLongFunction;
import org.biograd.kit.cases.Json;

/**
 * Mistakes that implementations of a compartment have, and a compartment that makes them; its arithmetic is its own.
 */
enum LifFault {
    NONE,
    AT_LEAST,
    FLOOR_DECAY,
    SATURATED_CURRENT,
    SUBTRACTED_THRESHOLD,
    SHORT_REFRACTORY,
    LONG_REFRACTORY,
    BIAS_NOT_SHIFTED;

    private static final BigInteger SCALE = BigInteger.valueOf(4096);
    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(23);

    /** The answer to a case. */
    ObjectNode answer(JsonNode question) {
        JsonNode params = question.get("params");
        JsonNode inputs = question.get("in").get("a");
        long[] a = new long[inputs.size()];
        Arrays.setAll(a, t -> inputs.get(t).longValue());
        long[][] signals = run(name -> params.get(name).longValue(), a);
        ObjectNode out = Json.object();
        out.set("u", Json.of(signals[0]));
        out.set("v", Json.of(signals[1]));
        out.set("s", Json.of(signals[2]));
        return out;
    }

    /** u, v and s of all steps. */
    long[][] run(ToLongFunction<String> params, long[] a) {
        BigInteger threshold = word(params, "vthMant").shiftLeft(6);
        BigInteger bias = this == BIAS_NOT_SHIFTED
                ? word(params, "biasMant")
                : word(params, "biasMant").shiftLeft(word(params, "biasExp").intValue());
        int period = word(params, "refractory").intValue()
                + (this == SHORT_REFRACTORY ? -1 : this == LONG_REFRACTORY ? 1 : 0);
        long[][] signals = new long[3][a.length];
        BigInteger u = BigInteger.ZERO;
        BigInteger v = BigInteger.ZERO;
        int held = 0;
        for (int t = 0; t < a.length; t++) {
            u = current(decay(u, word(params, "decayU")).add(BigInteger.valueOf(a[t])));
            boolean spike = false;
            if (held > 0) {
                held--;
                v = BigInteger.ZERO;
            } else {
                BigInteger sum = decay(v, word(params, "decayV")).add(u).add(bias);
                v = sum.min(LIMIT.subtract(BigInteger.ONE)).max(LIMIT.negate().add(BigInteger.ONE));
                int order = v.compareTo(threshold);
                spike = order > 0 || this == AT_LEAST && order == 0;
                if (spike) {
                    v = this == SUBTRACTED_THRESHOLD ? v.subtract(threshold) : BigInteger.ZERO;
                    held = Math.max(0, period - 1);
                }
            }
            signals[0][t] = u.longValueExact();
            signals[1][t] = v.longValueExact();
            signals[2][t] = spike ? 1 : 0;
        }
        return signals;
    }

    private static BigInteger word(ToLongFunction<String> params, String name) {
        return BigInteger.valueOf(params.applyAsLong(name));
    }

    private BigInteger decay(BigInteger x, BigInteger lost) {
        BigInteger product = x.multiply(SCALE.subtract(lost));
        return this == FLOOR_DECAY ? product.shiftRight(12) : product.divide(SCALE);
    }

    private BigInteger current(BigInteger x) {
        if (this == SATURATED_CURRENT) {
            return x.min(LIMIT.subtract(BigInteger.ONE)).max(LIMIT.negate());
        }
        return x.add(LIMIT).mod(LIMIT.shiftLeft(1)).subtract(LIMIT);
    }
}
