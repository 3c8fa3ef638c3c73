package org.biograd.train;

import org.biograd.model.Model;

/**
 * What came of a training.
 *
 * @param settings what was asked for
 * @param data what the data are, for people
 * @param model the network at the end, with its run
 * @param log a row for each epoch
 * @param stoppedEarly whether the patience ended it before its last epoch
 * @param testRight test samples that are predicted right at the end
 * @param testSamples size of the test set
 * @param digest of all weights (FILE-3)
 */
public record TrainResult(
        TrainSettings settings,
        String data,
        Model model,
        EpochLog log,
        boolean stoppedEarly,
        int testRight,
        int testSamples,
        String digest) {}
