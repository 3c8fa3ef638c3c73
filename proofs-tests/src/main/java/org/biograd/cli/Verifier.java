package org.biograd.cli;

import org.biograd.data.DataSet;
import org.biograd.io.ProgressListener;
import org.biograd.spec.profile.Profile;
import org.biograd.study.verify.VerifyResult;
import org.biograd.study.verify.VerifySettings;

/** A way to verify, in two steps so that bad input is refused before anything is written. */
@FunctionalInterface
interface Verifier {

    /** A verification that is ready to run. */
    @FunctionalInterface
    interface Job {
        VerifyResult run(ProgressListener progress);
    }

    /**
     * Gets a verification ready.
     *
     * @throws IllegalArgumentException where profile, data and settings do not fit together; the message says how
     */
    Job prepare(Profile profile, DataSet training, DataSet test, VerifySettings settings);
}
