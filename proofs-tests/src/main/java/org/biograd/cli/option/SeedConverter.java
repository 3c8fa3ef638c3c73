package org.biograd.cli.option;

import java.math.BigInteger;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a seed: all 64 bits, decimal or hexadecimal after {@code 0x}, unsigned. */
public final class SeedConverter implements ITypeConverter<Long> {

    @Override
    public Long convert(String text) {
        String digits = text.startsWith("0x") || text.startsWith("0X") ? text.substring(2) : text;
        int radix = digits.length() == text.length() ? 10 : 16;
        // A bound before the conversion, so that a long text costs no time; leading zeros are not worth more.
        if (!digits.matches(radix == 10 ? "[0-9]{1,20}" : "[0-9a-fA-F]{1,16}")) {
            throw wrong(text);
        }
        BigInteger value = new BigInteger(digits, radix);
        if (value.bitLength() > Long.SIZE) {
            throw wrong(text);
        }
        return value.longValue();
    }

    private static TypeConversionException wrong(String text) {
        return new TypeConversionException(
                Ranges.shorten(text) + " is not within 0..18446744073709551615 (or 0x0..0xffffffffffffffff)");
    }
}
