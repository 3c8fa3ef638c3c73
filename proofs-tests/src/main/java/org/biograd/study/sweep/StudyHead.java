package org.biograd.study.sweep;

import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.ProfileReader;
import org.biograd.study.sweep.plan.Study;
import org.biograd.study.sweep.plan.StudyReader;

/**
 * What a log begins with: everything that its runs depend on, so that results can be made of it alone.
 *
 * @param study the format, {@value #FORMAT}
 * @param file the name of the study file
 * @param text what it says, without comments
 * @param base the profile that it begins with, in its text form
 * @param data what the data are, for people
 * @param fingerprint of the training set (FILE-5)
 * @param inputs of a sample
 * @param classes of the data
 * @param samples to learn from
 * @param commonest how many of the held-out samples have the class that most of them have
 * @param tests samples of the test set; 0 where it is not used
 * @param part which part of the runs this log has, from 1
 * @param parts of how many
 */
public record StudyHead(
        int study,
        String file,
        String text,
        String base,
        String data,
        String fingerprint,
        int inputs,
        int classes,
        int samples,
        int commonest,
        int tests,
        int part,
        int parts) {

    static final int FORMAT = 1;

    /** Checks what came from a file. */
    void require() {
        RunResult.require(study == FORMAT, "study", "the format " + FORMAT);
        RunResult.require(
                file != null && text != null && base != null && data != null && fingerprint != null,
                "file, text, base, data, fingerprint",
                "text");
        RunResult.require(samples > 0 && commonest > 0 && tests >= 0, "samples, commonest, tests", "a count");
        RunResult.require(parts >= 1 && part >= 1 && part <= parts, "part", "1..parts");
    }

    /** The same of the whole. */
    StudyHead whole() {
        return new StudyHead(
                study, file, text, base, data, fingerprint, inputs, classes, samples, commonest, tests, 1, 1);
    }

    /**
     * The study.
     *
     * @throws IllegalArgumentException where the head does not hold one
     */
    Study read() {
        Profile profile = ProfileReader.read(file + ": base", base);
        return StudyReader.read(file, text, name -> profile);
    }
}
