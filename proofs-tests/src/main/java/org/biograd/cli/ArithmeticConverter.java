package org.biograd.cli;

import org.biograd.train.Arithmetic;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what a network computes in. */
final class ArithmeticConverter implements ITypeConverter<Arithmetic> {

    @Override
    public Arithmetic convert(String text) {
        for (Arithmetic arithmetic : Arithmetic.values()) {
            if (arithmetic.option().equals(text)) {
                return arithmetic;
            }
        }
        throw new TypeConversionException(RangeConverter.shorten(text) + " is none of integer, float");
    }
}
