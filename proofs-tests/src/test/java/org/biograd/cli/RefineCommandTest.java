package org.biograd.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.biograd.kit.generate.ProfileChange;
import org.biograd.spec.profile.ProfileReader;
import org.biograd.spec.profile.Profiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefineCommandTest {

    @TempDir
    private Path folder;

    private CommandRun run = new CommandRun();

    @Test
    void anEpochIsComparedAndCounted() {
        CommandRun done = run.run("refine", "--epochs", "1", "--hidden", "4", "--quiet");
        assertEquals("", done.err);
        assertEquals(0, done.code);
        // 1,437 samples of 20 steps, and 20 + 35 sleeps of 64 trajectories of 40 steps: v of 4 + 10 neurons, in sleep
        // of 10.
        long voltages = 1437L * 20 * 14 + (20 + 1437 / 40) * 64L * 40 * 10;
        assertTrue(
                done.out.contains(
                        String.format("membrane voltage %,d", voltages).substring(17)),
                done.out);
        assertTrue(done.out.contains("all equal; digest of the weights "), done.out);
        assertEquals(done.out, new CommandRun().run("refine", "--epochs", "1", "--hidden", "4", "--quiet").out);
    }

    @Test
    void aProfileThatDoesNotFitIsRefusedInOneLine() {
        CommandRun refused = run.run("refine", "--profile", "wide");
        assertEquals(2, refused.code);
        assertTrue(refused.err.startsWith("biograd refine: profile wide does not fit the chip program: "), refused.err);
        assertTrue(refused.err.contains("weight.bits: 16 bits exceed the 9 of WEIGHT"), refused.err);
        assertEquals(1, refused.err.lines().count(), refused.err);
    }

    @Test
    void aRateThatBecomesTooSmallForARuleIsSaid() throws IOException {
        Path profile = folder.resolve("halving.profile");
        Files.writeString(profile, ProfileReader.write(ProfileChange.of(Profiles.loihi(), "update.halveEvery", 20)));
        CommandRun ended =
                run.run("refine", "--profile", profile.toString(), "--epochs", "1", "--hidden", "2", "--quiet");
        assertEquals(2, ended.code);
        assertTrue(ended.err.contains("exponent") && ended.err.contains("-22"), ended.err);
        assertEquals(1, ended.err.lines().count(), ended.err);
    }

    @Test
    void dataThatCannotBeReadIsSaid() {
        run.data = () -> {
            throw new IOException("gone");
        };
        CommandRun failed = run.run("refine");
        assertEquals(2, failed.code);
        assertEquals(
                "biograd refine: the data cannot be read: gone (see biograd refine --help)\n",
                failed.err.replace("\r", ""));
    }
}
