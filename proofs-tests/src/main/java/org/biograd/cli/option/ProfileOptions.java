package org.biograd.cli.option;

import java.util.LinkedHashMap;
import java.util.Map;
import org.biograd.cli.terminal.BadInputException;
import org.biograd.spec.profile.Profile;
import org.biograd.train.ProfileOverrides;
import picocli.CommandLine.Option;

/** The options that give keys of the profile other values. */
public final class ProfileOptions {

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "Gives a key of the profile another value, for example update.shift=5; may be given again and "
                            + "again. "
                            + "The profile is checked as one that was read from a file.")
    private Map<String, String> values = new LinkedHashMap<>();

    @Option(names = "--steps", paramLabel = "N", description = "The same as --set time.steps=N: steps of a sample.")
    private String steps;

    @Option(
            names = "--soft-start",
            paramLabel = "N",
            description = "The same as --set time.softStart=N: first step with feedback.")
    private String softStart;

    @Option(names = "--batch", paramLabel = "N", description = "The same as --set update.batch=N: samples an update.")
    private String batch;

    @Option(
            names = "--sleep",
            paramLabel = "N",
            description = "The same as --set sleep.every=N: updates from one sleep to the next; 0: none.")
    private String sleep;

    @Option(
            names = "--sleep-trajectories",
            paramLabel = "N",
            description = "The same as --set sleep.trajectories=N: noise runs of a sleep.")
    private String trajectories;

    @Option(
            names = "--sleep-steps",
            paramLabel = "N",
            description = "The same as --set sleep.steps=N: steps of a noise run.")
    private String sleepSteps;

    /**
     * The profile that they make of another.
     *
     * @throws BadInputException where there is no such key, a key is given twice, or the values are not those of a
     *     profile
     */
    public Profile apply(Profile profile) throws BadInputException {
        Map<String, String> all = new LinkedHashMap<>(values);
        put(all, "--steps", "time.steps", steps);
        put(all, "--soft-start", "time.softStart", softStart);
        put(all, "--batch", "update.batch", batch);
        put(all, "--sleep", "sleep.every", sleep);
        put(all, "--sleep-trajectories", "sleep.trajectories", trajectories);
        put(all, "--sleep-steps", "sleep.steps", sleepSteps);
        try {
            return ProfileOverrides.apply(profile, all);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(e.getMessage(), e);
        }
    }

    private static void put(Map<String, String> all, String option, String key, String value) throws BadInputException {
        if (value != null && all.put(key, value) != null) {
            throw new BadInputException(option + " and --set " + key + " exclude each other: they are the same", null);
        }
    }
}
