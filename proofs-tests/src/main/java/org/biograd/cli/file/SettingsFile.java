package org.biograd.cli.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.biograd.cli.option.ProfileConverter;
import org.biograd.cli.terminal.BadInputException;
import org.biograd.io.NamedStreams;
import org.biograd.spec.profile.Profile;
import org.biograd.train.trial.SettingLines;
import picocli.CommandLine.TypeConversionException;

/** A file of {@link SettingLines}, and the profile that it names. */
public final class SettingsFile {

    private SettingsFile() {}

    /**
     * The text of a file.
     *
     * @param kind what it should be, for messages
     * @throws BadInputException where it is a folder, or not UTF-8
     */
    public static String text(Path file, String kind) throws IOException, BadInputException {
        if (Files.isDirectory(file)) {
            throw new BadInputException(file + ": a folder, not a " + kind + " file", null);
        }
        try (InputStream in = NamedStreams.read(file)) {
            // One more than there may be: the reader refuses what is too long.
            byte[] bytes = in.readNBytes(SettingLines.MAX_BYTES + 1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadInputException(file + ": not UTF-8 text", e);
        }
    }

    /**
     * A profile of a name in such a file: a shipped one, or a file beside it.
     *
     * @param shipped the names of those that are taken as shipped
     * @throws IllegalArgumentException where there is none, or it is wrong
     */
    public static Profile profile(Path file, String name, List<String> shipped) {
        try {
            return new ProfileConverter()
                    .convert(
                            shipped.contains(name)
                                    ? name
                                    : file.resolveSibling(name).toString());
        } catch (TypeConversionException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
