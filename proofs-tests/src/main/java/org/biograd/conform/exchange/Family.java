package org.biograd.conform.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * The processes that a program has started, and theirs.
 *
 * <p>Whose parent has ended is no descendant any more, and whether it was seen before is a matter of luck. So all
 * bear a mark, an environment variable that processes inherit, and are found by it where the system shows it (in
 * Linux's {@code /proc}); elsewhere those are known that were seen.
 */
final class Family {

    /** The environment variable; its value is another for each run. */
    static final String VARIABLE = "BIOGRAD_CONFORM_RUN";

    private static final AtomicLong RUNS = new AtomicLong();
    private static final Path PROCESSES = Path.of("/proc");
    private static final long PAUSE_MILLIS = 20;

    private final String mark =
            ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime()) + "-" + RUNS.incrementAndGet();
    private final Set<ProcessHandle> seen = ConcurrentHashMap.newKeySet();
    private ProcessHandle head;

    /** Starts the program of this family. */
    Process start(ProcessBuilder builder) throws IOException {
        builder.environment().put(VARIABLE, mark);
        Process process = builder.start();
        head = process.toHandle();
        return process;
    }

    /** Remembers who is there now. */
    void see() {
        head.descendants().forEach(seen::add);
    }

    /** Those that are alive, without the program itself. */
    Set<ProcessHandle> alive() {
        see();
        Set<ProcessHandle> alive =
                seen.stream().filter(ProcessHandle::isAlive).collect(Collectors.toCollection(LinkedHashSet::new));
        marked(alive);
        alive.remove(head);
        return alive;
    }

    /** Those that are still alive when so much time is over; waits no longer than until none is. */
    Set<ProcessHandle> survivors(long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        Set<ProcessHandle> alive = alive();
        while (!alive.isEmpty() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            alive = alive();
        }
        return alive;
    }

    /** Ends the program and all that it has started. */
    void end() {
        see();
        // Not Process.destroyForcibly(), which also closes the input: that waits for the writer, and the writer for a
        // process left behind.
        head.destroyForcibly();
        alive().forEach(ProcessHandle::destroyForcibly);
    }

    private void marked(Set<ProcessHandle> found) {
        if (!Files.isDirectory(PROCESSES)) {
            return;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path one : all) {
                if (bearsMark(one.resolve("environ"))) {
                    ProcessHandle.of(Long.parseLong(one.getFileName().toString()))
                            .filter(ProcessHandle::isAlive)
                            .ifPresent(found::add);
                }
            }
        } catch (IOException e) {
            // The system does not show them: those that were seen are all that is known.
        }
    }

    // Unreadable is who belongs to somebody else or has ended meanwhile; neither is of this family.
    private boolean bearsMark(Path environment) {
        try {
            String variables = new String(Files.readAllBytes(environment), StandardCharsets.ISO_8859_1);
            return ("\0" + variables).contains("\0" + VARIABLE + "=" + mark + "\0");
        } catch (IOException e) {
            return false;
        }
    }
}
