package org.biograd.cli.option;

import picocli.CommandLine.IVersionProvider;

/** The version that the archive's manifest states. */
public class CommandVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = CommandVersion.class.getPackage().getImplementationVersion();
        return new String[] {"biograd " + (version == null ? "(unpackaged)" : version)};
    }
}
