package org.biograd.network;

import java.math.BigInteger;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** round(2^16 exp(-d)), from the definition of e and not from the table of ERR-2. */
public final class Exponential {

    private static final Map<Integer, BigInteger> KNOWN = new ConcurrentHashMap<>();

    private Exponential() {}

    /** The exponential of -d. */
    public static BigInteger of(int d) {
        return KNOWN.computeIfAbsent(d, SpecModel::computeExponential);
    }
}
