package org.biograd.io.array;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Reads files of NumPy: {@code .npy} of versions 1 to 3, and archives of them, {@code .npz}. Nothing in them is
 * trusted: what a header promises is compared with what is there, and objects are refused.
 */
public final class NpyReader {

    /** The most bytes of the elements of an array, and of all arrays of an archive. */
    public static final long MAX_BYTES = 1L << 30;

    /** The most arrays of an archive. */
    public static final int MAX_ARRAYS = 1000;

    private static final int MAX_HEADER = 1 << 16;
    private static final int MAX_DIMENSIONS = 8;
    private static final int CHUNK = 1 << 20;
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern HEADER =
            Pattern.compile("\\{\\s*'descr':\\s*'([<>|=])([biuf])([1248])',\\s*'fortran_order':\\s*(True|False),\\s*"
                    + "'shape':\\s*\\(([0-9, ]*)\\),?\\s*\\}\\s*");

    private NpyReader() {}

    /**
     * Reads a file of one array.
     *
     * @throws IOException where it cannot be read or is no such file; the message names it and what would be right
     */
    public static NpyArray read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return array(file.toString(), in);
        }
    }

    /**
     * Reads all arrays of an archive, by name without the ending.
     *
     * @throws IOException where it cannot be read or is no such file; the message names it and what would be right
     */
    public static Map<String, NpyArray> readAll(Path archive) throws IOException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        long total = 0;
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().replaceFirst("\\.npy$", "");
                if (!name.matches("[A-Za-z0-9_.-]{1,100}") || arrays.size() == MAX_ARRAYS) {
                    throw new IOException(archive + ": an entry has a name other than of letters, digits, _ . and -, "
                            + "or there are more than " + MAX_ARRAYS);
                }
                NpyArray array = array(archive + ": " + name, zip);
                if (arrays.put(name, array) != null) {
                    throw new IOException(archive + ": two arrays are named " + name);
                }
                total += array.bytes();
                if (total > MAX_BYTES) {
                    throw new IOException(archive + ": more than " + MAX_BYTES + " bytes in all");
                }
            }
        } catch (ZipException e) {
            throw new IOException(archive + ": a damaged archive: " + e.getMessage(), e);
        }
        if (arrays.isEmpty()) {
            throw new IOException(archive + ": no archive of NumPy (.npz), or an empty one");
        }
        return arrays;
    }

    /** Reads an array to the end of a stream. */
    private static NpyArray array(String source, InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        String header;
        try {
            byte[] magic = new byte[MAGIC.length];
            in.readFully(magic);
            int major = in.readUnsignedByte();
            in.readUnsignedByte();
            if (!Arrays.equals(magic, MAGIC) || major < 1 || major > 3) {
                throw new IOException(source + ": no array file of NumPy of version 1, 2 or 3 (.npy)");
            }
            long length = major == 1
                    ? Short.toUnsignedInt(Short.reverseBytes(in.readShort()))
                    : Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
            if (length > MAX_HEADER) {
                throw new IOException(source + ": a header of " + length + " bytes; at most " + MAX_HEADER);
            }
            byte[] text = new byte[(int) length];
            in.readFully(text);
            header = new String(text, StandardCharsets.UTF_8);
        } catch (EOFException e) {
            throw new IOException(source + ": ends within its header; an array file of NumPy (.npy) is needed", e);
        }
        return array(source, header, in);
    }

    private static NpyArray array(String source, String header, InputStream in) throws IOException {
        Matcher match = HEADER.matcher(header);
        if (!match.matches()) {
            throw new IOException(source + ": the header '" + shorten(header.strip())
                    + "' is not of an array of booleans, integers or floats of 1 to 8 bytes");
        }
        int width = Integer.parseInt(match.group(3));
        NpyArray.Kind kind = kind(match.group(2));
        boolean fits = switch (kind) {
            case BOOL -> width == 1;
            case FLOAT -> width >= Float.BYTES;
            default -> true;
        };
        if (!fits) {
            throw new IOException(source + ": elements '" + match.group(2) + width + "' are not read");
        }
        int[] shape = shape(source, match.group(5));
        long bytes = width;
        for (int size : shape) {
            bytes *= size;
            if (bytes > MAX_BYTES) {
                throw new IOException(
                        source + ": shape (" + match.group(5) + ") has more than " + MAX_BYTES + " bytes");
            }
        }
        byte[] data = data(source, in, (int) bytes);
        ByteOrder order = match.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return new NpyArray(
                source,
                kind,
                width,
                shape,
                match.group(4).equals("True"),
                ByteBuffer.wrap(data).order(order));
    }

    private static NpyArray.Kind kind(String letter) {
        return switch (letter) {
            case "b" -> NpyArray.Kind.BOOL;
            case "i" -> NpyArray.Kind.SIGNED;
            case "u" -> NpyArray.Kind.UNSIGNED;
            default -> NpyArray.Kind.FLOAT;
        };
    }

    private static int[] shape(String source, String text) throws IOException {
        String[] parts = text.isBlank() ? new String[0] : text.strip().split("\\s*,\\s*");
        if (parts.length > MAX_DIMENSIONS) {
            throw new IOException(source + ": " + parts.length + " dimensions; at most " + MAX_DIMENSIONS);
        }
        int[] shape = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].matches("[0-9]{1,9}")) {
                throw new IOException(source + ": shape (" + shorten(text) + ") is not of numbers of at most 9 digits");
            }
            shape[i] = Integer.parseInt(parts[i]);
        }
        return shape;
    }

    /** Memory is taken as bytes come: a header alone makes nobody take a gigabyte. */
    private static byte[] data(String source, InputStream in, int bytes) throws IOException {
        byte[] data = new byte[Math.min(bytes, CHUNK)];
        int read = 0;
        while (read < bytes) {
            if (read == data.length) {
                data = Arrays.copyOf(data, (int) Math.min(bytes, 2L * data.length));
            }
            int count = in.read(data, read, data.length - read);
            if (count < 0) {
                throw new IOException(source + ": " + read + " bytes of elements; the header promises " + bytes);
            }
            read += count;
        }
        if (in.read() >= 0) {
            throw new IOException(source + ": more bytes than the " + bytes + " of elements that the header promises");
        }
        return data;
    }

    private static String shorten(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "...";
    }
}
