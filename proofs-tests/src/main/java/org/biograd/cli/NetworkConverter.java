package org.biograd.cli;

import java.util.stream.Collectors;
import org.biograd.bench.NamedNetwork;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Finds a network by its name. */
final class NetworkConverter implements ITypeConverter<NamedNetwork> {

    @Override
    public NamedNetwork convert(String text) {
        for (NamedNetwork network : NamedNetwork.ALL) {
            if (network.name().equals(text)) {
                return network;
            }
        }
        throw new TypeConversionException(RangeConverter.shorten(text) + " is none of "
                + NamedNetwork.ALL.stream().map(network -> "'" + network.name() + "'").collect(Collectors.joining(", ")));
    }
}
