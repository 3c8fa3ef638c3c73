package org.biograd.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.biograd.cli.option.DataReader;
import org.biograd.cli.option.ProfileConverter;
import org.biograd.cli.option.QuietOption;
import org.biograd.cli.option.ThreadsOption;
import org.biograd.cli.option.Within;
import org.biograd.cli.terminal.BadInputException;
import org.biograd.cli.terminal.Problems;
import org.biograd.cli.terminal.Progress;
import org.biograd.cli.terminal.Terminal;
import org.biograd.data.TrainingAndTest;
import org.biograd.fixedpoint.rule.Rules;
import org.biograd.fixedpoint.rule.frame.LearningRule;
import org.biograd.io.OutputFolder;
import org.biograd.io.ProgressListener;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;
import org.biograd.study.rules.Cards;
import org.biograd.study.rules.CompareFiles;
import org.biograd.study.rules.CompareSettings;
import org.biograd.study.rules.Comparison;
import org.biograd.study.rules.RuleInputs;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code biograd rules}: other learning rules in the same integers, and a comparison of them. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        versionProvider = Biograd.Version.class,
        description = {
            "Lists the learning rules: their words with widths, what they need, their parameters, and where they "
                    + "depart from their papers.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  biograd rules",
            "  biograd rules compare",
            "  biograd rules compare --rules biograd,ottt-a,ttfs --seeds 2 --epochs 5 --out few"
        })
final class RulesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--profile",
            paramLabel = "NAME|FILE",
            converter = ProfileConverter.class,
            defaultValue = "loihi",
            description = "The profile whose words are listed. Default: ${DEFAULT-VALUE}.")
    private Profile profile;

    private RulesCommand() {}

    /** The command with its own command. */
    static CommandLine commandLine(DataReader data, Terminal terminal) {
        return new CommandLine(new RulesCommand()).addSubcommand(new Compare(data, terminal));
    }

    @Override
    public Integer call() throws BadInputException {
        try {
            spec.commandLine().getOut().print(Cards.of(Shape.of(64, 64, 10), profile));
        } catch (IllegalArgumentException e) {
            throw new BadInputException(e.getMessage(), e);
        }
        spec.commandLine().getOut().flush();
        return 0;
    }

    /** {@code biograd rules compare}. */
    @Command(
            name = "compare",
            mixinStandardHelpOptions = true,
            versionProvider = Biograd.Version.class,
            sortOptions = false,
            description = {
                "Trains every rule on the same samples, with the same weights, draws and updates, and says what each "
                        + "holds, computes and reaches.",
                "",
                "Each finished training is kept in a file: the same command goes on with a comparison that was "
                        + "stopped. The test set is predicted once, at the end of each training. Accuracies of rules "
                        + "of different classes are those of different networks.",
                ""
            },
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:the comparison was made",
                "2:bad usage, bad input, or a file that cannot be written",
                "3:an error in biograd itself"
            })
    static final class Compare implements Callable<Integer> {

        private final DataReader data;
        private final Terminal terminal;

        @Spec
        private CommandSpec spec;

        @Option(
                names = "--rules",
                paramLabel = "A[,B...]",
                split = ",",
                description = "Names of rules, as biograd rules lists them. Default: all.")
        private List<String> rules;

        @Option(
                names = "--data",
                paramLabel = "digits|DIR",
                defaultValue = "digits",
                description = DataReader.DESCRIPTION)
        private String dataName;

        @Option(
                names = "--profile",
                paramLabel = "NAME|FILE",
                converter = ProfileConverter.class,
                defaultValue = "loihi",
                description = "Words and constants; rules give some of its keys values of their own. Default: "
                        + "${DEFAULT-VALUE}.")
        private Profile profile;

        @Option(
                names = "--hidden",
                paramLabel = "N",
                defaultValue = "64",
                description = "Neurons of the hidden layer, 1..65535. Default: ${DEFAULT-VALUE}.")
        @Within(low = 1, high = Shape.MAX_NEURONS)
        private int hidden;

        @Option(
                names = "--epochs",
                paramLabel = "N",
                defaultValue = "5",
                description = "How often each training sample is shown, 1..1000. Default: ${DEFAULT-VALUE}.")
        @Within(low = 1, high = 1000)
        private int epochs;

        @Option(
                names = "--seeds",
                paramLabel = "N",
                defaultValue = "5",
                description = "Trainings of each rule, with seeds 1 to N, 1..100. Default: ${DEFAULT-VALUE}.")
        @Within(low = 1, high = 100)
        private int seeds;

        @Option(
                names = "--validation",
                paramLabel = "N",
                defaultValue = "237",
                description = "The last N training samples are held out, for the learning curves. Default: "
                        + "${DEFAULT-VALUE}.")
        @Within(low = 0, high = 999_999_999)
        private int validation;

        @Option(
                names = "--wide",
                negatable = true,
                defaultValue = "true",
                fallbackValue = "true",
                description = "Has every rule with weights of 16 bits, too. Default: ${DEFAULT-VALUE}.")
        private boolean wide;

        @Option(
                names = "--out",
                paramLabel = "DIR",
                defaultValue = "biograd-rules",
                description = "The folder for rules.md, rules.csv, rules.json, plots and finished trainings. Default: "
                        + "${DEFAULT-VALUE}.")
        private Path out;

        @Mixin
        private ThreadsOption threads;

        @Mixin
        private QuietOption quiet;

        Compare(DataReader data, Terminal terminal) {
            this.data = data;
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws IOException, BadInputException {
            TrainingAndTest samples = data.read(dataName);
            CompareSettings settings;
            Comparison comparison;
            try {
                settings = settings();
                comparison = new Comparison(settings, samples);
            } catch (IllegalArgumentException e) {
                throw new BadInputException(e.getMessage(), e);
            }
            OutputFolder folder = folder();
            ProgressListener progress = Progress.of(
                    "rules", quiet.chosen(), terminal, spec.commandLine().getErr());
            try {
                spec.commandLine()
                        .getOut()
                        .print(CompareFiles.write(comparison, settings, samples, folder, threads.count(), progress));
            } finally {
                progress.finished();
            }
            spec.commandLine().getOut().flush();
            return 0;
        }

        private CompareSettings settings() {
            List<LearningRule> chosen = rules == null
                    ? Rules.all()
                    : rules.stream().map(Rules::named).toList();
            int bits = profile.weight().bits();
            List<Integer> words =
                    wide && bits < RuleInputs.WIDE_WEIGHT ? List.of(bits, RuleInputs.WIDE_WEIGHT) : List.of(bits);
            return new CompareSettings(chosen, profile, hidden, epochs, seeds, validation, words);
        }

        private OutputFolder folder() throws BadInputException {
            try {
                return CompareFiles.open(out);
            } catch (IOException e) {
                throw new BadInputException("--out " + out + ": " + Problems.reason(e), e);
            }
        }
    }
}
