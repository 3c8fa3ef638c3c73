package org.biograd.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.biograd.cli.file.SettingsFile;
import org.biograd.cli.option.DataReader;
import org.biograd.cli.option.QuietOption;
import org.biograd.cli.option.ThreadsOption;
import org.biograd.cli.terminal.BadInputException;
import org.biograd.cli.terminal.OneLineErrors;
import org.biograd.cli.terminal.Problems;
import org.biograd.cli.terminal.Progress;
import org.biograd.cli.terminal.Terminal;
import org.biograd.io.OutputFolder;
import org.biograd.io.ProgressListener;
import org.biograd.report.ReportOutcome;
import org.biograd.spec.profile.Profiles;
import org.biograd.study.sweep.Merge;
import org.biograd.study.sweep.StudyResult;
import org.biograd.study.sweep.Sweep;
import org.biograd.study.sweep.plan.Plan;
import org.biograd.study.sweep.plan.Study;
import org.biograd.study.sweep.plan.StudyReader;
import org.biograd.study.sweep.report.StudyReport;
import org.biograd.study.sweep.report.StudyTable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code biograd study}: trains every point of a study file, and tells what its keys do. */
@Command(
        name = "study",
        mixinStandardHelpOptions = true,
        versionProvider = Biograd.Version.class,
        sortOptions = false,
        description = {
            "Varies keys of a profile, trains every point with every seed, and says what they do to accuracy, angles, "
                    + "saturations, state and cost.",
            "",
            "Points are compared on samples held out of the training set; the test set is used only where the file "
                    + "says final = yes. The same command continues a study that was stopped. What is found is a "
                    + "function of study file and data alone: not of threads, parts or stops.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the study, or its part, was made",
            "2:bad usage, bad input, impossible points, a log of another study, or a file that cannot be written",
            "3:an error in biograd itself"
        },
        footerHeading = "%nA study file:%n",
        footer = {
            "  base       = loihi          # a shipped profile, or a profile file beside this one",
            "  hidden     = 64             # neurons of the hidden layers",
            "  seeds      = 1, 2, 3",
            "  epochs     = 3",
            "  validation = 237            # the last so many training samples are held out",
            "  probes     = 5              # batches of an epoch that are repeated beside the reference",
            "  design     = grid           # or one-at-a-time, or latin 40 seed 7",
            "  impossible = refuse         # or skip",
            "  final      = no             # yes: the test set is predicted, too",
            "  couple     = tag            # ready-made rules: weight, trace, tag, error, feedback",
            "  eligibility.bits           = 5..9",
            "  update.rounding            = FLOOR, NEAREST_EVEN, STOCHASTIC",
            "",
            "Examples:",
            "  biograd study tag.study --out tag",
            "  biograd study tag.study --out tag --part 2/5",
            "  biograd study merge tag/runs-*.jsonl --out tag"
        })
final class StudyCommand implements Callable<Integer> {

    private static final Pattern PART = Pattern.compile("([0-9]{1,6})/([0-9]{1,6})");
    private static final String OUT = "biograd-study";

    private final DataReader data;
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "The study file.")
    private Path file;

    @Option(names = "--data", paramLabel = "digits|DIR", defaultValue = "digits", description = DataReader.DESCRIPTION)
    private String dataName;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = OUT,
            description = "The folder for runs.jsonl, the log; study.csv, points.csv, columns.csv, study.json, "
                    + "study.html, and plots. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(
            names = "--part",
            paramLabel = "I/N",
            defaultValue = "1/1",
            description = "Makes the I-th of N parts of the trainings, for several machines; study merge then puts the "
                    + "logs together.")
    private String part;

    @Mixin
    private ThreadsOption threads;

    @Mixin
    private QuietOption quiet;

    private StudyCommand(DataReader data, Terminal terminal) {
        this.data = data;
        this.terminal = terminal;
    }

    /** The command with its own command. */
    static CommandLine commandLine(DataReader data, Terminal terminal) {
        return new CommandLine(new StudyCommand(data, terminal)).addSubcommand(new MergeCommand());
    }

    @Override
    public Integer call() throws IOException, BadInputException {
        if (file == null) {
            // Not required by picocli, which would ask for it before merge, too.
            throw new ParameterException(spec.commandLine(), "Missing required parameter: 'FILE'");
        }
        Matcher parts = PART.matcher(part);
        if (!parts.matches()
                || Integer.parseInt(parts.group(1)) < 1
                || Integer.parseInt(parts.group(1)) > Integer.parseInt(parts.group(2))) {
            throw new ParameterException(
                    spec.commandLine(), "--part " + part + ": I/N with I of 1..N, such as 2/5, is needed");
        }
        int number = Integer.parseInt(parts.group(1));
        int of = Integer.parseInt(parts.group(2));
        Sweep sweep = sweep(number, of);
        OutputFolder folder = open(out);
        if (!quiet.chosen()) {
            tell(sweep);
        }
        Path log = StudyReport.log(folder, number, of);
        Optional<StudyResult> result = run(sweep, log);
        if (result.isPresent()) {
            report(spec.commandLine(), folder, result.get(), quiet.chosen());
        } else {
            spec.commandLine().getOut().println("log: " + log);
            spec.commandLine().getOut().flush();
        }
        return 0;
    }

    private void tell(Sweep sweep) {
        Plan plan = sweep.plan();
        OneLineErrors.print(spec.commandLine(), plan.points().size() + " points, " + sweep.runs() + " trainings");
        for (Plan.Refusal refusal : plan.refused()) {
            OneLineErrors.print(spec.commandLine(), "left out: " + refusal);
        }
    }

    private Sweep sweep(int number, int of) throws IOException, BadInputException {
        try {
            Study study = StudyReader.read(
                    file.toString(),
                    SettingsFile.text(file, "study"),
                    name -> SettingsFile.profile(file, name, Profiles.all()));
            return new Sweep(study, data.read(dataName), number, of);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(e.getMessage(), e);
        }
    }

    private Optional<StudyResult> run(Sweep sweep, Path log) throws IOException, BadInputException {
        ProgressListener progress = Progress.of(
                "study", quiet.chosen(), terminal, spec.commandLine().getErr());
        try {
            return sweep.run(log, threads.count(), progress);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static OutputFolder open(Path out) throws BadInputException {
        try {
            return StudyReport.open(out);
        } catch (IOException e) {
            throw new BadInputException("--out " + out + ": " + Problems.reason(e), e);
        }
    }

    private static void report(CommandLine command, OutputFolder folder, StudyResult result, boolean quiet)
            throws IOException {
        StudyReport.Made made = StudyReport.Made.of(result);
        ReportOutcome outcome = StudyReport.write(folder, made);
        PrintWriter output = command.getOut();
        output.print(StudyTable.of(made));
        output.println();
        output.println("report: " + outcome.page());
        output.flush();
        if (!quiet) {
            outcome.plotsMissing()
                    .ifPresent(reason -> OneLineErrors.print(command, "the report has no plots: " + reason));
        }
    }

    /** {@code biograd study merge}. */
    @Command(
            name = "merge",
            mixinStandardHelpOptions = true,
            versionProvider = Biograd.Version.class,
            sortOptions = false,
            description = {
                "Makes one result of the logs of all parts of a study: the same files, byte for byte, as in one part.",
                ""
            },
            footerHeading = "%nExample:%n",
            footer = "  biograd study merge here/runs-1-of-2.jsonl there/runs-2-of-2.jsonl --out whole")
    static final class MergeCommand implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Parameters(arity = "1..*", paramLabel = "LOG", description = "The logs of all parts, in any order.")
        private List<Path> logs;

        @Option(
                names = "--out",
                paramLabel = "DIR",
                defaultValue = OUT,
                description = "The folder for the result. Default: ${DEFAULT-VALUE}.")
        private Path folder;

        @Override
        public Integer call() throws IOException, BadInputException {
            try {
                StudyResult result = Merge.of(logs);
                report(spec.commandLine(), open(folder), result, false);
                return 0;
            } catch (IllegalArgumentException e) {
                throw new BadInputException(e.getMessage(), e);
            }
        }
    }
}
