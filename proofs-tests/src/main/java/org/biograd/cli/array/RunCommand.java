package org.biograd.cli.array;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.biograd.cli.file.ModelFiles;
import org.biograd.cli.option.CommandVersion;
import org.biograd.cli.terminal.BadInputException;
import org.biograd.cli.terminal.OutputFile;
import org.biograd.cli.terminal.Problems;
import org.biograd.data.ArrayData;
import org.biograd.io.AtomicFile;
import org.biograd.io.array.NpyArray;
import org.biograd.io.array.NpyReader;
import org.biograd.model.Model;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.train.SignalTrace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code biograd run}: runs a network on spikes of your own and writes every value of chosen signals. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = CommandVersion.class,
        sortOptions = false,
        description = {
            "Runs a network on spikes and writes every value of chosen signals, step by step, as arrays of NumPy.",
            "",
            "An array is named by signal and layer (v1, s0) and has the shape samples x steps x values; classes has "
                    + "what the network says. E and z of a synapse each stand in the order of the weights: w, then b. "
                    + "Nothing is learned.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the archive was written",
            "2:bad usage, arrays that do not fit the network, or a file that cannot be written",
            "3:an error in biograd itself"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  biograd run mine.model --spikes x.npy --signals v,s,z,E --out trace.npz",
            "  biograd run mine.model --spikes x.npy --labels y.npy --signals e,D,q --out errors.npz"
        })
public final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL", description = "The file of the network.")
    private Path file;

    @Option(
            names = "--spikes",
            paramLabel = "X.npy",
            required = true,
            description = "Booleans, or integers of 0 and 1: samples x steps x inputs, or steps x inputs.")
    private Path spikes;

    @Option(
            names = "--labels",
            paramLabel = "Y.npy",
            description = "A class per sample; needed for e, p, n, sp, sn, D, q and c.")
    private Path labels;

    @Option(
            names = "--signals",
            paramLabel = "A[,B...]",
            split = ",",
            defaultValue = "s",
            description = "Which: u, v, s, g, z, E, o; e, p, n, sp, sn, D, q, c. Default: ${DEFAULT-VALUE}.")
    private List<String> names;

    @Option(names = "--out", paramLabel = "FILE.npz", required = true, description = "The archive.")
    private Path out;

    @Override
    public Integer call() throws IOException, BadInputException {
        List<Signal> signals = signals();
        OutputFile.requireWritable("--out", out.toString());
        Model model = ModelFiles.read(file);
        SignalTrace trace;
        try {
            NpyArray x = NpyReader.read(spikes);
            SpikeTrain[] trains = ArrayData.trains(x);
            trace = new SignalTrace(model, trains, labels(x, trains.length), signals);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new BadInputException(spikes + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new BadInputException(Problems.describe(e), e);
        }
        Map<String, String> written = new TreeMap<>();
        AtomicFile.write(out, stream -> written.putAll(trace.writeTo(stream)));
        written.forEach((name, shape) -> spec.commandLine().getOut().println(name + " " + shape));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private int[] labels(NpyArray x, int samples) throws IOException {
        if (labels == null) {
            return new int[samples];
        }
        NpyArray y = NpyReader.read(labels);
        if (x.dimensions() == 2) {
            throw new IllegalArgumentException("labels need spikes of shape samples x steps x inputs");
        }
        return ArrayData.labels(y, x);
    }

    private List<Signal> signals() {
        List<Signal> signals = new ArrayList<>();
        for (String name : names) {
            Signal signal = Stream.concat(SignalTrace.WITHOUT_LABELS.stream(), SignalTrace.WITH_LABELS.stream())
                    .filter(each -> each.symbol().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(), "--signals: '" + name + "' is none of " + symbols()));
            if (signals.contains(signal)) {
                throw new ParameterException(spec.commandLine(), "--signals: " + name + " stands twice");
            }
            if (labels == null && SignalTrace.WITH_LABELS.contains(signal)) {
                throw new ParameterException(
                        spec.commandLine(), "--signals: " + name + " needs the classes of the samples (--labels)");
            }
            signals.add(signal);
        }
        return signals;
    }

    private static String symbols() {
        return Arrays.stream(Signal.values())
                .filter(each -> SignalTrace.WITHOUT_LABELS.contains(each) || SignalTrace.WITH_LABELS.contains(each))
                .map(Signal::symbol)
                .collect(Collectors.joining(", "));
    }
}
