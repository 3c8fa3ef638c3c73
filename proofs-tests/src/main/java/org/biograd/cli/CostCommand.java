package org.biograd.cli;

import java.awt.AWTError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.biograd.cli.option.CommonOptions;
import org.biograd.cli.option.DataSource;
import org.biograd.cli.option.HiddenOption;
import org.biograd.cli.option.Within;
import org.biograd.cli.terminal.BadInputException;
import org.biograd.cli.terminal.OneLineErrors;
import org.biograd.cli.terminal.OutputFile;
import org.biograd.cli.terminal.Progress;
import org.biograd.cli.terminal.Terminal;
import org.biograd.data.DataSet;
import org.biograd.data.Digits;
import org.biograd.io.ProgressListener;
import org.biograd.loihi.placement.Blueprint;
import org.biograd.loihi.placement.Chip;
import org.biograd.study.cost.CostChart;
import org.biograd.study.cost.CostFiles;
import org.biograd.study.cost.CostResult;
import org.biograd.study.cost.CostRun;
import org.biograd.study.cost.CostSettings;
import org.biograd.study.cost.CostTable;
import org.biograd.study.verify.VerifySettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code biograd cost}: places a network on the chip, counts what it does there, and prices it. */
@Command(
        name = "cost",
        mixinStandardHelpOptions = true,
        versionProvider = Biograd.Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Places a network on the cores of the chip, trains it on handwritten digits, counts exactly what the chip "
                    + "would do in the samples "
                    + "that follow, and prices it.",
            "",
            "Prices are public results of circuit simulation, not measurements; what has no public price is counted, "
                    + "left out of the "
                    + "totals, and listed.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the network was placed and priced",
            "2:bad usage, bad input, a profile or a network that does not fit the chip, or a file that cannot be "
                    + "written",
            "3:an error in biograd itself"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  biograd cost",
            "  biograd cost --hidden 500 --samples 50 --json cost.json",
            "  biograd cost --quiet --csv - | head -3"
        })
final class CostCommand implements Callable<Integer> {

    private final DataSource data;
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Mixin
    private HiddenOption hidden;

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "360",
            description = "Training samples to count, 1..1000000. Default: ${DEFAULT-VALUE}.")
    @Within(low = 1, high = CostSettings.MAX_SAMPLES)
    private int samples;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "1",
            description = "Epochs of training before counting begins, 0..100000. Default: ${DEFAULT-VALUE}.")
    @Within(low = 0, high = VerifySettings.MAX_EPOCHS)
    private int epochs;

    @Option(
            names = "--chips",
            paramLabel = "N",
            defaultValue = "1",
            description = "Chips to place it on, 1..64. Default: ${DEFAULT-VALUE}.")
    @Within(low = 1, high = Chip.MAX_CHIPS)
    private int chips;

    @Option(
            names = "--host-sleeps",
            description = "The host sleeps; else the chip does, with a negated copy of the forward weights.")
    private boolean hostSleeps;

    @Option(
            names = "--json",
            paramLabel = "FILE|-",
            description = "Writes everything as JSON; - for standard output, in place of the table.")
    private String json;

    @Option(
            names = "--csv",
            paramLabel = "FILE|-",
            description = "Writes the terms as CSV; - for standard output, in place of the table.")
    private String csv;

    @Option(
            names = "--chart",
            paramLabel = "FILE",
            description = "Draws the shares of the energy into a file: SVG where its name ends in .svg, else PNG.")
    private String chart;

    /** The command on given data. */
    CostCommand(DataSource data, Terminal terminal) {
        this.data = data;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, BadInputException {
        if (OutputFile.STANDARD.equals(json) && OutputFile.STANDARD.equals(csv)) {
            throw new BadInputException("--json - and --csv -: both cannot go to standard output", null);
        }
        OutputFile.requireWritableOrStandard("--json", json);
        OutputFile.requireWritableOrStandard("--csv", csv);
        OutputFile.requireWritable("--chart", chart);
        CostResult result = run(prepare());
        PrintWriter out = spec.commandLine().getOut();
        OutputFile.write("--json", json, CostFiles.json(result), out);
        OutputFile.write("--csv", csv, CostFiles.csv(result), out);
        if (!OutputFile.STANDARD.equals(json) && !OutputFile.STANDARD.equals(csv)) {
            out.print(CostTable.of(result));
            out.flush();
        }
        if (chart != null) {
            draw(result);
        }
        return 0;
    }

    private CostRun prepare() throws BadInputException {
        try {
            DataSet digits = data.read();
            Blueprint.Sleep sleep = hostSleeps ? Blueprint.Sleep.HOST : Blueprint.Sleep.CHIP;
            CostSettings settings = new CostSettings(common.seed(), epochs, samples, hidden.neurons(), chips, sleep);
            return new CostRun(common.profile(), Digits.training(digits), Digits.test(digits), settings);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(e.getMessage(), e);
        }
    }

    private CostResult run(CostRun run) {
        ProgressListener progress =
                Progress.of("cost", common.quiet(), terminal, spec.commandLine().getErr());
        try {
            return run.run(progress);
        } finally {
            progress.finished();
        }
    }

    private void draw(CostResult result) throws IOException {
        try {
            CostChart.write(Path.of(chart), result);
        } catch (LinkageError | InternalError | AWTError e) {
            // A machine without fonts or without AWT; the figures are printed all the same.
            OneLineErrors.print(spec.commandLine(), "no chart was drawn: " + e);
        }
    }
}
