package org.biograd.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.biograd.cli.file.ModelFiles;
import org.biograd.cli.option.CommonOptions;
import org.biograd.cli.option.DataReader;
import org.biograd.cli.option.ExplainOptions;
import org.biograd.cli.option.ShapeConverter;
import org.biograd.cli.option.Within;
import org.biograd.cli.terminal.BadInputException;
import org.biograd.cli.terminal.OneLineErrors;
import org.biograd.cli.terminal.OutputFile;
import org.biograd.cli.terminal.Problems;
import org.biograd.cli.terminal.Progress;
import org.biograd.cli.terminal.Terminal;
import org.biograd.data.Samples;
import org.biograd.data.SpikeFile;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.run.InputSource;
import org.biograd.io.ProgressListener;
import org.biograd.model.Model;
import org.biograd.model.ModelWeights;
import org.biograd.report.Page;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.study.explain.ExplainPage;
import org.biograd.study.explain.ExplainRun;
import org.biograd.study.explain.ExplainText;
import org.biograd.study.explain.Explained;
import org.biograd.study.explain.check.Recalculation;
import org.biograd.train.ProfileOverrides;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code biograd explain}: one sample or sleep, step by step. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        versionProvider = Biograd.Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Tells of one training sample, or one sleep, step by step: every value of some neurons and synapses with "
                    + "its clause, its formula and the numbers in it, to the change of the weights.",
            "",
            "Every line is recalculated from what it prints, in unbounded integers, before anything is printed.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:explained, and every line holds",
            "1:a line does not hold: an error of the network or of the explanation",
            "2:bad usage, bad input, or a file that cannot be written",
            "3:an error in biograd itself"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  biograd explain --sample 3",
            "  biograd explain --sample 3 --neurons 1.7,2.0 --from 20,21 --csv sample.csv --html sample.html",
            "  biograd explain --profile tiny --shape 2-2-1 --spikes spec/text/example.csv --label 0",
            "  biograd explain --sleep 0 --neurons 1.5,2.0 --steps 0..9",
            "  biograd explain --model best.model --data mnist --sample 12"
        })
final class ExplainCommand implements Callable<Integer> {

    private static final int MAX_SAMPLE = 999_999_999;

    private final DataReader data;
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Gives a key of the profile another value, for example trace.mode=FULL; may be given again "
                    + "and again.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(
            names = "--shape",
            paramLabel = "N-N-N",
            converter = ShapeConverter.class,
            defaultValue = "64-64-10",
            description = "Sizes of the layers, inputs first. Default: ${DEFAULT-VALUE}.")
    private Shape shape;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "A trained network; its profile, shape and seed count. Its weights are those before the "
                    + "sample, and nothing is trained before it.")
    private Path model;

    @Option(names = "--data", paramLabel = "digits|DIR", defaultValue = "digits", description = DataReader.DESCRIPTION)
    private String dataName;

    @Option(
            names = "--sample",
            paramLabel = "N",
            defaultValue = "0",
            description = "Number of the sample, counted over the training; what comes before it is learned first. "
                    + "Default: ${DEFAULT-VALUE}.")
    @Within(low = 0, high = MAX_SAMPLE)
    private int sample;

    @Option(names = "--sleep", paramLabel = "Q", description = "A sleep in place of a sample: its number.")
    @Within(low = 0, high = MAX_SAMPLE)
    private Integer sleep;

    @Option(
            names = "--layer",
            paramLabel = "L",
            defaultValue = "1",
            description = "With --sleep: the hidden layer. Default: ${DEFAULT-VALUE}.")
    @Within(low = 1, high = Shape.MAX_LAYERS)
    private int layer;

    @Option(
            names = "--spikes",
            paramLabel = "FILE",
            description = "Spikes of your own in place of data: a line a step, in it a 0 or 1 per input, separated "
                    + "by commas. Nothing is learned before.")
    private Path spikes;

    @Option(
            names = "--label",
            paramLabel = "K",
            defaultValue = "0",
            description = "With --spikes: the class, from 0. Default: ${DEFAULT-VALUE}.")
    @Within(low = 0, high = Shape.MAX_NEURONS)
    private int label;

    @Mixin
    private ExplainOptions choice;

    @Option(names = "--csv", paramLabel = "FILE", description = "A file for the lines as CSV, or -. Default: none.")
    private String csv;

    @Option(names = "--html", paramLabel = "FILE", description = "A file for a page with figures. Default: none.")
    private String html;

    /** The command, around a reader of data. */
    ExplainCommand(DataReader data, Terminal terminal) {
        this.data = data;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws BadInputException {
        OutputFile.requireWritableOrStandard("--csv", csv);
        OutputFile.requireWritable("--html", html);
        Explained explained = explain();
        List<String> faults = Recalculation.faults(explained.lines());
        if (!faults.isEmpty()) {
            OneLineErrors.print(spec.commandLine(), faults.size() + " lines do not hold, the first: " + faults.get(0));
            return 1;
        }
        OutputFile.write(
                "--csv",
                csv,
                csv == null ? "" : ExplainText.csv(explained),
                spec.commandLine().getOut());
        if (html != null) {
            Page page = ExplainPage.of(explained);
            OutputFile.write("--html", html, page.text(), spec.commandLine().getOut());
        }
        if (!OutputFile.STANDARD.equals(csv)) {
            spec.commandLine().getOut().print(ExplainText.of(explained));
            spec.commandLine().getOut().flush();
        }
        if (!common.quiet()) {
            OneLineErrors.print(
                    spec.commandLine(), explained.lines().size() + " lines, each recalculated from what it prints");
        }
        return 0;
    }

    private Explained explain() throws BadInputException {
        ProgressListener progress = Progress.of(
                "explain", common.quiet(), terminal, spec.commandLine().getErr());
        try {
            Network network = network();
            ExplainRun run = new ExplainRun(network, choice.choice());
            if (spikes != null) {
                SpikeTrain train = SpikeFile.read(
                        spikes,
                        network.shape().inputs(),
                        network.profile().time().steps());
                return run.given(sample, train, label);
            }
            if (sleep != null && model != null) {
                return run.sleepNow(sleep, layer);
            }
            Samples samples = data.read(dataName).training();
            InputSource source = samples.source(network.profile().time().steps(), network.seed());
            if (sleep != null) {
                return run.sleep(sleep, layer, source, samples.labels(), progress);
            }
            if (model != null) {
                int index = sample % source.size();
                SpikeTrain train =
                        new SpikeTrain(source.inputs(), network.profile().time().steps());
                source.training(sample, index, train);
                return run.given(sample, train, samples.labels()[index]);
            }
            return run.ofTraining(sample, source, samples.labels(), progress);
        } catch (IOException e) {
            throw new BadInputException(Problems.describe(e), e);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(e.getMessage(), e);
        } finally {
            progress.finished();
        }
    }

    private Network network() throws BadInputException {
        if (model == null) {
            return new Network(shape, ProfileOverrides.apply(common.profile(), overrides), common.seed());
        }
        Model read = ModelFiles.read(model);
        if (!(read.weights() instanceof ModelWeights.Integers integers)) {
            throw new BadInputException(model + ": a network in double precision; explain tells of integers", null);
        }
        Network network = new Network(read.shape(), read.profile(), read.seed());
        int layers = network.shape().layers();
        for (int a = 0; a < integers.values().length; a++) {
            int[] weights = a < layers ? network.weights(a + 1) : network.feedback(a - layers + 1);
            System.arraycopy(integers.values()[a], 0, weights, 0, weights.length);
        }
        return network;
    }
}
