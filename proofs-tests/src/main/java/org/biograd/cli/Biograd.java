package org.biograd.cli;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.biograd.cli.array.ImportCommand;
import org.biograd.cli.array.RunCommand;
import org.biograd.cli.option.CommandVersion;
import org.biograd.cli.option.Ranges;
import org.biograd.cli.terminal.CommandGroups;
import org.biograd.cli.terminal.OneLineErrors;
import org.biograd.cli.terminal.OutputPaths;
import org.biograd.cli.terminal.Terminal;
import org.biograd.data.DataFolder;
import org.biograd.data.Digits;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The {@code biograd} command. */
@Command(
        name = "biograd",
        mixinStandardHelpOptions = true,
        versionProvider = Biograd.Version.class,
        subcommands = {
            HelpCommand.class,
            ProfileCommand.class,
            AnswerCommand.class,
            CheckCommand.class,
            ConformCommand.class,
            VectorsCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            RunCommand.class
        },
        description = {
            "Trains spiking networks in fixed point, by local eligibility traces, spike-coded errors and Hebbian "
                    + "sleep, "
                    + "and checks every step against the reference."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every check held",
            "1:a check failed",
            "2:bad usage, bad input, or a report that cannot be written",
            "3:an error in biograd itself"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  biograd conform --exec ./my-program",
            "  biograd verify",
            "  biograd verify --profile wide --seed 7 --report wide-7",
            "  biograd profile loihi > mine.profile",
            "  biograd verify --profile mine.profile",
            "",
            "More about a command: biograd help COMMAND"
        })
public final class Biograd implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    private Biograd() {}

    /** The version, for the commands of this package. */
    static final class Version extends CommandVersion {}

    /**
     * Runs the command and ends the process with its exit code.
     *
     * @param arguments what stands after {@code biograd}
     */
    public static void main(String[] arguments) {
        // Plots are drawn into files; without this, macOS would show an application for them.
        System.setProperty("java.awt.headless", "true");
        Terminal terminal = Terminal.ofProcess();
        CommandLine command = commandLine(
                        new VerifyCommand(terminal),
                        new AnglesCommand(Digits::load, terminal),
                        new RefineCommand(Digits::load, terminal),
                        new CostCommand(Digits::load, terminal),
                        DataCommand.commandLine(terminal),
                        new TrainCommand(DataFolder::read, terminal),
                        new TestCommand(DataFolder::read),
                        new TuneCommand(DataFolder::read, terminal),
                        StudyCommand.commandLine(DataFolder::read, terminal),
                        new BenchCommand(DataFolder::read, terminal),
                        RulesCommand.commandLine(DataFolder::read, terminal),
                        new ExplainCommand(DataFolder::read, terminal))
                .setOut(new PrintWriter(System.out, true))
                .setErr(new PrintWriter(System.err, true));
        int code = execute(command, arguments);
        // Both swallow what goes wrong, so that whatever was printed into a full disk would count as said.
        if (command.getOut().checkError() || System.out.checkError()) {
            OneLineErrors.print(command, "standard output cannot be written: is the disk full, or the reader gone?");
            code = code == 0 ? OneLineErrors.BAD_INPUT : code;
        }
        System.exit(code);
    }

    /** Runs a command; even an error of the virtual machine becomes one line and an exit code. */
    static int execute(CommandLine command, String... arguments) {
        // Beside --help an unknown command would go unnoticed, for help of the whole comes first.
        if (arguments.length > 0
                && !arguments[0].startsWith("-")
                && !command.getSubcommands().containsKey(arguments[0])) {
            OneLineErrors.print(command, unknown(command, arguments[0]));
            return OneLineErrors.BAD_INPUT;
        }
        try {
            return command.execute(arguments);
        } catch (OutOfMemoryError e) {
            return OneLineErrors.outOfMemory(command);
        } catch (Error e) {
            return OneLineErrors.internal(command, e);
        }
    }

    private static String unknown(CommandLine command, String name) {
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (String known : command.getSubcommands().keySet()) {
            int distance = distance(name, known);
            if (distance < least) {
                least = distance;
                nearest = known;
            }
        }
        boolean near = nearest != null && 2 * least <= Math.max(name.length(), nearest.length());
        return "unknown command '" + name + "'"
                + (near ? "; did you mean " + nearest + "?" : "")
                + " (see " + command.getCommandSpec().qualifiedName() + " --help)";
    }

    /** How many letters have to be put in, left out or replaced to make one word of another. */
    private static int distance(String a, String b) {
        int[] before = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(row[j - 1], before[j]));
            }
            before = row;
        }
        return before[b.length()];
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(Ranges.shorten(text) + " is not the name of a file or folder");
        }
    }

    /** The whole command, with these commands besides those that need no telling. */
    static CommandLine commandLine(Object... commands) {
        OneLineErrors errors = new OneLineErrors();
        CommandLine whole = new CommandLine(new Biograd());
        for (Object command : commands) {
            whole.addSubcommand(command);
        }
        CommandGroups.list(whole);
        Ranges.check(whole);
        return whole.registerConverter(Path.class, Biograd::path)
                .setExpandAtFiles(false)
                .setExecutionStrategy(parsed -> {
                    OutputPaths.requireDistinct(parsed);
                    return new CommandLine.RunLast().execute(parsed);
                })
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "a command is missing: " + String.join(", ", CommandGroups.names()));
    }
}
