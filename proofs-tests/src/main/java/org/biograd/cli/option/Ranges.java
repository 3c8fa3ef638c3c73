package org.biograd.cli.option;

import java.lang.reflect.AnnotatedElement;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** Has the options of a command refuse what is not {@link Within} their range, in words that name the range. */
public final class Ranges {

    private static final int LONGEST = 40;

    private Ranges() {}

    /** Has them checked in a command and in all its subcommands. */
    public static void check(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        // All of them are taken out and put back, so that they keep their order in the help.
        for (OptionSpec option : List.copyOf(spec.options())) {
            spec.remove(option);
            spec.addOption(checked(option));
        }
        for (CommandLine subcommand : command.getSubcommands().values()) {
            check(subcommand);
        }
    }

    private static OptionSpec checked(OptionSpec option) {
        Within range =
                option.userObject() instanceof AnnotatedElement element ? element.getAnnotation(Within.class) : null;
        return range == null
                ? option
                : OptionSpec.builder(option)
                        .converters((ITypeConverter<Integer>) text -> read(text, range.low(), range.high()))
                        .build();
    }

    private static int read(String text, int low, int high) {
        if (text.matches("[0-9]{1,9}")) {
            int value = Integer.parseInt(text);
            if (value >= low && value <= high) {
                return value;
            }
        }
        throw new TypeConversionException(shorten(text) + " is not within " + low + ".." + high);
    }

    /** What was given, in a length fit for a message; in quotes where it is no number. */
    public static String shorten(String text) {
        String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        return shown.matches("-?[0-9]+(\\.\\.\\.)?") ? shown : "'" + shown + "'";
    }
}
