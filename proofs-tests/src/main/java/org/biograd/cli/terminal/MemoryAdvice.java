package org.biograd.cli.terminal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** What to do when the memory is used up: of what a command was given, and of the options that it has. */
final class MemoryAdvice {

    private static final int MAX_FILES = 3;
    private static final List<String> INPUTS = List.of("--data", "--model", "--from", "--spikes", "--claims");
    private static final Map<String, String> LESS = new LinkedHashMap<>();

    static {
        LESS.put("--threads", "fewer threads (--threads)");
        LESS.put("--hidden", "fewer neurons (--hidden)");
        LESS.put("--shape", "fewer neurons (--shape)");
        LESS.put("--samples", "fewer samples (--samples)");
    }

    private MemoryAdvice() {}

    /** A sentence for a command. */
    static String of(ParseResult command) {
        List<String> files = new ArrayList<>();
        for (ArgSpec argument : command.matchedArgs()) {
            boolean option = argument instanceof OptionSpec;
            String name = option ? ((OptionSpec) argument).longestName() : argument.paramLabel();
            if (!option || INPUTS.contains(name)) {
                files.addAll(argument.stringValues());
            }
        }
        List<String> shown = files.subList(0, Math.min(MAX_FILES, files.size()));
        List<String> less = new ArrayList<>();
        LESS.forEach((option, advice) -> {
            if (command.commandSpec().findOption(option) != null) {
                less.add(advice);
            }
        });
        return "out of memory"
                + (shown.isEmpty() ? "" : " while working on " + String.join(", ", shown))
                + (files.size() > MAX_FILES ? " and others" : "")
                + ": "
                + (less.isEmpty() ? "" : "ask for " + String.join(" or ", less) + ", or ")
                + "give Java more (JDK_JAVA_OPTIONS=-Xmx4g)";
    }
}
