package org.biograd.cli.array;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.biograd.cli.option.CommandVersion;
import org.biograd.cli.option.ProfileConverter;
import org.biograd.cli.option.SeedOption;
import org.biograd.cli.terminal.BadInputException;
import org.biograd.cli.terminal.OneLineErrors;
import org.biograd.cli.terminal.OutputFile;
import org.biograd.cli.terminal.Problems;
import org.biograd.io.array.NpyArray;
import org.biograd.io.array.NpyReader;
import org.biograd.model.ModelFile;
import org.biograd.model.WeightImport;
import org.biograd.report.Columns;
import org.biograd.report.Numbers;
import org.biograd.spec.profile.Profile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code biograd import}: makes a network of weights that another program has. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        versionProvider = CommandVersion.class,
        sortOptions = false,
        description = {
            "Makes a network of arrays of NumPy: w1, b1 (the biases; 0 where missing), w2, ..., and feedback1, ... "
                    + "(drawn where missing), as biograd export writes them.",
            "",
            "Weights are rounded to the nearest word and clipped to its width; how many, and how far, is reported.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the model was written",
            "2:bad usage, arrays that are no such network, or a file that cannot be written",
            "3:an error in biograd itself"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  biograd import weights.npz --out mine.model",
            "  biograd import weights.npz --layout out-in --threshold 1.0 --out mine.model"
        })
public final class ImportCommand implements Callable<Integer> {

    private static final int WIDTH = 110;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE.npz|DIR", description = "An archive, or a folder of .npy files.")
    private Path source;

    @Option(
            names = "--profile",
            paramLabel = "NAME|FILE",
            converter = ProfileConverter.class,
            defaultValue = "loihi",
            description = "The profile of the network. Default: ${DEFAULT-VALUE}.")
    private Profile profile;

    @Option(
            names = "--layout",
            paramLabel = "in-out|out-in",
            defaultValue = "in-out",
            description = "Which dimension of w comes first: inputs, as biograd has it, or outputs, as PyTorch has "
                    + "it. Default: ${DEFAULT-VALUE}.")
    private String layout;

    @Option(
            names = "--scale",
            paramLabel = "S",
            description = "What one unit of a weight stands for in the arrays. Integers need none.")
    private Double scale;

    @Option(
            names = "--threshold",
            paramLabel = "V",
            description = "In place of a scale: the threshold that the weights are made for.")
    private Double threshold;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file of the network.")
    private Path out;

    @Mixin
    private SeedOption seed;

    @Override
    public Integer call() throws IOException, BadInputException {
        boolean outIn = layout.equals("out-in");
        if (!outIn && !layout.equals("in-out")) {
            throw new ParameterException(spec.commandLine(), "--layout " + layout + ": neither in-out nor out-in");
        }
        OutputFile.requireWritable("--out", out.toString());
        WeightImport.Imported imported;
        OptionalDouble unit = unit();
        try {
            imported = WeightImport.of(arrays(), profile, seed.value(), outIn, unit);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new BadInputException(e.getMessage(), e);
        }
        ModelFile.write(out, imported.model());
        Columns table = new Columns(false);
        table.row("array", "values", "rounded", "by at most, units", "clipped", "largest, units");
        for (WeightImport.Line line : imported.lines()) {
            table.row(
                    line.name(),
                    Numbers.count(line.values()),
                    Numbers.count(line.rounded()),
                    Numbers.fixed(line.worst(), 3),
                    Numbers.count(line.clipped()),
                    Numbers.fixed(line.farthest(), 1));
        }
        table.lines(WIDTH).forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().println();
        spec.commandLine()
                .getOut()
                .println("network " + imported.model().shape() + ", profile " + profile.name()
                        + (unit.isPresent() ? ", one unit is " + Numbers.json(unit.getAsDouble()) : ""));
        spec.commandLine().getOut().flush();
        if (imported.drawn()) {
            OneLineErrors.print(spec.commandLine(), "feedback weights were drawn, for want of arrays feedback1, ...");
        }
        return 0;
    }

    private OptionalDouble unit() {
        if (scale != null && threshold != null) {
            throw new ParameterException(spec.commandLine(), "--scale and --threshold say the same; one is needed");
        }
        Double unit = scale;
        if (threshold != null) {
            unit = Math.scalb(threshold, profile.weight().shift())
                    / profile.soma().threshold();
        }
        if (unit != null && !(unit > 0 && Double.isFinite(unit))) {
            throw new ParameterException(
                    spec.commandLine(), (scale == null ? "--threshold" : "--scale") + ": a number above 0 is needed");
        }
        return unit == null ? OptionalDouble.empty() : OptionalDouble.of(unit);
    }

    private Map<String, NpyArray> arrays() throws BadInputException {
        try {
            if (!Files.isDirectory(source)) {
                return NpyReader.readAll(source);
            }
            Map<String, NpyArray> arrays = new TreeMap<>();
            try (DirectoryStream<Path> files = Files.newDirectoryStream(source, "*.npy")) {
                for (Path file : files) {
                    arrays.put(file.getFileName().toString().replaceFirst("\\.npy$", ""), NpyReader.read(file));
                }
            }
            return arrays;
        } catch (IOException e) {
            throw new BadInputException(Problems.describe(e), e);
        }
    }
}
