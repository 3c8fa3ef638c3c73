package org.biograd.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.biograd.cli.option.QuietOption;
import org.biograd.cli.option.Within;
import org.biograd.cli.terminal.BadInputException;
import org.biograd.cli.terminal.Problems;
import org.biograd.cli.terminal.Progress;
import org.biograd.cli.terminal.Terminal;
import org.biograd.data.DataFolder;
import org.biograd.data.DataSummary;
import org.biograd.data.IdxFolder;
import org.biograd.data.SaccadeFolder;
import org.biograd.data.TrainingAndTest;
import org.biograd.io.ProgressListener;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code biograd data}: says what data are there, and simulates recordings. */
@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        versionProvider = Biograd.Version.class,
        description = {"Says what training data are in a folder, and simulates recordings of an event camera.", ""},
        footerHeading = "%nExamples:%n",
        footer = {
            "  biograd data info digits",
            "  biograd data info mnist",
            "  biograd data saccade --from mnist --out nmnist-simulated"
        })
final class DataCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    private DataCommand() {}

    /** The command with its own commands. */
    static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new DataCommand())
                .addSubcommand(new Info(terminal))
                .addSubcommand(new Simulate(terminal));
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "a command is missing: " + String.join(", ", spec.subcommands().keySet()));
    }

    /** {@code biograd data info}. */
    @Command(
            name = "info",
            mixinStandardHelpOptions = true,
            versionProvider = Biograd.Version.class,
            description = {
                "Reads and checks all data, and says what they are.",
                "",
                "A folder holds the four files of MNIST, or of a set in its place, plain or .gz; or the folders Train "
                        + "and Test of N-MNIST.",
                ""
            },
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:all was read",
                "2:bad usage, or data that are not what they should be",
                "3:an error in biograd itself"
            })
    static final class Info implements Callable<Integer> {

        private final Terminal terminal;

        @Spec
        private CommandSpec spec;

        @Parameters(
                arity = "1",
                paramLabel = "digits|DIR",
                description = "The digits that ship with BioGrad, or a folder.")
        private String name;

        @Mixin
        private QuietOption quiet;

        Info(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws IOException {
            ProgressListener progress = Progress.of(
                    "data", quiet.chosen(), terminal, spec.commandLine().getErr());
            try {
                TrainingAndTest data = DataFolder.read(name);
                int training = data.training().size();
                progress.started((long) training + data.test().size());
                DataSummary first = DataSummary.of(data.training(), done -> progress.advanced(done, "training set"));
                DataSummary second =
                        DataSummary.of(data.test(), done -> progress.advanced(training + done, "test set"));
                progress.finished();
                print(data.name() + ": " + first.inputs() + " inputs, " + first.perClass().length + " classes");
                print("training set", first);
                print("test set", second);
            } finally {
                progress.finished();
            }
            return 0;
        }

        private void print(String set, DataSummary of) {
            String unit = of.unit().equals("events")
                    ? "%s: %,d samples of %,.0f..%,.0f events, mean %,.1f"
                    : "%s: %,d samples of mean intensity %.1f..%.1f, mean %.1f";
            print(String.format(Locale.ROOT, unit, set, of.samples(), of.least(), of.most(), of.mean()));
            print("  of each class "
                    + IntStream.of(of.perClass())
                            .mapToObj(count -> String.format(Locale.ROOT, "%,d", count))
                            .collect(Collectors.joining("  ")));
        }

        private void print(String line) {
            spec.commandLine().getOut().println(line);
        }
    }

    /** {@code biograd data saccade}. */
    @Command(
            name = "saccade",
            mixinStandardHelpOptions = true,
            versionProvider = Biograd.Version.class,
            description = {
                "Simulates the recordings that an event camera of 34 x 34 pixels makes of images that move before it "
                        + "in three saccades, and writes "
                        + "them in the folders and the file format of N-MNIST.",
                "",
                "A simulation in integers, without noise; it is not N-MNIST. Equal images give equal bytes (clauses "
                        + "DATA-4 to DATA-6).",
                ""
            },
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:all was written",
                "2:bad usage, bad images, or a folder that cannot be written",
                "3:an error in biograd itself"
            })
    static final class Simulate implements Callable<Integer> {

        private static final int MOST_SAMPLES = 99_999;

        private final Terminal terminal;

        @Spec
        private CommandSpec spec;

        @Option(
                names = "--from",
                paramLabel = "DIR",
                required = true,
                description = "Folder with the four files of MNIST, or of a set in its place.")
        private Path from;

        @Option(
                names = "--out",
                paramLabel = "DIR",
                required = true,
                description = "Folder to write; does not exist yet, or is empty.")
        private Path out;

        @Option(
                names = "--samples",
                paramLabel = "N",
                defaultValue = "" + MOST_SAMPLES,
                description = "Only the first so many of each set, 1..99999. Default: all.")
        @Within(low = 1, high = MOST_SAMPLES)
        private int samples;

        @Mixin
        private QuietOption quiet;

        Simulate(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws IOException, BadInputException {
            ProgressListener progress = Progress.of(
                    "data", quiet.chosen(), terminal, spec.commandLine().getErr());
            try {
                // Before the reading: nobody should learn late that the folder cannot be written.
                requireWritable();
                SaccadeFolder folder = new SaccadeFolder(IdxFolder.read(from), samples);
                progress.started(folder.size());
                folder.write(out, done -> progress.advanced(done, "recordings"));
                progress.finished();
                spec.commandLine()
                        .getOut()
                        .println(String.format(
                                Locale.ROOT,
                                "%s: %,d simulated recordings, %,.1f events each in the mean",
                                out,
                                folder.size(),
                                (double) folder.events() / folder.size()));
            } finally {
                progress.finished();
            }
            return 0;
        }

        private void requireWritable() throws BadInputException {
            try {
                SaccadeFolder.requireWritable(out);
            } catch (IOException e) {
                throw new BadInputException("--out " + Problems.describe(e), e);
            }
        }
    }
}
