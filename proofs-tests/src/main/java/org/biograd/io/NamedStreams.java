package org.biograd.io;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Streams whose errors say which file they are of. Those of the JDK name it where a file cannot be opened, and no
 * longer where it cannot be read or written ("No space left on device").
 */
public final class NamedStreams {

    private NamedStreams() {}

    /**
     * Opens a file to be read.
     *
     * @throws FileSystemException where it is a folder
     * @throws IOException where it cannot be opened
     */
    public static InputStream read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "it is a folder; a file is needed");
        }
        return in(Files.newInputStream(file), file.toString());
    }

    /** A stream whose errors bear a name. */
    public static InputStream in(InputStream in, String name) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                try {
                    return super.read();
                } catch (IOException e) {
                    throw named(e, name);
                }
            }

            @Override
            public int read(byte[] bytes, int from, int count) throws IOException {
                try {
                    return super.read(bytes, from, count);
                } catch (IOException e) {
                    throw named(e, name);
                }
            }
        };
    }

    /** A stream whose errors bear a name. */
    public static OutputStream out(OutputStream out, String name) {
        return new FilterOutputStream(out) {
            @Override
            public void write(int value) throws IOException {
                try {
                    out.write(value);
                } catch (IOException e) {
                    throw named(e, name);
                }
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                try {
                    out.write(bytes, from, count);
                } catch (IOException e) {
                    throw named(e, name);
                }
            }

            @Override
            public void flush() throws IOException {
                try {
                    out.flush();
                } catch (IOException e) {
                    throw named(e, name);
                }
            }
        };
    }

    /** The same error with a name, where it bears none. */
    public static IOException named(IOException error, String name) {
        if (error instanceof FileSystemException) {
            return error;
        }
        IOException named = new FileSystemException(name, null, error.getMessage());
        named.initCause(error);
        return named;
    }
}
