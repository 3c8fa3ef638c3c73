package org.biograd.cli.option;

import org.biograd.study.verify.VerifySettings;
import picocli.CommandLine.Option;

/** The option of every command whose network has one hidden layer. */
public final class HiddenOption {

    @Option(
            names = "--hidden",
            paramLabel = "N",
            defaultValue = "" + VerifySettings.DEFAULT_HIDDEN,
            description = "Neurons of the hidden layer, 1..4096. Default: ${DEFAULT-VALUE}.")
    @Within(low = 1, high = VerifySettings.MAX_HIDDEN)
    private int neurons;

    /** Neurons of the hidden layer. */
    public int neurons() {
        return neurons;
    }
}
