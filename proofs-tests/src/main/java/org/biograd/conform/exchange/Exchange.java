package org.biograd.conform.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.biograd.kit.cases.Text;

/**
 * Sends cases to a program and takes its answers, with many on the way at once, and starts it anew where it ends or
 * hangs.
 *
 * <p>Time is measured from one answer to the next, not for each case: a program may be slow as long as it goes on. A
 * program that has not answered in time gets its input closed once: if that brings its answers, it holds them back, and
 * from then on its input is closed whenever enough is on the way. A case on which the program ends is asked once more
 * alone, to tell whether it was that case.
 *
 * <p>Longer than 300 lines: the phases of a conversation share its deadlines, limits and counts.
 */
public final class Exchange implements AutoCloseable {

    /** Hears what becomes of the cases; each is heard of exactly once, unless its group was given up. */
    public interface Listener {

        /** An answer. */
        void answered(Asked asked, Answer answer);

        /** No answer, and why. */
        void failed(Asked asked, Verdict verdict, String detail);
    }

    /** What is on the way at most. */
    public static final int MAX_ON_THE_WAY = 1024;

    private static final long MAX_WEIGHT = 16 << 20;
    private static final int MAX_JUNK = 100;
    private static final int MAX_BLANK = 100_000;
    private static final int REMEMBERED = 1 << 16;
    private static final int POLL_EVERY = 16;
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int MAX_WORDS = 300;

    /** Whether a program that did not answer in time was holding its answers back. */
    private enum Buffering {
        UNKNOWN,
        TRIED,
        NO,
        YES
    }

    private final Program program;
    private final Listener listener;
    private final Faults faults;
    private final int maxTroubles;
    private final boolean confirms;

    private final Map<String, Asked> onTheWay = new LinkedHashMap<>();
    private final Deque<Asked> waiting = new ArrayDeque<>();
    private final Set<String> answered = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });
    private final Map<String, Integer> troubles = new HashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private OptionalLong deadline = OptionalLong.empty();
    private ProgramRun run;
    private Buffering buffering = Buffering.UNKNOWN;
    private int window = MAX_ON_THE_WAY;
    private long weight;
    private long progress;
    private long answersOfRun;
    private long linesEver;
    private int junk;
    private int blank;
    private final Deque<String> strays = new ArrayDeque<>();
    private int sent;
    private int troublesOfAll;
    private String lastWords = "";

    /**
     * Nothing asked yet.
     *
     * @param maxTroubles how often the program may end, hang or flood in one group before the group is given up;
     *     four times as often in all
     * @param confirms whether a case on which the program ended is asked once more alone, even if no other was on
     *     the way
     */
    public Exchange(Program program, int maxTroubles, boolean confirms, Faults faults, Listener listener) {
        this.program = program;
        this.confirms = confirms;
        this.maxTroubles = maxTroubles;
        this.faults = faults;
        this.listener = listener;
    }

    /** Whether the cases of a group are no longer asked. */
    public boolean gaveUp(String group) {
        return troubles.getOrDefault(group, 0) >= maxTroubles || gaveUp();
    }

    /** Whether nothing is asked any more. */
    public boolean gaveUp() {
        return troublesOfAll >= 4 * maxTroubles || overdue();
    }

    /** From a time on nothing is asked any more, and what is on the way is not waited for. */
    public void until(long nanoTime) {
        deadline = OptionalLong.of(nanoTime);
    }

    private boolean overdue() {
        return deadline.isPresent() && System.nanoTime() - deadline.getAsLong() >= 0;
    }

    /** What is worth knowing of the program, and no fault. */
    public Set<String> notes() {
        return notes;
    }

    /** What the program said last on standard error when it last ended. */
    public String lastWords() {
        return lastWords;
    }

    /** Sends a case, as soon as there is room. */
    public void ask(Asked asked) throws NotRunException, InterruptedException {
        waiting.add(asked);
        sendWaiting();
    }

    /** Waits until all is answered; the program goes on where it can. */
    public void settle() throws NotRunException, InterruptedException {
        while (!waiting.isEmpty() || !onTheWay.isEmpty()) {
            sendWaiting();
            if (overdue()) {
                dropAll();
            } else if (buffering == Buffering.YES) {
                drain();
            } else if (run != null) {
                pump(true);
            }
        }
    }

    /** Ends the input, and takes what still comes. */
    public void finish() throws NotRunException, InterruptedException {
        do {
            sendWaiting();
            drain();
        } while (!waiting.isEmpty());
    }

    private void sendWaiting() throws NotRunException, InterruptedException {
        while (!waiting.isEmpty()) {
            Asked next = waiting.peek();
            if (gaveUp(next.group())) {
                waiting.remove();
            } else if (run != null && run.inputClosed()) {
                drain();
            } else if (onTheWay.size() < window && (onTheWay.isEmpty() || weight + next.weight() <= MAX_WEIGHT)) {
                waiting.remove();
                send(next);
            } else if (buffering == Buffering.YES) {
                drain();
            } else {
                pump(true);
            }
        }
    }

    private void send(Asked next) throws NotRunException, InterruptedException {
        if (run == null) {
            run = program.start();
            answersOfRun = 0;
            junk = 0;
            blank = 0;
            strays.clear();
        }
        if (onTheWay.isEmpty()) {
            progress = System.nanoTime();
        }
        onTheWay.put(next.id(), next);
        weight += next.weight();
        run.send(next.line());
        if (++sent % POLL_EVERY == 0) {
            while (run != null && pump(false)) {
                // One event after the other, as long as there is one.
            }
        }
    }

    private void drain() throws NotRunException, InterruptedException {
        if (run != null && !run.inputClosed()) {
            run.closeInput();
            progress = System.nanoTime();
        }
        while (run != null) {
            pump(true);
        }
    }

    /** Handles one event; false where there was none. */
    private boolean pump(boolean wait) throws NotRunException, InterruptedException {
        long patience = onTheWay.isEmpty() ? Math.min(GRACE_NANOS, program.timeoutNanos()) : program.timeoutNanos();
        Inbox.Event event = run.poll(wait ? Math.max(0, progress + patience - System.nanoTime()) : 0);
        if (event == null) {
            if (wait) {
                late();
            }
            return false;
        }
        switch (event.kind()) {
            case LINE -> line(event.bytes());
            case TOO_LONG -> endless();
            case END -> ended();
        }
        return true;
    }

    private void line(byte[] bytes) throws InterruptedException {
        linesEver++;
        if (isBlank(bytes)) {
            blank++;
            if (blank > MAX_BLANK) {
                flood("more than " + MAX_BLANK + " empty lines");
            }
            return;
        }
        Answer answer = Answer.read(bytes);
        Asked asked = answer.id() == null ? null : onTheWay.remove(answer.id());
        if (asked == null) {
            junk(answer, bytes);
            return;
        }
        if (answer.problem() != null) {
            faults.add(Fault.Kind.JUNK, answer.problem() + ", at case " + answer.id());
        }
        if (buffering == Buffering.TRIED) {
            buffering = Buffering.YES;
            notes.add("The program gave its first answer after " + program.patience()
                    + ", when its input ended; it was started anew for "
                    + "every batch of cases. It should flush its output after every answer; if it takes long "
                    + "to start, --timeout helps.");
        }
        progress = System.nanoTime();
        answersOfRun++;
        weight -= asked.weight();
        answered.add(asked.id());
        if (answer.problem() != null) {
            listener.failed(asked, Verdict.UNREADABLE, answer.problem());
        } else {
            listener.answered(asked, answer);
        }
        assign();
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    private void junk(Answer answer, byte[] bytes) throws InterruptedException {
        String line = Text.shorten(new String(bytes, 0, Math.min(bytes.length, MAX_WORDS), StandardCharsets.UTF_8));
        if (answer.id() != null) {
            boolean twice = answered.contains(answer.id());
            faults.add(twice ? Fault.Kind.TWICE : Fault.Kind.UNKNOWN_ID, "\"" + Text.shorten(answer.id()) + "\"");
        } else if (answer.json()) {
            faults.add(Fault.Kind.NO_ID, answer.problem() + ": " + line);
        } else {
            faults.add(Fault.Kind.JUNK, answer.problem() + ": " + line);
        }
        if (Answer.looksLikeOne(bytes) && (answer.id() == null || !answered.contains(answer.id()))) {
            strays.add(
                    answer.problem() != null
                            ? answer.problem()
                            : "it answers \"" + Text.shorten(answer.id()) + "\", which was not asked");
        }
        if (++junk > MAX_JUNK) {
            flood("more than " + MAX_JUNK + " lines that answer nothing");
        } else {
            assign();
        }
    }

    private void flood(String words) throws InterruptedException {
        faults.add(Fault.Kind.FLOODS, words + ", after " + answersOfRun + " answers");
        abandon(onTheWay.isEmpty() ? null : oldest().group());
    }

    /**
     * Where there are as many lines that look like answers and name no case as there are cases without an answer, they
     * are theirs, in this order: nothing else will come, and nobody waits for it.
     */
    private void assign() {
        if (strays.isEmpty() || !waiting.isEmpty() || onTheWay.isEmpty() || strays.size() < onTheWay.size()) {
            return;
        }
        List<Asked> left = new ArrayList<>(onTheWay.values());
        left.forEach(this::remove);
        for (Asked one : left) {
            answered.add(one.id());
            listener.failed(one, Verdict.UNREADABLE, strays.remove());
        }
        progress = System.nanoTime();
    }

    private void late() throws InterruptedException {
        if (onTheWay.isEmpty()) {
            notes.add("The program did not end when its input had ended; it was killed.");
            stop(0);
        } else if (!run.inputClosed() && buffering == Buffering.UNKNOWN) {
            buffering = Buffering.TRIED;
            run.closeInput();
            progress = System.nanoTime();
        } else {
            Asked culprit = oldest();
            faults.add(
                    Fault.Kind.HANGS,
                    "no answer within " + program.patience() + ", at case " + culprit.id() + " after " + answersOfRun
                            + " answers");
            remove(culprit);
            listener.failed(culprit, Verdict.HUNG, "no answer within " + program.patience());
            abandon(culprit.group());
        }
    }

    private void endless() throws InterruptedException {
        Asked culprit = onTheWay.isEmpty() ? null : oldest();
        String words = "a line of more than " + program.maxLine() + " bytes";
        faults.add(
                Fault.Kind.ENDLESS,
                words + (culprit == null ? "" : ", at case " + culprit.id()) + " after " + answersOfRun + " answers");
        if (culprit != null) {
            remove(culprit);
            listener.failed(culprit, Verdict.ENDLESS, words);
        }
        abandon(culprit == null ? null : culprit.group());
    }

    private void ended() throws NotRunException, InterruptedException {
        boolean asked = run.inputClosed();
        Integer code = stop(GRACE_NANOS);
        if (asked && (onTheWay.isEmpty() || code != null && code == 0)) {
            if (onTheWay.isEmpty() && code != null && code != 0) {
                notes.add("The program answered everything and then ended with " + ExitCode.words(code) + ".");
            }
            List<Asked> left = new ArrayList<>(onTheWay.values());
            left.forEach(this::remove);
            left.forEach(one -> listener.failed(one, Verdict.NO_ANSWER, "it ended with exit code 0"));
            return;
        }
        String words = ExitCode.words(code) + " after " + answersOfRun + " answers";
        if (onTheWay.isEmpty()) {
            faults.add(Fault.Kind.ENDS, words + said());
            trouble(null);
            return;
        }
        Asked suspect = oldest();
        faults.add(Fault.Kind.ENDS, words + ", at case " + suspect.id() + said());
        boolean alone = onTheWay.size() == 1 && (answersOfRun == 0 || !confirms);
        String group = suspect.group();
        LoneCase.Outcome again = alone ? LoneCase.Outcome.ENDS : LoneCase.ask(program, suspect);
        if (again != LoneCase.Outcome.ANSWERS) {
            remove(suspect);
            listener.failed(
                    suspect,
                    again == LoneCase.Outcome.HANGS ? Verdict.HUNG : Verdict.DIED,
                    ExitCode.words(code) + again.words());
        } else {
            linesEver++;
            notes.add("The program ended at case " + suspect.id()
                    + ", but not when it was asked that case alone: either a later case did "
                    + "it, or what it had computed before.");
            window = Math.max(1, Math.min(window, onTheWay.size()) / 2);
        }
        again();
        trouble(group);
        if (linesEver == 0 && troublesOfAll >= maxTroubles) {
            throw new NotRunException("gives no answer: " + ExitCode.words(code) + " each time" + said(), null);
        }
    }

    private String said() {
        String[] lines = lastWords.strip().split("\\R");
        String last = lines[lines.length - 1];
        return last.isEmpty() ? "" : "; its last line on standard error: " + Text.shorten(last);
    }

    private Asked oldest() {
        return onTheWay.values().iterator().next();
    }

    private void remove(Asked asked) {
        onTheWay.remove(asked.id());
        weight -= asked.weight();
    }

    /** Gives the process up and asks what it has not answered once more. */
    private void abandon(String group) throws InterruptedException {
        stop(0);
        again();
        trouble(group);
    }

    /** Nobody hears of what is on the way. */
    private void dropAll() throws InterruptedException {
        waiting.clear();
        onTheWay.clear();
        weight = 0;
        if (run != null) {
            stop(0);
        }
    }

    private void again() {
        List<Asked> left = new ArrayList<>(onTheWay.values());
        Collections.reverse(left);
        left.forEach(waiting::addFirst);
        onTheWay.clear();
        weight = 0;
    }

    private void trouble(String group) {
        troublesOfAll++;
        if (group != null) {
            troubles.merge(group, 1, Integer::sum);
        }
    }

    private Integer stop(long grace) throws InterruptedException {
        Integer code = run.awaitExit(grace);
        lastWords = run.lastWords();
        Set<String> left = run.leftBehind();
        if (!left.isEmpty()) {
            notes.add("The program left a process behind: " + String.join(", ", left) + ". It was ended, too.");
        } else if (run.outputHeld()) {
            notes.add("The program left a process behind that holds its output open; which one is not known, so it was "
                    + "not ended.");
        }
        buffering = buffering == Buffering.TRIED ? Buffering.NO : buffering;
        run = null;
        return code;
    }

    @Override
    public void close() {
        if (run != null) {
            run.close();
            run = null;
        }
    }
}
