package org.biograd.cli.option;

import java.util.Arrays;
import org.biograd.spec.Shape;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the sizes of layers: {@code 64-64-10}. */
public final class ShapeConverter implements ITypeConverter<Shape> {

    @Override
    public Shape convert(String text) {
        if (!text.matches("[0-9]{1,5}(-[0-9]{1,5}){1,63}")) {
            throw new TypeConversionException(
                    Ranges.shorten(text) + " is not of the form INPUTS-HIDDEN-OUTPUTS, for example 2-2-1");
        }
        try {
            return Shape.of(
                    Arrays.stream(text.split("-")).mapToInt(Integer::parseInt).toArray());
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(Ranges.shorten(text) + ": " + e.getMessage());
        }
    }
}
