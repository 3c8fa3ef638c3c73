package org.biograd.spec.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.biograd.spec.Clause;

/** The profiles that come with the spec (PROF-3). */
@Clause("PROF-3")
public final class Profiles {

    /** The names of the shipped profiles. */
    public static final List<String> NAMES = List.of("loihi", "wide", "tiny");

    private Profiles() {}

    /** What a neuromorphic chip can hold: 8-bit weights, 7-bit traces, 9-bit tags, stochastic rounding, online learning. */
    public static Profile loihi() {
        return shipped("loihi");
    }

    /** Wide words and a trace a synapse: what is left of the algorithm when arithmetic is no obstacle. */
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
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "no profile '" + name + "' is shipped; there are " + String.join(", ", NAMES));
        }
        try (InputStream in = Profiles.class.getResourceAsStream(name + ".profile")) {
            return ProfileReader.read(name + ".profile", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
