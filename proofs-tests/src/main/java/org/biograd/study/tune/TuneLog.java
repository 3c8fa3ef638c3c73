package org.biograd.study.tune;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.biograd.io.NamedStreams;

/**
 * The log of a search: a line for what is searched, then a line for each finished evaluation, written through to the
 * disk. A search that was stopped goes on where its log ends; what follows the last line end is the line that it was
 * stopped in, and is cut off. What is no such line is refused, and stays.
 */
final class TuneLog implements Closeable {

    private static final long MAX_BYTES = 256L << 20;

    private final Path path;
    private final FileChannel file;
    private final LogLines lines;
    private final Map<List<Integer>, RungResult> finished = new HashMap<>();
    private final Set<Integer> refused = new HashSet<>();

    private TuneLog(Path path, FileChannel file, LogLines lines) {
        this.path = path;
        this.file = file;
        this.lines = lines;
    }

    /**
     * Opens the log of a search, or begins it.
     *
     * @throws InvalidSearchException where the file is not the log of this search; the message names file, line and
     *     field
     * @throws IOException where it cannot be read or written, or somebody else is writing it
     */
    static TuneLog open(Path path, LogLines lines) throws IOException {
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        TuneLog log = new TuneLog(path, file, lines);
        try {
            log.lock();
            log.read();
            return log;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private void lock() throws IOException {
        try {
            if (file.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // The same, within this process.
        }
        throw new FileSystemException(path.toString(), null, "another search is writing it");
    }

    private void read() throws IOException {
        if (file.size() > MAX_BYTES) {
            throw new InvalidSearchException(path + ": longer than the " + MAX_BYTES + " bytes that a log may have");
        }
        byte[] bytes = Channels.newInputStream(file).readAllBytes();
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        List<String> whole =
                new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList();
        for (int i = 0; i < whole.size(); i++) {
            try {
                if (i == 0) {
                    lines.requireHead(whole.get(i));
                } else {
                    add(lines.read(whole.get(i)));
                }
            } catch (IllegalArgumentException e) {
                throw new InvalidSearchException(path + ":" + (i + 1) + ": " + e.getMessage());
            }
        }
        String rest = new String(bytes, end, bytes.length - end, StandardCharsets.UTF_8);
        if (!lines.mayBegin(rest, whole.isEmpty())) {
            throw new InvalidSearchException(path + ":" + (whole.size() + 1)
                    + ": not the beginning of a line of a log; it is left as it is, and another folder is needed");
        }
        file.truncate(end);
        file.position(end);
        if (whole.isEmpty()) {
            append(lines.head());
        }
    }

    private void add(RungResult evaluation) {
        boolean first = evaluation.rung() == 0
                ? refused.add(evaluation.candidate())
                : finished.put(List.of(evaluation.candidate(), evaluation.rung()), evaluation) == null;
        if (!first) {
            throw new IllegalArgumentException("candidate " + evaluation.candidate() + " stands there before");
        }
    }

    /** What a candidate was found to be worth at a rung, where that is known. */
    synchronized Optional<RungResult> find(int candidate, int rung) {
        return Optional.ofNullable(finished.get(List.of(candidate, rung)));
    }

    /** Adds what was found. */
    synchronized void add(RungResult evaluation, Candidate candidate) throws IOException {
        add(evaluation);
        append(lines.line(evaluation, candidate));
    }

    /** Adds a refused candidate, unless it stands there. */
    synchronized void addRefused(Candidate candidate) throws IOException {
        if (refused.add(candidate.number())) {
            append(LogLines.line(candidate));
        }
    }

    private void append(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(false);
        } catch (IOException e) {
            throw NamedStreams.named(e, path.toString());
        }
    }

    /** The SHA-256 of all that stands in it, 64 hexadecimal digits. */
    synchronized String digest() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
            for (long at = 0; at < file.size(); at += buffer.limit()) {
                buffer.clear();
                file.read(buffer, at);
                buffer.flip();
                digest.update(buffer.duplicate());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
