package org.biograd.conform;

import java.util.List;
import org.biograd.spec.profile.Profile;

/**
 * What is asked of a program.
 *
 * @param command the command as it was given
 * @param operations to be asked
 * @param cases of each operation, 1 or more
 * @param seed of the cases
 * @param profiles whose widths and constants the cases have; empty for what the operations have by themselves
 * @param claims of the program
 * @param timeoutSeconds how long it may go without an answer
 */
public record ConformSettings(
        String command,
        List<String> operations,
        long cases,
        long seed,
        List<Profile> profiles,
        Claims claims,
        double timeoutSeconds) {

    /** Cases of each operation unless told otherwise. */
    public static final int DEFAULT_CASES = 1000;

    /** The patience unless told otherwise, in seconds. */
    public static final int DEFAULT_TIMEOUT = 10;
}
