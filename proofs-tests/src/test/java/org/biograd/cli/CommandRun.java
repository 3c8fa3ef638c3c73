package org.biograd.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.biograd.cli.option.DataReader;
import org.biograd.cli.option.DataSource;
import org.biograd.cli.terminal.Terminal;
import org.biograd.data.DataFolder;
import org.biograd.data.Digits;
import org.biograd.study.verify.SampleResult;
import picocli.CommandLine;

/** Runs the command with captured streams, around a verifier that gives a result made by hand. */
final class CommandRun {

    /** What the verifier finds. */
    final SampleResult result = new SampleResult();

    /** How to verify. */
    Verifier verifier = (profile, training, test, settings) -> progress -> result.build();

    /** Where the samples come from. */
    DataSource data = Digits::load;

    /** Where the samples come from that are named. */
    DataReader reader = DataFolder::read;

    /** Whether standard error is a terminal. */
    boolean interactive;

    /** Exit code of the last run. */
    int code;

    /** Standard output of the last run. */
    String out;

    /** Standard error of the last run. */
    String err;

    /** What the terminal showed in the last run, besides lines. */
    String terminal;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    /** What the terminal shows now. */
    String screen() {
        return screen.toString(StandardCharsets.UTF_8);
    }

    /** The whole command. */
    CommandLine commandLine() {
        PrintStream stream = new PrintStream(screen, true, StandardCharsets.UTF_8);
        Terminal shown = new Terminal(stream, interactive, 80);
        return Biograd.commandLine(
                new VerifyCommand(verifier, data, shown),
                new AnglesCommand(data, shown),
                new RefineCommand(data, shown),
                new CostCommand(data, shown),
                DataCommand.commandLine(shown),
                new TrainCommand(reader, shown),
                new TestCommand(reader),
                new TuneCommand(reader, shown),
                StudyCommand.commandLine(reader, shown),
                new BenchCommand(reader, shown),
                RulesCommand.commandLine(reader, shown),
                new ExplainCommand(reader, shown));
    }

    CommandRun run(String... arguments) {
        StringWriter outText = new StringWriter();
        StringWriter errText = new StringWriter();
        screen.reset();
        CommandLine command = commandLine().setOut(new PrintWriter(outText)).setErr(new PrintWriter(errText));
        code = Biograd.execute(command, arguments);
        out = outText.toString();
        err = errText.toString();
        terminal = screen();
        return this;
    }
}
