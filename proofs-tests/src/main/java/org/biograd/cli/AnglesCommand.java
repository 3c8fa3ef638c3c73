package org.biograd.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.biograd.cli.option.CommonOptions;
import org.biograd.cli.option.DataSource;
import org.biograd.cli.option.ThreadsOption;
import org.biograd.cli.option.Within;
import org.biograd.cli.terminal.BadInputException;
import org.biograd.cli.terminal.Folders;
import org.biograd.cli.terminal.OneLineErrors;
import org.biograd.cli.terminal.Progress;
import org.biograd.cli.terminal.Terminal;
import org.biograd.data.Digits;
import org.biograd.io.OutputFolder;
import org.biograd.io.ProgressListener;
import org.biograd.report.ReportOutcome;
import org.biograd.study.angles.AngleResult;
import org.biograd.study.angles.AngleSettings;
import org.biograd.study.angles.AngleStudy;
import org.biograd.study.angles.report.AngleReport;
import org.biograd.study.angles.report.AngleTable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code biograd angles}: measures how far updates are from the exact gradient, and why. */
@Command(
        name = "angles",
        mixinStandardHelpOptions = true,
        versionProvider = Biograd.Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Measures the angle between BioGrad's update of a sample and the exact surrogate gradient, layer by "
                    + "layer, splits it into its "
                    + "causes, and tries other local rules for the error of hidden layers.",
            "",
            "The table goes to standard output, everything else to standard error. The same options give the same "
                    + "files, byte for "
                    + "byte, with any number of threads.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the angles were measured",
            "2:bad usage, bad input, or a report that cannot be written",
            "3:an error in biograd itself"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  biograd angles",
            "  biograd angles --trained 5 --samples 256 --report angles-report",
            "  biograd angles --profile wide --hidden 64,48,32 --networks 2 --seed 7"
        })
final class AnglesCommand implements Callable<Integer> {

    private final DataSource data;
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Mixin
    private ThreadsOption threads;

    @Option(
            names = "--hidden",
            paramLabel = "N[,N...]",
            split = ",",
            defaultValue = "" + AngleSettings.DEFAULT_HIDDEN,
            description = "Neurons of each hidden layer, 1..1024, for up to 8 layers. Default: ${DEFAULT-VALUE}.")
    @Within(low = 1, high = AngleSettings.MAX_HIDDEN)
    private List<Integer> hidden;

    @Option(
            names = "--networks",
            paramLabel = "N",
            description = "Draw so many networks and show them random samples, 1..1000. Default: "
                    + AngleSettings.DEFAULT_NETWORKS + ".")
    @Within(low = 1, high = AngleSettings.MAX_NETWORKS)
    private Integer networks;

    @Option(
            names = "--trained",
            paramLabel = "EPOCHS",
            description =
                    "Instead, train one network on the shipped digits, 1..1000 epochs, and show it training samples; "
                            + "slept feedback "
                            + "is then what the training has left.")
    @Within(low = 1, high = AngleSettings.MAX_EPOCHS)
    private Integer trained;

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "" + AngleSettings.DEFAULT_SAMPLES,
            description = "Samples a network, 1..100000. Default: ${DEFAULT-VALUE}.")
    @Within(low = 1, high = AngleSettings.MAX_SAMPLES)
    private int samples;

    @Option(
            names = "--sleeps",
            paramLabel = "N",
            description = "How often the slept feedback of a drawn network has slept, 0..10000. Default: "
                    + AngleSettings.DEFAULT_SLEEPS + ".")
    @Within(low = 0, high = AngleSettings.MAX_SLEEPS)
    private Integer sleeps;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Folder for angles.csv, angles.html and angles.json. Default: none.")
    private Path folder;

    /** The command, around a source of data. */
    AnglesCommand(DataSource data, Terminal terminal) {
        this.data = data;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, BadInputException {
        CommandLine command = spec.commandLine();
        AngleStudy study = prepare();
        OutputFolder report = folder == null ? null : Folders.open(folder, AngleReport::open);
        AngleResult result = study.run(progress(command.getErr()));
        if (report != null) {
            ReportOutcome outcome = AngleReport.write(report, result);
            if (!common.quiet()) {
                outcome.plotsMissing()
                        .ifPresent(reason -> OneLineErrors.print(command, "the report has no plots: " + reason));
                OneLineErrors.print(command, "the report is in " + outcome.page());
            }
        }
        command.getOut().print(AngleTable.of(result));
        command.getOut().flush();
        return 0;
    }

    private AngleStudy prepare() throws BadInputException {
        if (trained != null && networks != null) {
            throw new BadInputException(
                    "--networks and --trained exclude each other: networks are drawn, or one is trained", null);
        }
        if (trained != null && sleeps != null) {
            throw new BadInputException(
                    "--sleeps and --trained exclude each other: a trained network has slept in its training", null);
        }
        try {
            AngleSettings settings = new AngleSettings(
                    common.seed(),
                    new ArrayList<>(hidden),
                    trained != null ? 1 : networks == null ? AngleSettings.DEFAULT_NETWORKS : networks,
                    trained == null ? 0 : trained,
                    samples,
                    trained != null ? 0 : sleeps == null ? AngleSettings.DEFAULT_SLEEPS : sleeps,
                    threads.count());
            return new AngleStudy(common.profile(), Digits.training(data.read()), settings);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(e.getMessage(), e);
        }
    }

    private ProgressListener progress(PrintWriter err) {
        return Progress.of("angles", common.quiet(), terminal, err);
    }
}
