package org.biograd.conform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.biograd.conform.exchange.Answer;
import org.biograd.conform.exchange.Asked;
import org.biograd.conform.exchange.Exchange;
import org.biograd.conform.exchange.Faults;
import org.biograd.conform.exchange.NotRunException;
import org.biograd.conform.exchange.Program;
import org.biograd.conform.exchange.Verdict;
import org.biograd.conform.judge.CaseSource;
import org.biograd.conform.judge.Finding;
import org.biograd.conform.judge.Judge;
import org.biograd.conform.shrink.Bisection;
import org.biograd.conform.shrink.Failure;
import org.biograd.conform.shrink.Shrinker;
import org.biograd.io.ProgressListener;
import org.biograd.kit.CaseStream;
import org.biograd.kit.generate.CaseBounds;
import org.biograd.spec.profile.Profile;

/** Puts a program to the test. */
public final class Conformance {

    private static final int MAX_TROUBLES = 3;

    private final ConformSettings settings;
    private final CaseSource source;
    private final ProgressListener progress;
    private final Program program;
    private final Judge judge = new Judge();
    private final Faults faults = new Faults();
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private long advanced;

    /**
     * A test of a program.
     *
     * @param settings what is asked
     * @param command the program and its arguments
     * @param source cases and right answers
     * @param progress is told how many cases are done
     */
    public Conformance(ConformSettings settings, List<String> command, CaseSource source, ProgressListener progress) {
        this.settings = settings;
        this.source = settings.claims().events() ? source : new WithoutEvents(source);
        this.progress = progress;
        this.program = new Program(command, (long) (settings.timeoutSeconds() * 1e9), Program.MAX_LINE);
    }

    /**
     * Asks, compares, and makes failing cases small.
     *
     * @throws NotRunException where the program cannot be run
     * @throws InterruptedException where the thread is interrupted; the program is then ended
     */
    public ConformResult run() throws NotRunException, InterruptedException {
        List<String> operations = new ArrayList<>(settings.operations());
        operations.sort(Comparator.comparingInt(source::level).thenComparing(Comparator.naturalOrder()));
        operations.forEach(operation -> tallies.put(operation, new Tally()));
        progress.started(planned() * operations.size());
        try (Exchange exchange = new Exchange(program, MAX_TROUBLES, true, faults, new Exchange.Listener() {
            @Override
            public void answered(Asked asked, Answer answer) {
                Optional<Finding> finding = judge.judge(asked, answer);
                if (finding.isPresent()) {
                    tallies.get(asked.group()).fail(asked.number(), finding.get());
                } else {
                    tallies.get(asked.group()).pass();
                }
                progress.advanced(++advanced, asked.group());
            }

            @Override
            public void failed(Asked asked, Verdict verdict, String detail) {
                tallies.get(asked.group()).fail(asked.number(), judge.failure(asked, verdict, detail));
                progress.advanced(++advanced, asked.group());
            }
        })) {
            for (String operation : operations) {
                ask(operation, exchange);
            }
            exchange.finish();
            tallies.forEach((operation, tally) -> {
                if (exchange.gaveUp(operation)) {
                    tally.skip(
                            "given up, since the program ended, hung or flooded too often", planned() - tally.done());
                }
            });
            List<OperationResult> results = new ArrayList<>();
            for (String operation : operations) {
                Tally tally = tallies.get(operation);
                progress.advanced(advanced, "making " + operation + " small");
                results.add(tally.result(operation, source.level(operation), failure(tally)));
            }
            ConformResult result = new ConformResult(
                    settings, results, faults.list(), List.copyOf(exchange.notes()), exchange.lastWords());
            return result.conforms() ? new ConformResult(settings, results, List.of(), result.notes(), "") : result;
        } finally {
            progress.finished();
        }
    }

    private long planned() {
        return settings.cases() * Math.max(1, settings.profiles().size());
    }

    private void ask(String operation, Exchange exchange) throws NotRunException, InterruptedException {
        Tally tally = tallies.get(operation);
        Optional<String> excluded = settings.claims().excludes(operation);
        if (excluded.isPresent()) {
            tally.skip(excluded.get(), planned());
            advanced += planned();
            return;
        }
        List<Profile> profiles = new ArrayList<>(settings.profiles());
        if (profiles.isEmpty()) {
            profiles.add(null);
        }
        long number = 0;
        for (Profile profile : profiles) {
            CaseStream cases = source.stream(
                    operation,
                    settings.cases(),
                    settings.seed(),
                    profile,
                    settings.claims().bounds());
            long within = 0;
            while (!exchange.gaveUp(operation) && cases.advance()) {
                within++;
                ObjectNode question = cases.question();
                String id = cases.id();
                if (profiles.size() > 1) {
                    id = profile.name() + "/" + id;
                    question.put("id", id);
                }
                exchange.ask(judge.asked(operation, number++, id, question, cases.expected()));
            }
            if (!exchange.gaveUp(operation)) {
                tally.skip("none found within the claimed limits", settings.cases() - within);
                advanced += settings.cases() - within;
            }
        }
    }

    private boolean claimed(String operation) {
        return source.operations().contains(operation)
                && settings.claims().excludes(operation).isEmpty();
    }

    private Optional<Failure> failure(Tally tally) throws InterruptedException {
        if (tally.first().isEmpty()) {
            return Optional.empty();
        }
        Finding first = tally.first().get();
        try {
            CaseBounds bounds = settings.claims().bounds();
            Failure small = new Shrinker(program, source, bounds).shrink(first);
            if (small.again() != Failure.Again.FAILS) {
                return Optional.of(small);
            }
            Bisection bisection = new Bisection(program, source, bounds, this::claimed);
            return Optional.of(small.with(bisection.of(small.smallest())));
        } catch (NotRunException e) {
            // It could be run before, so this is its fault, and the case as it was drawn is still worth showing.
            return Optional.of(new Failure(first, first, 0, Failure.Again.NOT_ASKED, ""));
        }
    }
}
