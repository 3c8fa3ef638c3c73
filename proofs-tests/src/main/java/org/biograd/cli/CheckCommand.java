package org.biograd.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.biograd.cli.terminal.BadInputException;
import org.biograd.cli.terminal.OneLineErrors;
import org.biograd.cli.terminal.Problems;
import org.biograd.kit.Checks;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code biograd check}: recomputes cases and compares. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Biograd.Version.class,
        description = {
            "Reads cases with their 'out', one JSON object a line, computes it anew, and compares.",
            "",
            "How many cases of each operation and of each clause passed goes to standard output. The first difference "
                    + "of every case, and "
                    + "every line that cannot be checked, goes to standard error.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every case passed",
            "1:a case differs, and every line could be checked",
            "2:a line could not be checked, whether or not cases differ; a file without a case; bad usage",
            "3:an error in biograd itself"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  biograd check cases.jsonl", "  biograd check layer.jsonl network.jsonl sleep.jsonl"})
final class CheckCommand implements Callable<Integer> {

    // Whoever has more than these will want to mend the first ones first.
    private static final int MAX_MESSAGES = 100;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The cases.")
    private List<String> files;

    private int messages;

    @Override
    public Integer call() {
        CommandLine command = spec.commandLine();
        Checks checks = new Checks(new Checks.Listener() {
            @Override
            public void differs(String message) {
                say(message);
            }

            @Override
            public void malformed(String message) {
                say(message);
            }
        });
        boolean unreadable = false;
        for (String file : files) {
            try (InputStream in = AnswerCommand.open(file)) {
                checks.file(file, in);
            } catch (BadInputException e) {
                unreadable = true;
                OneLineErrors.print(command, e.getMessage());
            } catch (IOException e) {
                unreadable = true;
                OneLineErrors.print(command, file + ": " + Problems.reason(e));
            }
        }
        checks.summary().forEach(command.getOut()::println);
        command.getOut().flush();
        if (messages > MAX_MESSAGES) {
            OneLineErrors.print(command, (messages - MAX_MESSAGES) + " more differences and bad lines are not shown");
        }
        if (unreadable || checks.malformed() > 0) {
            return OneLineErrors.BAD_INPUT;
        }
        return checks.differing() > 0 ? 1 : 0;
    }

    private void say(String message) {
        if (messages++ < MAX_MESSAGES) {
            OneLineErrors.print(spec.commandLine(), message);
        }
    }
}
