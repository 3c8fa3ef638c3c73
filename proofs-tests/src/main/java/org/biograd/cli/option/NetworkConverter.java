package org.biograd.cli.option;

import java.util.Iterator;
import org.biograd.study.bench.NamedNetwork;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Finds a network by its name. */
public final class NetworkConverter implements ITypeConverter<NamedNetwork> {

    /** Their names, quoted as on a command line. */
    public static final class Names implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return NamedNetwork.ALL.stream()
                    .map(network -> "'" + network.name() + "'")
                    .iterator();
        }
    }

    @Override
    public NamedNetwork convert(String text) {
        for (NamedNetwork network : NamedNetwork.ALL) {
            if (network.name().equals(text)) {
                return network;
            }
        }
        throw new TypeConversionException(Ranges.shorten(text) + " is none of " + String.join(", ", new Names()));
    }
}
