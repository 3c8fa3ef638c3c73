package org.biograd.words;

import org.biograd.fixedpoint.fast.FastRateCoder;
import org.biograd.fixedpoint.run.SpikeCoder;

/** The fast form. */
class FastRateCoderTest extends RateCoderContract {

    @Override
    SpikeCoder coder(long seed) {
        return new FastRateCoder(seed);
    }
}
