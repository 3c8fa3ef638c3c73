package org.biograd.conform.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.biograd.conform.exchange.Inbox.Event;
import org.biograd.conform.exchange.Inbox.Kind;

/** One process of the tested program. Whatever it does, no call here waits longer than it is told to. */
final class ProgramRun implements AutoCloseable {

    private static final byte[] LAST = new byte[0];
    private static final long SLICE_NANOS = 500_000_000L;

    private final Process process;
    private final Inbox inbox = new Inbox();
    private final Tail tail;
    private final Thread tailReader;
    private final Thread outputReader;
    private final BlockingQueue<byte[]> toSend = new LinkedBlockingQueue<>();
    private final Deque<Event> taken = new ArrayDeque<>();
    private final Family family;
    private final Thread hook;
    private boolean inputClosed;
    private Set<String> leftBehind = Set.of();

    private ProgramRun(Family family, Process process, int maxLine) {
        this.family = family;
        hook = new Thread(family::end);
        this.process = process;
        this.tail = new Tail(process.getErrorStream());
        addHook();
        outputReader = start(new LineSplitter(process.getInputStream(), maxLine, inbox), "output");
        tailReader = start(tail, "error");
        start(this::write, "input");
    }

    /**
     * Starts a process.
     *
     * @param command the program and its arguments
     * @param maxLine the longest line that it may write, in bytes
     * @throws IOException where it cannot be started
     */
    static ProgramRun start(List<String> command, int maxLine) throws IOException {
        Family family = new Family();
        return new ProgramRun(family, family.start(new ProcessBuilder(command)), maxLine);
    }

    private void addHook() {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            // Java is ending, as after SIGTERM: nothing is to be asked any more, and nothing to be said.
            process.toHandle().destroyForcibly();
            LockSupport.park(this);
        }
    }

    private static Thread start(Runnable work, String name) {
        Thread thread = new Thread(work, "program " + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void write() {
        try (OutputStream out = process.getOutputStream()) {
            List<byte[]> lines = new ArrayList<>();
            while (true) {
                lines.add(toSend.take());
                toSend.drainTo(lines);
                for (byte[] line : lines) {
                    if (line == LAST) {
                        return;
                    }
                    out.write(line);
                }
                out.flush();
                lines.clear();
            }
        } catch (IOException e) {
            // It has closed its input or is gone; its output tells which of its cases that leaves without an answer.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Gives a line to the thread that writes; does not wait. */
    void send(byte[] line) {
        toSend.add(line);
    }

    /** Ends the input once all is written. */
    void closeInput() {
        if (!inputClosed) {
            inputClosed = true;
            family.see();
            toSend.add(LAST);
        }
    }

    boolean inputClosed() {
        return inputClosed;
    }

    /** What comes next, or null where nothing comes within so many nanoseconds. */
    Event poll(long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        boolean gone = false;
        while (taken.isEmpty()) {
            long left = end - System.nanoTime();
            taken.addAll(inbox.take(Math.min(SLICE_NANOS, Math.max(0, left))));
            if (!taken.isEmpty()) {
                break;
            }
            if (gone) {
                // A process that it has left behind holds its output open.
                return Event.of(Kind.END);
            }
            if (left <= SLICE_NANOS) {
                return null;
            }
            family.see();
            gone = !process.isAlive();
        }
        return taken.poll();
    }

    /**
     * Waits for the end of the process, and ends it where it does not come.
     *
     * @return the exit code, or null where it had to be ended
     */
    Integer awaitExit(long nanos) throws InterruptedException {
        boolean ended = process.waitFor(nanos, TimeUnit.NANOSECONDS);
        if (ended) {
            leftBehind = names(family.survivors(SLICE_NANOS));
        }
        close();
        tailReader.join(TimeUnit.NANOSECONDS.toMillis(SLICE_NANOS));
        outputReader.join(TimeUnit.NANOSECONDS.toMillis(SLICE_NANOS));
        return ended ? process.exitValue() : null;
    }

    /** What it left behind when it ended by itself, and was ended, too: the names of the commands. */
    Set<String> leftBehind() {
        return leftBehind;
    }

    private static Set<String> names(Set<ProcessHandle> processes) {
        return processes.stream()
                .map(one -> one.info().command().orElse("its name is not known"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether its output is still held open after its end: by a process of its own that nobody knows any more. */
    boolean outputHeld() {
        return outputReader.isAlive();
    }

    /** What it has said last on standard error. */
    String lastWords() {
        return tail.text();
    }

    @Override
    public void close() {
        family.end();
        inbox.close();
        toSend.add(LAST);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // Java is ending already, and the hook at work.
        }
    }
}
