package org.biograd.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.biograd.cli.option.CommonOptions;
import org.biograd.cli.option.DataSource;
import org.biograd.cli.option.ThreadsOption;
import org.biograd.cli.option.TrainingOptions;
import org.biograd.cli.terminal.BadInputException;
import org.biograd.cli.terminal.Folders;
import org.biograd.cli.terminal.OneLineErrors;
import org.biograd.cli.terminal.Progress;
import org.biograd.cli.terminal.Terminal;
import org.biograd.data.DataSet;
import org.biograd.data.Digits;
import org.biograd.io.OutputFolder;
import org.biograd.io.ProgressListener;
import org.biograd.report.ReportOutcome;
import org.biograd.study.verify.Verification;
import org.biograd.study.verify.VerifyReport;
import org.biograd.study.verify.VerifyResult;
import org.biograd.study.verify.VerifySettings;
import org.biograd.study.verify.VerifyTable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code biograd verify}: trains on handwritten digits, compares with the reference, and reports. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = Biograd.Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Trains an integer network on handwritten digits, compares every signal of it with the reference in real "
                    + "arithmetic, "
                    + "and reports how far they part.",
            "",
            "The results table goes to standard output, everything else to standard error. The same profile, seed, "
                    + "epochs and "
                    + "hidden neurons give the same summary.json, byte for byte, on any machine and with any number "
                    + "of threads.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every check held",
            "1:a check failed",
            "2:bad usage, bad input, or a report that cannot be written",
            "3:an error in biograd itself"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  biograd verify",
            "  biograd verify --profile wide --epochs 10 --seed 0xC0FFEE",
            "  biograd verify --profile mine.profile --report mine-report --quiet",
            "",
            "A profile of your own starts from: biograd profile loihi > mine.profile"
        })
final class VerifyCommand implements Callable<Integer> {

    private static final String DEFAULT_REPORT = "biograd-report";

    private final Verifier verifier;
    private final DataSource data;
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Mixin
    private ThreadsOption threads;

    @Mixin
    private TrainingOptions training;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            defaultValue = DEFAULT_REPORT,
            description = "Folder for summary.json and report.html. Default: ${DEFAULT-VALUE}.")
    private Path folder;

    /** The command as it is shipped. */
    VerifyCommand(Terminal terminal) {
        this(
                (profile, training, test, settings) -> new Verification(profile, training, test, settings)::run,
                Digits::load,
                terminal);
    }

    /** The command with parts exchanged. */
    VerifyCommand(Verifier verifier, DataSource data, Terminal terminal) {
        this.verifier = verifier;
        this.data = data;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, BadInputException {
        CommandLine command = spec.commandLine();
        Verifier.Job job =
                prepare(new VerifySettings(common.seed(), training.epochs(), threads.count(), training.hidden()));
        OutputFolder report = Folders.open(folder, VerifyReport::open);
        VerifyResult result = run(job, command.getErr());
        ReportOutcome outcome = VerifyReport.write(report, result);
        command.getOut().print(VerifyTable.of(result));
        command.getOut().flush();
        if (!common.quiet()) {
            outcome.plotsMissing()
                    .ifPresent(reason -> OneLineErrors.print(command, "the report has no plots: " + reason));
            OneLineErrors.print(command, "the report is in " + outcome.page());
        }
        if (result.checksFailed() == 0) {
            return 0;
        }
        OneLineErrors.print(command, failure(result));
        return 1;
    }

    private Verifier.Job prepare(VerifySettings settings) throws BadInputException {
        try {
            DataSet digits = data.read();
            return verifier.prepare(common.profile(), Digits.training(digits), Digits.test(digits), settings);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(e.getMessage(), e);
        }
    }

    private VerifyResult run(Verifier.Job job, PrintWriter err) {
        ProgressListener progress = Progress.of("verify", common.quiet(), terminal, err);
        try {
            return job.run(progress);
        } finally {
            progress.finished();
        }
    }

    private static String failure(VerifyResult result) {
        String first = result.checks().stream()
                .filter(check -> !check.passed())
                .findFirst()
                .orElseThrow()
                .name();
        long failed = result.checksFailed();
        return failed == 1
                ? "1 of " + result.checks().size() + " checks failed: " + first
                : failed + " of " + result.checks().size() + " checks failed, the first: " + first;
    }
}
