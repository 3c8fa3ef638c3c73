package org.biograd.spec.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.biograd.spec.Clause;

/** The profiles that come with the spec (PROF-3). */
@Clause("PROF-3")
public final class Profiles {

    /** The names of the shipped profiles that differ in their words: one of each kind. */
    public static final List<String> NAMES = List.of("loihi", "wide", "tiny");

    /**
     * The names of the shipped profiles with the words of one of {@link #NAMES} and settings that a search found for
     * certain data.
     */
    public static final List<String> TUNED = List.of("loihi-mnist", "wide-mnist");

    private Profiles() {}

    /** The names of all shipped profiles. */
    public static List<String> all() {
        return Stream.concat(NAMES.stream(), TUNED.stream()).toList();
    }

    /**
     * What a neuromorphic chip can hold: 8-bit weights, 7-bit traces, 9-bit tags, stochastic rounding, online learning.
     */
    public static Profile loihi() {
        return shipped("loihi");
    }

    /** Wide words and a trace per synapse: what is left of the algorithm when arithmetic is no obstacle. */
    public static Profile wide() {
        return shipped("wide");
    }

    /** Words so narrow that every one of their values can be enumerated. */
    public static Profile tiny() {
        return shipped("tiny");
    }

    /**
     * The shipped profile of a name.
     *
     * @throws IllegalArgumentException where no profile of that name is shipped
     */
    public static Profile shipped(String name) {
        if (!all().contains(name)) {
            throw new IllegalArgumentException(
                    "no profile '" + name + "' is shipped; there are " + String.join(", ", all()));
        }
        try (InputStream in = Profiles.class.getResourceAsStream(name + ".profile")) {
            return ProfileReader.read(name + ".profile", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
