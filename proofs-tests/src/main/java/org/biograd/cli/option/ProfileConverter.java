package org.biograd.cli.option;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.biograd.cli.terminal.Problems;
import org.biograd.io.NamedStreams;
import org.biograd.spec.profile.InvalidProfileException;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.ProfileReader;
import org.biograd.spec.profile.Profiles;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Finds a profile by its shipped name, else reads it from a file. */
public final class ProfileConverter implements ITypeConverter<Profile> {

    @Override
    public Profile convert(String text) {
        if (Profiles.all().contains(text)) {
            return Profiles.shipped(text);
        }
        try {
            return ProfileReader.read(text, read(Path.of(text)));
        } catch (InvalidProfileException e) {
            throw new TypeConversionException(e.getMessage());
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new TypeConversionException("'" + text + "' is neither a shipped profile ("
                    + String.join(", ", Profiles.all()) + ") nor a file");
        } catch (CharacterCodingException e) {
            throw new TypeConversionException(text + ": not UTF-8 text");
        } catch (IOException e) {
            throw new TypeConversionException(text + ": cannot be read: " + Problems.reason(e));
        }
    }

    private static String read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a folder");
        }
        try (InputStream in = NamedStreams.read(file)) {
            byte[] bytes = in.readNBytes(ProfileReader.MAX_BYTES + 1);
            if (bytes.length > ProfileReader.MAX_BYTES) {
                throw new IOException(
                        "it is longer than the " + ProfileReader.MAX_BYTES + " bytes that a profile may have");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        }
    }
}
