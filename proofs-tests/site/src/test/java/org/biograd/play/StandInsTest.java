package org.biograd.play;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.ProfileReader;
import org.junit.jupiter.api.Test;

/** What stands in for parts of the JDK in a browser says the same as these. */
class StandInsTest {

    @Test
    void theDigestIsThatOfTheJdk() throws NoSuchAlgorithmException {
        for (int length = 0; length < 200; length++) {
            MessageDigest jdk = MessageDigest.getInstance("SHA-256");
            Sha256 own = new Sha256();
            for (int n = 0; n < length; n++) {
                jdk.update((byte) (31 * n + length));
                own.add((byte) (31 * n + length));
            }
            assertEquals(HexFormat.of().formatHex(jdk.digest()), own.hex(), "length " + length);
        }
    }

    @Test
    void profilesAreReadAsFilesAre() {
        for (Profile profile : org.biograd.spec.profile.Profiles.NAMES.stream()
                .map(org.biograd.spec.profile.Profiles::shipped)
                .toList()) {
            assertEquals(profile, Profiles.read(ProfileReader.write(profile)));
        }
    }
}
