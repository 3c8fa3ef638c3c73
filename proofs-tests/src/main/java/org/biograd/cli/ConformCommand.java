package org.biograd.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.biograd.cli.option.ProfileConverter;
import org.biograd.cli.option.QuietOption;
import org.biograd.cli.option.Ranges;
import org.biograd.cli.option.SecondsConverter;
import org.biograd.cli.option.SeedConverter;
import org.biograd.cli.option.Within;
import org.biograd.cli.terminal.BadInputException;
import org.biograd.cli.terminal.Folders;
import org.biograd.cli.terminal.OneLineErrors;
import org.biograd.cli.terminal.Problems;
import org.biograd.cli.terminal.Progress;
import org.biograd.cli.terminal.Terminal;
import org.biograd.conform.Claims;
import org.biograd.conform.ClaimsReader;
import org.biograd.conform.ConformResult;
import org.biograd.conform.ConformSettings;
import org.biograd.conform.Conformance;
import org.biograd.conform.exchange.CommandWords;
import org.biograd.conform.exchange.NotRunException;
import org.biograd.conform.judge.CaseSource;
import org.biograd.conform.judge.Kit;
import org.biograd.conform.report.ConformReport;
import org.biograd.conform.report.ConformTable;
import org.biograd.io.NamedStreams;
import org.biograd.io.OutputFolder;
import org.biograd.io.ProgressListener;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code biograd conform}: puts somebody else's program to the test. */
@Command(
        name = "conform",
        mixinStandardHelpOptions = true,
        versionProvider = Biograd.Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Starts a program, sends it cases, compares its answers bit by bit with the golden model, and shows for "
                    + "every operation that "
                    + "fails the smallest case that still does.",
            "",
            "The program reads one case a line from standard input, JSON without 'out', and writes one line with the "
                    + "same 'id' and with "
                    + "'out' to standard output, in any order, flushed. Nothing else is asked of it. One that hangs, "
                    + "ends or writes junk "
                    + "is reported, started anew and asked the rest.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every answer was right",
            "1:an answer was wrong, missing or none; the output says which",
            "2:the program could not be run, bad usage, or a report that cannot be written",
            "3:an error in biograd itself"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  biograd conform --exec ./my-program",
            "  biograd conform --exec \"python3 'my model.py' --fast\" --ops lif.run,decay --cases 100000",
            "  biograd conform --exec ./my-program --claims my-claims.json --report my-report"
        })
final class ConformCommand implements Callable<Integer> {

    private static final String ALL = "all";

    private final CaseSource source;
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--exec",
            required = true,
            paramLabel = "CMD",
            description =
                    "The program and its arguments, split at blanks; '...' and \"...\" hold words together. No shell "
                            + "is used.")
    private String exec;

    @Option(
            names = "--ops",
            paramLabel = "OP",
            split = ",",
            defaultValue = ALL,
            description = "The operations to be asked, or all. Default: ${DEFAULT-VALUE}.")
    private List<String> ops;

    @Option(
            names = "--cases",
            paramLabel = "N",
            defaultValue = "" + ConformSettings.DEFAULT_CASES,
            description = "Cases of each operation, 1..999999999. Default: ${DEFAULT-VALUE}.")
    @Within(low = 1, high = 999_999_999)
    private int cases;

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = SeedConverter.class,
            defaultValue = "1",
            description = "Seed of the cases, 64 bits, decimal or 0x and hexadecimal. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--profile",
            paramLabel = "NAME|FILE",
            converter = ProfileConverter.class,
            description = "Ask in the widths and constants of one profile. Default: the claimed ones, else a mixture.")
    private Profile profile;

    @Option(
            names = "--claims",
            paramLabel = "FILE",
            description = "What the program implements; nothing else is asked. Default: everything.")
    private Path claimsFile;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            converter = SecondsConverter.class,
            defaultValue = "" + ConformSettings.DEFAULT_TIMEOUT,
            description = "The longest time from one answer to the next, 0.1..86400. Default: ${DEFAULT-VALUE}.")
    private double timeout;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Folder for conform.html, conform.xml (JUnit) and conform.json. Default: none.")
    private Path folder;

    @Mixin
    private QuietOption quiet;

    /** The command as it is shipped. */
    ConformCommand() {
        this(new Kit(), Terminal.ofProcess());
    }

    /** The command with parts exchanged. */
    ConformCommand(CaseSource source, Terminal terminal) {
        this.source = source;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, BadInputException, InterruptedException {
        CommandLine command = spec.commandLine();
        List<String> words = words();
        Set<String> operations = operations();
        Claims claims = claimsFile == null ? Claims.ALL : claims();
        ConformSettings settings =
                new ConformSettings(exec, List.copyOf(operations), cases, seed, profiles(claims), claims, timeout);
        if (claims.operations().isPresent()
                && claims.operations().get().stream().noneMatch(operations::contains)) {
            throw new BadInputException("--ops and --claims have no operation in common: nothing would be asked", null);
        }
        OutputFolder report = folder == null ? null : Folders.open(folder, ConformReport::open);
        ConformResult result;
        try {
            ProgressListener progress = Progress.of("conform", quiet.chosen(), terminal, command.getErr());
            result = new Conformance(settings, words, source, progress).run();
        } catch (NotRunException e) {
            OneLineErrors.print(command, "the program " + words.get(0) + " " + e.getMessage());
            return OneLineErrors.BAD_INPUT;
        }
        command.getOut().print(ConformTable.of(result));
        command.getOut().flush();
        if (report != null) {
            Path page = ConformReport.write(report, result);
            if (!quiet.chosen()) {
                OneLineErrors.print(command, "the report is in " + page);
            }
        }
        if (!result.conforms() && !result.lastWords().isBlank() && !quiet.chosen()) {
            OneLineErrors.print(command, "the program last said on standard error: " + lastLine(result.lastWords()));
        }
        return result.conforms() ? 0 : 1;
    }

    private static String lastLine(String text) {
        String stripped = text.strip();
        return stripped.substring(stripped.lastIndexOf('\n') + 1);
    }

    private List<String> words() throws BadInputException {
        try {
            return CommandWords.split(exec);
        } catch (IllegalArgumentException e) {
            throw new BadInputException("--exec: " + e.getMessage(), e);
        }
    }

    private Set<String> operations() throws BadInputException {
        if (ops.equals(List.of(ALL))) {
            return source.operations();
        }
        for (String op : ops) {
            if (!source.operations().contains(op)) {
                throw new BadInputException(
                        "--ops: no cases of " + Ranges.shorten(op) + "; there are "
                                + String.join(", ", source.operations()),
                        null);
            }
        }
        return new TreeSet<>(ops);
    }

    private List<Profile> profiles(Claims claims) throws BadInputException {
        if (profile == null) {
            return claims.profiles().orElse(List.of()).stream()
                    .map(Profiles::shipped)
                    .toList();
        }
        if (claims.profiles().isPresent()
                && Profiles.NAMES.contains(profile.name())
                && !claims.profiles().get().contains(profile.name())) {
            throw new BadInputException(
                    "--profile " + profile.name() + " is not among the claimed profiles: "
                            + String.join(", ", claims.profiles().get()),
                    null);
        }
        return new ArrayList<>(List.of(profile));
    }

    private Claims claims() throws BadInputException {
        try {
            byte[] bytes;
            try (InputStream in = NamedStreams.read(claimsFile)) {
                bytes = in.readNBytes(ClaimsReader.MAX_BYTES + 1);
            }
            if (bytes.length > ClaimsReader.MAX_BYTES) {
                throw new BadInputException(
                        "--claims " + claimsFile + ": longer than " + ClaimsReader.MAX_BYTES + " bytes", null);
            }
            return ClaimsReader.read(bytes, source.operations());
        } catch (IOException e) {
            throw new BadInputException("--claims " + claimsFile + ": " + Problems.reason(e), e);
        } catch (IllegalArgumentException e) {
            throw new BadInputException("--claims " + claimsFile + ": " + e.getMessage(), e);
        }
    }
}
