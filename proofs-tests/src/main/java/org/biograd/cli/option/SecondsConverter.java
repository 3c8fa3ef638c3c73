package org.biograd.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time in seconds, with decimals if need be. */
public final class SecondsConverter implements ITypeConverter<Double> {

    private static final double LEAST = 0.1;
    private static final double MOST = 86_400;

    @Override
    public Double convert(String text) {
        if (text.matches("[0-9]{1,5}(\\.[0-9]{1,9})?")) {
            double seconds = Double.parseDouble(text);
            if (seconds >= LEAST && seconds <= MOST) {
                return seconds;
            }
        }
        throw new TypeConversionException(Ranges.shorten(text) + " is not within 0.1..86400");
    }
}
