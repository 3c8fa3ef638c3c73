package org.biograd.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.biograd.cli.terminal.BadInputException;
import org.biograd.cli.terminal.OneLineErrors;
import org.biograd.cli.terminal.Problems;
import org.biograd.io.NamedStreams;
import org.biograd.kit.Answers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code biograd answer}: the reference as a filter. */
@Command(
        name = "answer",
        mixinStandardHelpOptions = true,
        versionProvider = Biograd.Version.class,
        description = {
            "Reads cases, one JSON object a line, and writes each with its 'out' computed by the reference.",
            "",
            "Cases are answered one at a time and in order; every line is written before the next one is read. Keys "
                    + "that biograd does "
                    + "not know stay as they are; an 'out' that is already there is replaced. In the place of a case "
                    + "that cannot be "
                    + "answered stands {\"id\":..., \"error\":\"line N: field ...\"}, and the rest is still answered. "
                    + "Empty lines are skipped.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every case was answered",
            "2:a case could not be answered, bad usage, or a file that cannot be read",
            "3:an error in biograd itself"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  biograd answer questions.jsonl > answers.jsonl", "  my-generator | biograd answer | my-comparison"
        })
final class AnswerCommand implements Callable<Integer> {

    private final InputStream in;
    private final OutputStream out;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE|-",
            defaultValue = "-",
            description = "The cases; - or nothing for standard input.")
    private String file;

    /** The command as it is shipped; a reader that has gone away is an error of its output, not silence. */
    AnswerCommand() {
        this(System.in, new FileOutputStream(FileDescriptor.out));
    }

    /** The command with streams exchanged. */
    AnswerCommand(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, BadInputException {
        OutputStream answers = NamedStreams.out(out, "standard output");
        long bad;
        if (file.equals("-")) {
            bad = Answers.write(NamedStreams.in(in, "standard input"), answers);
        } else {
            try (InputStream cases = open(file)) {
                bad = Answers.write(cases, answers);
            }
        }
        if (bad == 0) {
            return 0;
        }
        OneLineErrors.print(
                spec.commandLine(),
                bad + (bad == 1 ? " case was" : " cases were") + " not answered; the output says why");
        return OneLineErrors.BAD_INPUT;
    }

    /** Opens a file of cases, or says that there is none. */
    static InputStream open(String name) throws BadInputException {
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                throw new BadInputException(name + ": a folder; a file of cases is needed", null);
            }
            return NamedStreams.read(path);
        } catch (InvalidPathException e) {
            throw new BadInputException("not the name of a file: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new BadInputException(name + ": " + Problems.reason(e), e);
        }
    }
}
