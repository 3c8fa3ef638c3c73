package org.biograd.cli.option;

import org.biograd.train.Arithmetic;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what a network computes in. */
public final class ArithmeticConverter implements ITypeConverter<Arithmetic> {

    @Override
    public Arithmetic convert(String text) {
        for (Arithmetic arithmetic : Arithmetic.values()) {
            if (arithmetic.option().equals(text)) {
                return arithmetic;
            }
        }
        throw new TypeConversionException(Ranges.shorten(text) + " is none of integer, float");
    }
}
