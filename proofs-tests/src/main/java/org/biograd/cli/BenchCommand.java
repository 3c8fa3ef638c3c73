package org.biograd.cli;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.biograd.cli.option.ArithmeticConverter;
import org.biograd.cli.option.DataReader;
import org.biograd.cli.option.NetworkConverter;
import org.biograd.cli.option.QuietOption;
import org.biograd.cli.option.SeedOption;
import org.biograd.cli.option.ThreadsOption;
import org.biograd.cli.option.Within;
import org.biograd.cli.terminal.BadInputException;
import org.biograd.cli.terminal.OutputFile;
import org.biograd.cli.terminal.Progress;
import org.biograd.cli.terminal.Terminal;
import org.biograd.data.DataFolder;
import org.biograd.data.TrainingAndTest;
import org.biograd.io.ProgressListener;
import org.biograd.study.bench.Activity;
import org.biograd.study.bench.Bench;
import org.biograd.study.bench.BenchJson;
import org.biograd.study.bench.BenchResult;
import org.biograd.study.bench.BenchSettings;
import org.biograd.study.bench.BenchTable;
import org.biograd.study.bench.NamedNetwork;
import org.biograd.study.bench.SyntheticSamples;
import org.biograd.train.Arithmetic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code biograd bench}: measures how fast networks learn and predict. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        versionProvider = Biograd.Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Measures the time of a training sample and of a test sample, the coding of the input as spikes included, "
                    + "and from it neuron-steps "
                    + "and synaptic events a second.",
            "",
            "A network is trained for a while first. Then one pass over the same samples, from the same weights, is "
                    + "timed several times. A "
                    + "synaptic event is one spike that arrives at one synapse; they are counted exactly, in one more "
                    + "pass that is not timed. "
                    + "Work of sleeps is not counted: where a pass has any, there are no rates.",
            "",
            "Figures of a machine that does anything else meanwhile mean nothing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the times were measured",
            "2:bad usage, bad input, or a file that cannot be written",
            "3:an error in biograd itself"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  biograd bench",
            "  biograd bench --network \"784-100-10 loihi\" --data mnist --json bench.json",
            "  biograd bench --network \"64-64-10 loihi\" --no-sleep --runs 9 --threads 2"
        })
final class BenchCommand implements Callable<Integer> {

    private static final int IMAGE_INPUTS = 784;

    /** The most synthetic training samples; where more are shown, they are shown again. */
    private static final int MAX_SYNTHETIC = 10_000;

    private final DataReader data;
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--network",
            paramLabel = "NAME",
            converter = NetworkConverter.class,
            completionCandidates = NetworkConverter.Names.class,
            description =
                    "Layer sizes and profile, one of: ${COMPLETION-CANDIDATES}; may be given again. Default: all of "
                            + "them.")
    private List<NamedNetwork> networks;

    @Option(
            names = "--data",
            paramLabel = "digits|DIR",
            description =
                    "Samples for the networks of as many inputs: the digits that come with BioGrad, or a folder with "
                            + "the files of MNIST. "
                            + "Default: the digits for 64 inputs, else synthetic strokes that light as many pixels as "
                            + "MNIST does.")
    private String dataName;

    @Option(
            names = "--sleep",
            negatable = true,
            fallbackValue = "true",
            description =
                    "Time training only with the sleeps that the profile asks for between updates, or only with these "
                            + "left out; the training before "
                            + "has them. Default: both.")
    private Boolean sleep;

    @Option(
            names = "--arithmetic",
            paramLabel = "integer|float",
            converter = ArithmeticConverter.class,
            defaultValue = "integer",
            description = "The integers of the profile, or the same network in double precision, whose events are not "
                    + "counted. "
                    + "Default: ${DEFAULT-VALUE}.")
    private Arithmetic arithmetic;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads that work, 1..256. Default: ${DEFAULT-VALUE}.")
    @Within(low = 1, high = ThreadsOption.MOST)
    private int threads;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "5",
            description = "How often each pass is timed, 1..1000. Default: ${DEFAULT-VALUE}.")
    @Within(low = 1, high = BenchSettings.MAX_RUNS)
    private int runs;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "5000",
            description = "Training samples before the first timed pass, 0..1000000. Default: ${DEFAULT-VALUE}.")
    @Within(low = 0, high = BenchSettings.MAX_WARM_UP)
    private int warmUp;

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "1200",
            description = "Samples of a pass, 1..100000; a test pass has no more than the test set. Default: "
                    + "${DEFAULT-VALUE}.")
    @Within(low = 1, high = BenchSettings.MAX_SAMPLES)
    private int samples;

    @Mixin
    private SeedOption seed;

    @Option(
            names = "--json",
            paramLabel = "FILE|-",
            description = "Writes all runs as JSON; - for standard output, in place of the table.")
    private String json;

    @Mixin
    private QuietOption quiet;

    /** The command, around a reader of data. */
    BenchCommand(DataReader data, Terminal terminal) {
        this.data = data;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws BadInputException {
        OutputFile.requireWritableOrStandard("--json", json);
        BenchResult result = run(prepare());
        PrintWriter out = spec.commandLine().getOut();
        OutputFile.write("--json", json, BenchJson.of(result), out);
        if (!OutputFile.STANDARD.equals(json)) {
            out.print(BenchTable.of(result));
            out.flush();
        }
        return 0;
    }

    private Bench prepare() throws BadInputException {
        List<NamedNetwork> chosen = networks == null ? NamedNetwork.ALL : networks;
        Map<Integer, TrainingAndTest> byInputs = new HashMap<>();
        if (dataName != null) {
            TrainingAndTest named = data.read(dataName);
            int inputs = named.training().inputs();
            if (chosen.stream().noneMatch(network -> fits(network, named))) {
                throw new BadInputException(
                        "--data " + dataName + ": no network is to be measured that has " + inputs + " inputs and "
                                + named.training().classes() + " outputs",
                        null);
            }
            byInputs.put(inputs, named);
        }
        for (NamedNetwork network : chosen) {
            int inputs = network.shape().inputs();
            if (!byInputs.containsKey(inputs)) {
                byInputs.put(inputs, inputs == IMAGE_INPUTS ? synthetic() : data.read(DataFolder.DIGITS));
            }
        }
        List<Activity> training = sleep == null
                ? List.of(Activity.TRAINING_WITH_SLEEP, Activity.TRAINING_WITHOUT_SLEEP)
                : List.of(sleep ? Activity.TRAINING_WITH_SLEEP : Activity.TRAINING_WITHOUT_SLEEP);
        BenchSettings settings =
                new BenchSettings(chosen, arithmetic, training, seed.value(), threads, runs, warmUp, samples);
        return new Bench(settings, network -> byInputs.get(network.shape().inputs()));
    }

    private static boolean fits(NamedNetwork network, TrainingAndTest samples) {
        return network.shape().inputs() == samples.training().inputs()
                && network.shape().outputs() == samples.training().classes();
    }

    private TrainingAndTest synthetic() {
        int training = Math.min(MAX_SYNTHETIC, warmUp + samples);
        int test = Math.min(MAX_SYNTHETIC, samples);
        return new TrainingAndTest(
                SyntheticSamples.of(seed.value(), 1, training),
                SyntheticSamples.of(seed.value(), 2, test),
                SyntheticSamples.NAME);
    }

    private BenchResult run(Bench bench) {
        ProgressListener progress = Progress.of(
                "bench", quiet.chosen(), terminal, spec.commandLine().getErr());
        try {
            return bench.run(progress);
        } finally {
            progress.finished();
        }
    }
}
