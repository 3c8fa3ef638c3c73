package org.biograd.cli;

import org.biograd.verify.VerifySettings;
import picocli.CommandLine.Option;

/** The options of the commands that train on the digits from beginning to end. */
final class TrainingOptions {

    @Option(
            names = "--epochs",
            paramLabel = "N",
            converter = RangeConverter.Epochs.class,
            defaultValue = "" + VerifySettings.DEFAULT_EPOCHS,
            description = "How often each training sample is shown, 0..100000. Default: ${DEFAULT-VALUE}.")
    private int epochs;

    @Option(
            names = "--hidden",
            paramLabel = "N",
            converter = RangeConverter.Hidden.class,
            defaultValue = "" + VerifySettings.DEFAULT_HIDDEN,
            description = "Neurons of the hidden layer, 1..4096. Default: ${DEFAULT-VALUE}.")
    private int hidden;

    /** How often each training sample is shown. */
    int epochs() {
        return epochs;
    }

    /** Neurons of the hidden layer. */
    int hidden() {
        return hidden;
    }
}
