package org.biograd.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void machinesGetSixSignificantDigitsRoundedHalfEven() {
        assertEquals("3.14159", Numbers.json(Math.PI));
        assertEquals("0", Numbers.json(-0.0));
        assertEquals("100", Numbers.json(100));
        assertEquals("0.000001", Numbers.json(1e-6));
        assertEquals("9.99999E-7", Numbers.json(9.99999e-7));
        assertEquals("0.0000152588", Numbers.json(0x1p-16));
        // Ties, which doubles hold exactly.
        assertEquals("262144", Numbers.json(262_144.5));
        assertEquals("262146", Numbers.json(262_145.5));
        assertEquals("1.79769E+308", Numbers.json(Double.MAX_VALUE));
        assertEquals("4.94066E-324", Numbers.json(Double.MIN_VALUE));
    }

    @Test
    void whatIsNotFiniteIsNoNumberOfJson() {
        assertNull(Numbers.json(Double.NaN));
        assertNull(Numbers.json(Double.POSITIVE_INFINITY));
        assertNull(Numbers.json(Double.NEGATIVE_INFINITY));
    }

    @Test
    void peopleGetDecimalsOrAPowerOfTen() {
        assertEquals("1,234.500", Numbers.deviation(1234.5));
        assertEquals("0.000", Numbers.deviation(0));
        assertEquals("7.3e-11", Numbers.deviation(7.3e-11));
        assertEquals("-", Numbers.deviation(Double.NaN));
        assertEquals("1,437", Numbers.count(1437));
    }
}
