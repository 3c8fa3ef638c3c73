package org.biograd.cli.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong in one line on standard error, whatever went wrong. */
public final class OneLineErrors implements IParameterExceptionHandler, IExecutionExceptionHandler {

    /** Bad usage, bad input or an unwritable report. */
    public static final int BAD_INPUT = 2;

    /** An error that no input should be able to cause. */
    public static final int INTERNAL = 3;

    // Long enough for every message with a long path in it.
    private static final int MAX_LENGTH = 500;

    @Override
    public int handleParseException(ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        print(command, problem(error) + " (see " + command.getCommandSpec().qualifiedName() + " --help)");
        return BAD_INPUT;
    }

    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult arguments) {
        if (ending()) {
            return BAD_INPUT;
        }
        if (error instanceof BadInputException) {
            print(
                    command,
                    error.getMessage() + " (see " + command.getCommandSpec().qualifiedName() + " --help)");
            return BAD_INPUT;
        }
        if (error instanceof IOException) {
            print(command, Problems.describe((IOException) error));
            return BAD_INPUT;
        }
        // From where data are read that were only named before.
        if (error instanceof UncheckedIOException) {
            print(command, Problems.describe(((UncheckedIOException) error).getCause()));
            return BAD_INPUT;
        }
        return internal(command, error);
    }

    /** Tells of an error that no input should be able to cause. */
    public static int internal(CommandLine command, Throwable error) {
        if (ending()) {
            return BAD_INPUT;
        }
        StackTraceElement[] trace = error.getStackTrace();
        print(command, "internal error, please report it: " + error + (trace.length == 0 ? "" : " at " + trace[0]));
        return INTERNAL;
    }

    /** Tells that the memory is used up. */
    public static int outOfMemory(CommandLine command) {
        ParseResult parsed = command.getParseResult();
        CommandLine leaf = command;
        while (parsed != null && parsed.hasSubcommand()) {
            parsed = parsed.subcommand();
            leaf = parsed.commandSpec().commandLine();
        }
        print(
                leaf,
                parsed == null ? "out of memory: give Java more (JDK_JAVA_OPTIONS=-Xmx4g)" : MemoryAdvice.of(parsed));
        return BAD_INPUT;
    }

    /**
     * Whether Java is ending, as after SIGTERM or Ctrl-C: what was taken away from a command by then (its child
     * process, a file on its way) is no error of anybody, and the exit code is that of the signal.
     */
    private static boolean ending() {
        try {
            Runtime.getRuntime().removeShutdownHook(new Thread());
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    /** Prints one line, bearing the name of the command. */
    public static void print(CommandLine command, String message) {
        command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + oneLine(message));
        command.getErr().flush();
    }

    private static String problem(ParameterException error) {
        String message = error.getMessage();
        if (error instanceof UnmatchedArgumentException) {
            List<String> similar = ((UnmatchedArgumentException) error).getSuggestions();
            if (!similar.isEmpty()) {
                return message + "; did you mean " + similar.get(0) + "?";
            }
        }
        return message;
    }

    // Names of files and values of options may hold line ends and terminal controls.
    private static String oneLine(String message) {
        String line = message.replaceAll("\\s*\\R\\s*", " ").replaceAll("\\p{Cntrl}", "?");
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "...";
    }
}
