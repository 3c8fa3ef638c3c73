package org.biograd.words;

import org.biograd.fixedpoint.run.RateCoder;
import org.biograd.fixedpoint.run.SpikeCoder;

/** The plain form. */
class RateCoderTest extends RateCoderContract {

    @Override
    SpikeCoder coder(long seed) {
        return new RateCoder(seed);
    }
}
