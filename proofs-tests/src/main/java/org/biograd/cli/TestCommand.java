package org.biograd.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.biograd.cli.file.ModelFiles;
import org.biograd.cli.option.DataReader;
import org.biograd.cli.option.ThreadsOption;
import org.biograd.cli.terminal.BadInputException;
import org.biograd.cli.terminal.Folders;
import org.biograd.cli.terminal.OneLineErrors;
import org.biograd.io.OutputFolder;
import org.biograd.model.Model;
import org.biograd.report.ReportOutcome;
import org.biograd.train.Evaluation;
import org.biograd.train.TestResult;
import org.biograd.train.report.TestReport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code biograd test}: tests a network that {@code biograd train} has written. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        versionProvider = Biograd.Version.class,
        sortOptions = false,
        description = {"Tests a trained network: accuracy, confusion matrix, precision and recall of every class.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the network was tested, however well it did",
            "2:bad usage, a damaged model, data it is not made for, or a report that cannot be written",
            "3:an error in biograd itself"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  biograd test digits.model",
            "  biograd test best.model --data mnist --report best-report",
            "  biograd test best.model --data mnist --json > best.json"
        })
final class TestCommand implements Callable<Integer> {

    private final DataReader data;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL", description = "The file of the network.")
    private Path file;

    @Option(names = "--data", paramLabel = "digits|DIR", defaultValue = "digits", description = DataReader.DESCRIPTION)
    private String dataName;

    @Mixin
    private ThreadsOption threads;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Folder for test.json and test.html, which has plots. Default: none.")
    private Path folder;

    @Option(names = "--json", description = "Prints JSON in place of the tables.")
    private boolean json;

    @Option(names = "--quiet", description = "No notes on standard error; errors only.")
    private boolean quiet;

    /** The command, around a reader of data. */
    TestCommand(DataReader data) {
        this.data = data;
    }

    @Override
    public Integer call() throws IOException, BadInputException {
        CommandLine command = spec.commandLine();
        Model model = ModelFiles.read(file);
        OutputFolder report = folder == null ? null : Folders.open(folder, TestReport::open);
        TestResult result;
        try {
            result = Evaluation.of(model, data.read(dataName), threads.count());
        } catch (IllegalArgumentException e) {
            throw new BadInputException(file + ": " + e.getMessage(), e);
        }
        if (report != null) {
            ReportOutcome outcome = TestReport.write(report, result);
            if (!quiet) {
                outcome.plotsMissing()
                        .ifPresent(reason -> OneLineErrors.print(command, "the report has no plots: " + reason));
                OneLineErrors.print(command, "the report is in " + outcome.page());
            }
        }
        command.getOut().print(json ? TestReport.json(result) : TestReport.text(result));
        command.getOut().flush();
        return 0;
    }
}
