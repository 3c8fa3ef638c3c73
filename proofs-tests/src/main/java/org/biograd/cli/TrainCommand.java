package org.biograd.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.biograd.cli.option.ArithmeticConverter;
import org.biograd.cli.option.CommonOptions;
import org.biograd.cli.option.DataReader;
import org.biograd.cli.option.ProfileOptions;
import org.biograd.cli.option.ThreadsOption;
import org.biograd.cli.option.Within;
import org.biograd.cli.terminal.BadInputException;
import org.biograd.cli.terminal.OneLineErrors;
import org.biograd.cli.terminal.Problems;
import org.biograd.cli.terminal.Progress;
import org.biograd.cli.terminal.Terminal;
import org.biograd.data.TrainingAndTest;
import org.biograd.io.AtomicFile;
import org.biograd.io.FileLocks;
import org.biograd.io.ProgressListener;
import org.biograd.model.InvalidModelException;
import org.biograd.model.Model;
import org.biograd.model.Run;
import org.biograd.spec.Shape;
import org.biograd.train.Arithmetic;
import org.biograd.train.TrainResult;
import org.biograd.train.TrainSettings;
import org.biograd.train.Training;
import org.biograd.train.report.TrainFiles;
import org.biograd.train.report.TrainPlaces;
import org.biograd.train.report.TrainTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code biograd train}: trains a network and keeps it in a file, epoch by epoch. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        versionProvider = Biograd.Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Trains a network and writes it, after every epoch, into a file that the training can be continued from.",
            "",
            "The weights are a function of arithmetic, profile, data, seed, hidden layers, epochs and validation "
                    + "samples: not of the threads, "
                    + "and not of how often the training was stopped and continued. The test set decides nothing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the network was trained",
            "2:bad usage, bad input, a checkpoint of another training, or a file that cannot be written",
            "3:an error in biograd itself"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  biograd train --out digits.model",
            "  biograd train --data mnist --hidden 100 --epochs 10 --validation 5000 --patience 3 --best best.model "
                    + "--out last.model --log log.csv",
            "  biograd train --profile wide --hidden 500,100 --set update.shift=15 --batch 32 --out wide.model",
            "  biograd train ... --out last.model --resume      (with the options that it was begun with; --epochs "
                    + "may be larger)"
        })
final class TrainCommand implements Callable<Integer> {

    private static final String DEFAULT_HIDDEN = "64";
    private static final String DEFAULT_EPOCHS = "10";

    private final DataReader data;
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "digits|DIR", defaultValue = "digits", description = DataReader.DESCRIPTION)
    private String dataName;

    @Mixin
    private CommonOptions common;

    @Mixin
    private ProfileOptions overrides;

    @Mixin
    private ThreadsOption threads;

    @Option(
            names = "--arithmetic",
            paramLabel = "integer|float",
            converter = ArithmeticConverter.class,
            defaultValue = "integer",
            description =
                    "The integers of the profile, or the same network in double precision. Default: ${DEFAULT-VALUE}.")
    private Arithmetic arithmetic;

    @Option(
            names = "--hidden",
            paramLabel = "N[,N...]",
            split = ",",
            defaultValue = DEFAULT_HIDDEN,
            description = "Neurons of each hidden layer, 1..65535. Default: ${DEFAULT-VALUE}.")
    @Within(low = 1, high = Shape.MAX_NEURONS)
    private List<Integer> hidden;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = DEFAULT_EPOCHS,
            description = "How often each training sample is shown, 0..100000. Default: ${DEFAULT-VALUE}.")
    @Within(low = 0, high = Run.MAX_EPOCHS)
    private int epochs;

    @Option(
            names = "--validation",
            paramLabel = "N",
            defaultValue = "0",
            description = "The last N training samples are held out: accuracy is measured on them after every epoch. "
                    + "Default: ${DEFAULT-VALUE}.")
    @Within(low = 0, high = 999_999_999)
    private int validation;

    @Option(
            names = "--patience",
            paramLabel = "N",
            defaultValue = "0",
            description = "Ends after N epochs without a better accuracy on the validation samples; 0: never. Default: "
                    + "${DEFAULT-VALUE}.")
    @Within(low = 0, high = Run.MAX_EPOCHS)
    private int patience;

    @Option(
            names = "--test-each-epoch",
            description = "Measures the test accuracy after every epoch, for the log; nothing depends on it.")
    private boolean testEachEpoch;

    @Option(
            names = "--out",
            paramLabel = "MODEL",
            required = true,
            description =
                    "The file of the network, and of its training: written after every epoch. Of a symbolic link, "
                            + "the file that it leads to.")
    private Path out;

    @Option(
            names = "--best",
            paramLabel = "MODEL",
            description = "A file for the network of the epoch that was best on the validation samples.")
    private Path best;

    @Option(
            names = "--resume",
            description = "Continues the training that --out holds; begins where there is no such file.")
    private boolean resume;

    @Option(
            names = "--overwrite",
            description = "Begins anew where --out is there already, and replaces --best and --log.")
    private boolean overwrite;

    @Option(names = "--log", paramLabel = "FILE", description = "A CSV file with a line an epoch.")
    private Path log;

    @Option(names = "--json", description = "Prints the result as JSON in place of the table.")
    private boolean json;

    /** The command, around a reader of data. */
    TrainCommand(DataReader data, Terminal terminal) {
        this.data = data;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, BadInputException {
        requireOptions();
        TrainPlaces places =
                new TrainPlaces(out, Optional.ofNullable(best), Optional.ofNullable(log), resume, overwrite);
        FileLocks locks = places.lock();
        try {
            return train(places);
        } finally {
            locks.close();
        }
    }

    private Integer train(TrainPlaces places) throws IOException, BadInputException {
        Optional<Model> checkpoint = checkpoint(places);
        Training training = training(checkpoint);
        TrainFiles files = places.files();
        files.removeLeftovers();
        PrintWriter err = spec.commandLine().getErr();
        if (checkpoint.isPresent() && !common.quiet()) {
            OneLineErrors.print(
                    spec.commandLine(),
                    "going on after epoch "
                            + checkpoint.get().run().orElseThrow().log().size());
        }
        ProgressListener progress = Progress.of("train", common.quiet(), terminal, err);
        TrainResult result;
        try {
            result = training.run(files, progress);
        } finally {
            progress.finished();
        }
        spec.commandLine().getOut().print(json ? TrainFiles.json(result) : TrainTable.of(result));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private void requireOptions() throws BadInputException {
        requireWritable("--out", out);
        requireWritable("--best", best);
        requireWritable("--log", log);
        if (best != null && validation == 0) {
            throw new BadInputException(
                    "--best needs --validation: without validation samples no epoch is better than another", null);
        }
        if (resume && overwrite) {
            throw new BadInputException("--resume and --overwrite exclude each other", null);
        }
    }

    private static void requireWritable(String option, Path file) throws BadInputException {
        if (file == null) {
            return;
        }
        if (file.toString().isEmpty()) {
            throw new BadInputException(option + ": the name of the file is empty", null);
        }
        try {
            AtomicFile.requireWritable(file);
        } catch (IOException e) {
            throw new BadInputException(option + " " + file + ": " + Problems.reason(e), e);
        }
    }

    private static Optional<Model> checkpoint(TrainPlaces places) throws IOException, BadInputException {
        try {
            return places.checkpoint();
        } catch (InvalidModelException | IllegalArgumentException e) {
            throw new BadInputException(e.getMessage(), e);
        }
    }

    private Training training(Optional<Model> checkpoint) throws IOException, BadInputException {
        TrainingAndTest samples = data.read(dataName);
        try {
            List<Integer> sizes = new ArrayList<>(List.of(samples.training().inputs()));
            sizes.addAll(hidden);
            sizes.add(samples.training().classes());
            Shape shape = Shape.of(sizes.stream().mapToInt(Integer::intValue).toArray());
            TrainSettings settings = new TrainSettings(
                    arithmetic,
                    shape,
                    overrides.apply(common.profile()),
                    common.seed(),
                    epochs,
                    validation,
                    patience,
                    testEachEpoch,
                    threads.count());
            return new Training(
                    settings,
                    samples,
                    checkpoint,
                    log == null || checkpoint.isEmpty() ? List.of() : TrainFiles.seconds(log));
        } catch (IllegalArgumentException e) {
            throw new BadInputException(e.getMessage(), e);
        }
    }
}
