package org.biograd.cli.option;

import org.biograd.study.verify.VerifySettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the commands that train on the digits from beginning to end. */
public final class TrainingOptions {

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "" + VerifySettings.DEFAULT_EPOCHS,
            description = "How often each training sample is shown, 0..100000. Default: ${DEFAULT-VALUE}.")
    @Within(low = 0, high = VerifySettings.MAX_EPOCHS)
    private int epochs;

    @Mixin
    private HiddenOption hidden;

    /** How often each training sample is shown. */
    public int epochs() {
        return epochs;
    }

    /** Neurons of the hidden layer. */
    public int hidden() {
        return hidden.neurons();
    }
}
