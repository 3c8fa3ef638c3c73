package org.biograd.study.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.biograd.kit.cases.CaseJson;
import org.biograd.kit.cases.LineReader;
import org.biograd.kit.cases.Text;
import org.biograd.spec.Clause;

/**
 * The log of a study, or of a part of it: a line for what is tried, then a line for each finished training, written
 * through to the disk. A study that was stopped goes on where its log ends; what follows the last line end is the line
 * that it was stopped in, and is cut off.
 */
@Clause("STUDY-8")
final class RunLog implements Closeable {

    /** The most bytes of a log. */
    static final long MAX_BYTES = 2L << 30;

    private static final int MAX_LINE = 16 << 20;

    private static final ObjectMapper JSON = CaseJson.mapper()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);

    private final FileChannel file;

    private RunLog(FileChannel file) {
        this.file = file;
    }

    /**
     * Opens a log, or begins it.
     *
     * @param head what the runs depend on
     * @param runs is told of those that are finished already
     * @throws IllegalArgumentException where the file is not the log of this study; the message names file and line
     * @throws IOException where it cannot be read or written, or somebody else is writing it
     */
    static RunLog open(Path path, StudyHead head, Consumer<RunResult> runs) throws IOException {
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        RunLog log = new RunLog(file);
        try {
            log.lock(path);
            long end = end(file);
            if (end > 0) {
                read(path, Channels.newInputStream(file.position(0)), end, known -> requireSame(known, head), runs);
            }
            file.truncate(end);
            file.position(end);
            if (end == 0) {
                log.append(line(head));
            }
            return log;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /**
     * Reads a log that nobody writes.
     *
     * @param head is told what it begins with
     * @param runs is told of every run; may throw an IllegalArgumentException, to which file and line are added
     */
    static void read(Path path, Consumer<StudyHead> head, Consumer<RunResult> runs) throws IOException {
        long end;
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            end = end(file);
        }
        try (InputStream in = Files.newInputStream(path)) {
            read(path, in, end, head, runs);
        }
    }

    private static void read(Path path, InputStream in, long end, Consumer<StudyHead> head, Consumer<RunResult> runs)
            throws IOException {
        if (end > MAX_BYTES) {
            throw new IllegalArgumentException(path + ": longer than the " + MAX_BYTES + " bytes that a log may have");
        }
        LineReader lines = new LineReader(new Bounded(in, end), MAX_LINE);
        boolean first = true;
        while (lines.next()) {
            try {
                if (lines.tooLong()) {
                    throw new IllegalArgumentException("longer than the " + MAX_LINE + " bytes of a line");
                }
                byte[] bytes = lines.bytes();
                if (first) {
                    StudyHead read = JSON.readValue(bytes, 0, lines.length(), StudyHead.class);
                    read.require();
                    head.accept(read);
                } else {
                    runs.accept(JSON.readValue(bytes, 0, lines.length(), RunResult.class));
                }
                first = false;
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(
                        path + ":" + lines.number() + ": not a line of a study's log: "
                                + Text.shorten(e.getOriginalMessage()),
                        e);
            } catch (IllegalArgumentException | NullPointerException e) {
                throw new IllegalArgumentException(path + ":" + lines.number() + ": " + e.getMessage(), e);
            }
        }
        if (first) {
            throw new IllegalArgumentException(path + ": empty; the log of a study is needed");
        }
    }

    private static void requireSame(StudyHead known, StudyHead head) {
        List<String> differing = new ArrayList<>();
        compare(differing, "study file", known.text(), head.text());
        compare(differing, "base profile", known.base(), head.base());
        compare(differing, "data", known.data() + known.fingerprint(), head.data() + head.fingerprint());
        compare(differing, "part", known.part() + "/" + known.parts(), head.part() + "/" + head.parts());
        if (differing.isEmpty() && !known.equals(head)) {
            differing.add("form");
        }
        if (!differing.isEmpty()) {
            throw new IllegalArgumentException("the log of another study: another " + String.join(", ", differing)
                    + "; give another folder, or remove the log");
        }
    }

    private static void compare(List<String> differing, String what, String there, String here) {
        if (!there.equals(here)) {
            differing.add(what);
        }
    }

    /** One past the last line end. */
    private static long end(FileChannel file) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(1 << 16);
        for (long to = file.size(); to > 0; ) {
            long from = Math.max(0, to - chunk.capacity());
            chunk.clear().limit((int) (to - from));
            while (chunk.hasRemaining() && file.read(chunk, from + chunk.position()) >= 0) {
                continue;
            }
            for (int i = chunk.position() - 1; i >= 0; i--) {
                if (chunk.get(i) == '\n') {
                    return from + i + 1;
                }
            }
            to = from;
        }
        return 0;
    }

    private void lock(Path path) throws IOException {
        try {
            if (file.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // The same, within this process.
        }
        throw new FileSystemException(path.toString(), null, "another study is writing it");
    }

    /** Adds a finished training. */
    synchronized void add(RunResult run) throws IOException {
        append(line(run));
    }

    private void append(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        file.force(false);
    }

    /** A line of a log, with its end. */
    static String line(Object value) {
        try {
            return JSON.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What its line says: the same whether a run was just made or read. */
    static RunResult reread(RunResult run) {
        try {
            return JSON.readValue(
                    new ByteArrayInputStream(line(run).getBytes(StandardCharsets.UTF_8)), RunResult.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** The first bytes of a stream. */
    private static final class Bounded extends InputStream {
        private final InputStream in;
        private long left;

        private Bounded(InputStream in, long left) {
            this.in = in;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            return left-- > 0 ? in.read() : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int count = in.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(0, count);
            return count;
        }
    }
}
