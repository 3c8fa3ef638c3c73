package org.biograd.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.biograd.io.Links;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Refuses a command that would write one file twice, or one that it reads: by another spelling, through a link or as
 * another name of the same file, too. It is asked before anything is written, of every command.
 */
public final class OutputPaths {

    private static final Set<String> OUTPUTS =
            Set.of("--out", "--best", "--log", "--report", "--json", "--csv", "--html", "--chart");
    private static final Set<String> INPUTS = Set.of("--profile");
    private static final String DATA = "--data";

    /** Names of the files of MNIST and of N-MNIST. */
    private static final Pattern DATA_FILE = Pattern.compile("(t10k|train)-.*ubyte.*|.*\\.bin");

    private record Named(String name, Path path) {}

    private OutputPaths() {}

    /**
     * Compares all paths of a command.
     *
     * @throws ParameterException where an output is the same file as another output or an input
     */
    public static void requireDistinct(ParseResult parsed) {
        ParseResult leaf = parsed;
        while (leaf.hasSubcommand()) {
            leaf = leaf.subcommand();
        }
        List<Named> outputs = new ArrayList<>();
        List<Named> inputs = new ArrayList<>();
        List<Named> data = new ArrayList<>();
        for (ArgSpec argument : leaf.matchedArgs()) {
            String name = argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
            boolean path = argument.type() == Path.class || argument.auxiliaryTypes()[0] == Path.class;
            // As --json is here a file and there none.
            boolean text = argument.type() == String.class;
            if ((path || text) && OUTPUTS.contains(name)) {
                add(outputs, name, argument);
            } else if (path || INPUTS.contains(name)) {
                add(inputs, name, argument);
            } else if (name.equals(DATA)) {
                add(data, name, argument);
            }
        }
        requireNoData(leaf, outputs, data);
        for (int a = 0; a < outputs.size(); a++) {
            for (Named other : concatenated(outputs.subList(a + 1, outputs.size()), inputs)) {
                if (same(outputs.get(a).path, other.path)) {
                    throw new ParameterException(
                            leaf.commandSpec().commandLine(),
                            outputs.get(a).name + " " + outputs.get(a).path + " and " + other.name + " " + other.path
                                    + " are the same file; two different ones are needed");
                }
            }
        }
    }

    private static void requireNoData(ParseResult command, List<Named> outputs, List<Named> data) {
        for (Named output : outputs) {
            Path file = Links.real(output.path);
            for (Named folder : data) {
                if (file.startsWith(Links.real(folder.path))
                        && Files.isRegularFile(file)
                        && DATA_FILE.matcher(file.getFileName().toString()).matches()) {
                    throw new ParameterException(
                            command.commandSpec().commandLine(),
                            output.name + " " + output.path + " is a file of " + DATA + " " + folder.path
                                    + "; another one is needed");
                }
            }
        }
    }

    private static List<Named> concatenated(List<Named> some, List<Named> others) {
        List<Named> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static void add(List<Named> paths, String name, ArgSpec argument) {
        for (String text : argument.stringValues()) {
            try {
                if (!text.isEmpty() && !text.equals("-")) {
                    paths.add(new Named(name, Path.of(text)));
                }
            } catch (InvalidPathException e) {
                // No path, so no file that could be lost.
                continue;
            }
        }
    }

    private static boolean same(Path a, Path b) {
        if (Links.real(a).equals(Links.real(b))) {
            return true;
        }
        try {
            return Files.exists(a) && Files.exists(b) && Files.isSameFile(a, b);
        } catch (IOException e) {
            return false;
        }
    }
}
