package org.biograd.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.ProfileReader;

/** A profile with some of its parameters given other values, by their keys (PROF-1). */
public final class ProfileOverrides {

    private static final String NAME = "name";
    private static final String CHANGED = "-changed";
    private static final int MAX_NAME = 32;

    private ProfileOverrides() {}

    /**
     * The profile with other values. One that is not equal to the old bears a name that says so, unless the name is
     * among the values.
     *
     * @param profile gives all other values
     * @param values by key
     * @throws IllegalArgumentException where there is no such key, or the values are not those of a profile
     */
    public static Profile apply(Profile profile, Map<String, String> values) {
        Map<String, String> all = values(profile);
        values.forEach((key, value) -> {
            if (!all.containsKey(key)) {
                throw new IllegalArgumentException("no profile has a key '" + key + "'");
            }
            if (value.matches("(?s).*[#\\r\\n].*")) {
                throw new IllegalArgumentException(key + ": a value has neither # nor line ends");
            }
            all.put(key, value);
        });
        if (!values.containsKey(NAME) && !read(all).equals(profile)) {
            String base = profile.name().endsWith(CHANGED)
                    ? profile.name().substring(0, profile.name().length() - CHANGED.length())
                    : profile.name();
            all.put(NAME, base.substring(0, Math.min(base.length(), MAX_NAME - CHANGED.length())) + CHANGED);
        }
        return read(all);
    }

    /** Where two profiles differ, in a few words. */
    static String difference(Profile there, Profile here) {
        Map<String, String> other = values(here);
        List<String> differing = new ArrayList<>();
        values(there).forEach((key, value) -> {
            if (!value.equals(other.get(key))) {
                differing.add(key + " = " + value + ", not " + other.get(key));
            }
        });
        return String.join("; ", differing.size() <= 3 ? differing : differing.subList(0, 3));
    }

    private static Profile read(Map<String, String> values) {
        StringBuilder text = new StringBuilder();
        values.forEach(
                (key, value) -> text.append(key).append(" = ").append(value).append('\n'));
        return ProfileReader.read("changed profile", text.toString());
    }

    /** The values of all keys of a profile, as text, in the order of PROF-1. */
    public static Map<String, String> values(Profile profile) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : ProfileReader.write(profile).split("\n")) {
            int equals = line.indexOf('=');
            values.put(
                    line.substring(0, equals).strip(),
                    line.substring(equals + 1).strip());
        }
        return values;
    }
}
