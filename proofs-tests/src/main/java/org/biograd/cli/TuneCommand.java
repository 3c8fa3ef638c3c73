package org.biograd.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.biograd.cli.file.SettingsFile;
import org.biograd.cli.option.DataReader;
import org.biograd.cli.option.QuietOption;
import org.biograd.cli.option.ThreadsOption;
import org.biograd.cli.terminal.BadInputException;
import org.biograd.cli.terminal.OneLineErrors;
import org.biograd.cli.terminal.Problems;
import org.biograd.cli.terminal.Progress;
import org.biograd.cli.terminal.Terminal;
import org.biograd.data.TrainingAndTest;
import org.biograd.io.OutputFolder;
import org.biograd.io.ProgressListener;
import org.biograd.report.ReportOutcome;
import org.biograd.spec.profile.Profiles;
import org.biograd.study.tune.Search;
import org.biograd.study.tune.SearchReader;
import org.biograd.study.tune.TuneReport;
import org.biograd.study.tune.TuneResult;
import org.biograd.study.tune.TuneTable;
import org.biograd.study.tune.Tuning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code biograd tune}: searches for the settings of a profile. */
@Command(
        name = "tune",
        mixinStandardHelpOptions = true,
        versionProvider = Biograd.Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Searches for the settings of a profile: draws candidates from the ranges of a search file, trains them, "
                    + "and trains the better part "
                    + "longer, rung by rung. They are compared on samples held out of the training set; the test set "
                    + "is not used.",
            "",
            "Every finished evaluation is kept in a log. The same command continues a search that was stopped. What "
                    + "is chosen is a function of "
                    + "search file and data alone: not of the threads, and not of how often the search was stopped.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the search was made",
            "2:bad usage, bad input, a log of another search, or a file that cannot be written",
            "3:an error in biograd itself"
        },
        footerHeading = "%nA search file:%n",
        footer = {
            "  base       = loihi          # a shipped profile, or a profile file beside this one",
            "  hidden     = 64             # neurons of the hidden layers",
            "  seed       = 1",
            "  candidates = 30             # number 0 is the base profile",
            "  validation = 237            # the last so many training samples are held out",
            "  rungs      = 400 samples, 1 epoch, 4 epochs",
            "  keep       = 1/3            # the part that goes on to the next rung",
            "  fit        = chip           # or any",
            "  update.shift           = 12..18",
            "  weight.spread          = 64..512 log",
            "  soma.threshold         = 1024..8192 power of two",
            "  eligibility.shift      = 4, 5, 6",
        })
final class TuneCommand implements Callable<Integer> {

    private final DataReader data;
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "The search file.")
    private Path file;

    @Option(names = "--data", paramLabel = "digits|DIR", defaultValue = "digits", description = DataReader.DESCRIPTION)
    private String dataName;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "biograd-tune",
            description = "The folder for tune.jsonl, the log; best.profile; and tune.html. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Mixin
    private ThreadsOption threads;

    @Mixin
    private QuietOption quiet;

    /** The command, around a reader of data. */
    TuneCommand(DataReader data, Terminal terminal) {
        this.data = data;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, BadInputException {
        OutputFolder folder = folder();
        TuneResult result = result(folder);
        ReportOutcome outcome = TuneReport.write(folder, result, "biograd tune " + file + " --data " + dataName);
        PrintWriter output = spec.commandLine().getOut();
        output.print(TuneTable.of(result));
        output.println();
        output.println("profile: " + TuneReport.profile(folder));
        output.println("report:  " + outcome.page());
        output.flush();
        if (!quiet.chosen()) {
            outcome.plotsMissing()
                    .ifPresent(reason -> OneLineErrors.print(spec.commandLine(), "the report has no plots: " + reason));
        }
        return 0;
    }

    private OutputFolder folder() throws BadInputException {
        try {
            return TuneReport.open(out);
        } catch (IOException e) {
            throw new BadInputException("--out " + out + ": " + Problems.reason(e), e);
        }
    }

    private TuneResult result(OutputFolder folder) throws IOException, BadInputException {
        ProgressListener progress =
                Progress.of("tune", quiet.chosen(), terminal, spec.commandLine().getErr());
        try {
            Search search = SearchReader.read(
                    file.toString(),
                    SettingsFile.text(file, "search"),
                    name -> SettingsFile.profile(file, name, Profiles.NAMES));
            TrainingAndTest samples = data.read(dataName);
            return new Tuning(search, samples.training(), samples.name())
                    .run(TuneReport.log(folder), threads.count(), progress);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            progress.finished();
        }
    }
}
