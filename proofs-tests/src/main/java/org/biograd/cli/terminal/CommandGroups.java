package org.biograd.cli.terminal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The commands in groups by who uses them, in the order of the help: what is most used comes first. */
public final class CommandGroups {

    private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put("Is an implementation right, bit by bit?", List.of("conform", "check", "answer", "vectors"));
        GROUPS.put(
                "What does an arithmetic do?",
                List.of("verify", "profile", "angles", "rules", "study", "tune", "cost", "refine", "bench"));
        GROUPS.put("What happens in a network?", List.of("explain"));
        GROUPS.put("Train and use networks", List.of("train", "test", "run", "import", "export", "data"));
        GROUPS.put("Help", List.of("help"));
    }

    private CommandGroups() {}

    /** All commands, in the order of the groups. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        GROUPS.values().forEach(names::addAll);
        return names;
    }

    /** Has the help of a command list its commands so. */
    public static void list(CommandLine command) {
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, CommandGroups::text);
    }

    private static String text(Help help) {
        StringBuilder text = new StringBuilder();
        GROUPS.forEach((title, names) -> {
            Map<String, Help> group = new LinkedHashMap<>();
            for (String name : names) {
                group.put(name, help.subcommands().get(name));
            }
            text.append(System.lineSeparator())
                    .append(title)
                    .append(System.lineSeparator())
                    .append(help.commandList(group));
        });
        return text.toString();
    }
}
