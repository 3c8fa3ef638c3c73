package org.biograd.study.explain.check;

import java.math.BigInteger;
import java.util.List;

/** The functions that the clauses name, in unbounded integers, each from the words of its clause. */
final class Functions {

    private static final BigInteger ONE = BigInteger.ONE;
    private static final BigInteger TWO = BigInteger.TWO;
    private static final BigInteger DECAY_ONE = BigInteger.valueOf(4096);
    private static final BigInteger WORD = TWO.pow(32);
    private static final int[] TABLE = {65_536, 24_109, 8_869, 3_263, 1_200, 442, 162, 60, 22, 8, 3, 1};

    private Functions() {}

    static BigInteger of(String name, String mode, List<BigInteger> v) {
        return switch (name) {
            case "abs" -> v.get(0).abs();
            case "max" -> v.stream().reduce(BigInteger::max).orElseThrow();
            case "min" -> v.stream().reduce(BigInteger::min).orElseThrow();
            case "wrap" -> wrap(v.get(0), TWO.pow(v.get(1).intValueExact()));
            case "saturate" ->
                saturate(v.get(0), TWO.pow(v.get(1).intValueExact() - 1).subtract(ONE));
            case "saturateUnsigned" ->
                v.get(0).min(TWO.pow(v.get(1).intValueExact()).subtract(ONE)).max(BigInteger.ZERO);
            // BigInteger divides toward zero.
            case "decay", "scale" -> v.get(0).multiply(v.get(1)).divide(DECAY_ONE);
            case "quotient" -> v.get(0).divide(v.get(1));
            case "shift" -> shift(v.get(0), TWO.pow(v.get(1).intValueExact()), mode, v.size() < 3 ? null : v.get(2));
            case "table" -> BigInteger.valueOf(table(v.get(0).longValueExact()));
            case "draw" -> draw(v);
            case "philox" -> word(philox(v.get(0), v.get(1), v.get(2), v.get(3), v.get(4), v.get(5)), v.get(6));
            case "mod" -> v.get(0).mod(v.get(1));
            case "sign" -> BigInteger.valueOf(v.get(0).signum());
            case "isqrt" -> isqrt(v.get(0));
            case "argmax" ->
                BigInteger.valueOf(v.indexOf(v.stream().reduce(BigInteger::max).orElseThrow()));
            default -> throw new IllegalArgumentException("no clause has a function '" + name + "'");
        };
    }

    /** Whether a function neither rounds nor limits its first value. */
    static boolean exact(String name, List<BigInteger> v) {
        return switch (name) {
            case "wrap", "saturate", "saturateUnsigned" -> of(name, "", v).equals(v.get(0));
            case "decay", "scale" -> v.get(0).multiply(v.get(1)).mod(DECAY_ONE).signum() == 0;
            case "quotient" -> v.get(0).mod(v.get(1)).signum() == 0;
            case "shift" -> v.get(0).mod(TWO.pow(v.get(1).intValueExact())).signum() == 0;
            default -> true;
        };
    }

    /** One of the four words of a block. */
    private static BigInteger word(BigInteger block, BigInteger index) {
        return block.shiftRight(32 * index.intValueExact()).mod(WORD);
    }

    /** The largest integer whose square is not above x. Not BigInteger.sqrt, which a browser's class library lacks. */
    private static BigInteger isqrt(BigInteger x) {
        BigInteger root = BigInteger.ZERO;
        for (int bit = x.bitLength() / 2; bit >= 0; bit--) {
            BigInteger more = root.add(TWO.pow(bit));
            root = more.multiply(more).compareTo(x) <= 0 ? more : root;
        }
        return root;
    }

    /** table(d) of ERR-2. */
    private static long table(long difference) {
        return difference < TABLE.length ? TABLE[(int) difference] : 0;
    }

    private static BigInteger wrap(BigInteger x, BigInteger range) {
        BigInteger low = x.mod(range);
        return low.multiply(TWO).compareTo(range) < 0 ? low : low.subtract(range);
    }

    private static BigInteger saturate(BigInteger x, BigInteger largest) {
        return x.min(largest).max(largest.negate());
    }

    private static BigInteger shift(BigInteger x, BigInteger unit, String mode, BigInteger draw) {
        BigInteger remainder = x.mod(unit);
        BigInteger floor = x.subtract(remainder).divide(unit);
        if (remainder.signum() == 0) {
            return floor;
        }
        int half = remainder.multiply(TWO).compareTo(unit);
        boolean up = switch (mode) {
            case "FLOOR" -> false;
            case "TOWARD_ZERO" -> x.signum() < 0;
            case "AWAY_FROM_ZERO" -> x.signum() > 0;
            case "NEAREST_EVEN" -> half > 0 || half == 0 && floor.testBit(0);
            case "STOCHASTIC" -> {
                if (draw == null) {
                    throw new IllegalArgumentException("a shift that is not exact has no draw");
                }
                yield draw.compareTo(remainder) < 0;
            }
            default -> throw new IllegalArgumentException("no rounding mode '" + mode + "'");
        };
        return up ? floor.add(ONE) : floor;
    }

    /** DRAW-1 to DRAW-3: draw(seed, stream, layer, sample, step, index, bits). */
    private static BigInteger draw(List<BigInteger> v) {
        int bits = v.get(6).intValueExact();
        BigInteger lane = BigInteger.valueOf(bits <= 8 ? 8 : bits <= 16 ? 16 : 32);
        BigInteger[] at = v.get(5).divideAndRemainder(BigInteger.valueOf(128).divide(lane));
        BigInteger block = philox(
                at[0],
                v.get(4),
                v.get(3),
                v.get(1).multiply(BigInteger.valueOf(65_536)).add(v.get(2)),
                v.get(0).mod(WORD),
                v.get(0).mod(WORD.pow(2)).divide(WORD));
        return block.shiftRight(at[1].multiply(lane).intValueExact()).mod(TWO.pow(bits));
    }

    private static BigInteger philox(
            BigInteger c0, BigInteger c1, BigInteger c2, BigInteger c3, BigInteger key0, BigInteger key1) {
        BigInteger m0 = BigInteger.valueOf(0xD2511F53L);
        BigInteger m1 = BigInteger.valueOf(0xCD9E8D57L);
        BigInteger[] x = {c0, c1, c2, c3};
        BigInteger k0 = key0;
        BigInteger k1 = key1;
        for (int round = 0; round < 10; round++) {
            BigInteger[] a = m0.multiply(x[0]).divideAndRemainder(WORD);
            BigInteger[] b = m1.multiply(x[2]).divideAndRemainder(WORD);
            x = new BigInteger[] {b[0].xor(x[1]).xor(k0), b[1], a[0].xor(x[3]).xor(k1), a[1]};
            k0 = k0.add(BigInteger.valueOf(0x9E3779B9L)).mod(WORD);
            k1 = k1.add(BigInteger.valueOf(0xBB67AE85L)).mod(WORD);
        }
        return x[0].add(x[1].multiply(WORD)).add(x[2].multiply(WORD.pow(2))).add(x[3].multiply(WORD.pow(3)));
    }
}
