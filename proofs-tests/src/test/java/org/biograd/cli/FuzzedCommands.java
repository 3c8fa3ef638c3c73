package org.biograd.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.biograd.data.InvalidDataException;
import org.biograd.fuzz.Target;
import org.biograd.spec.profile.ProfileReader;
import org.biograd.spec.profile.Profiles;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Command lines of options that there are, with values that nobody should give. There are no data, so that no work
 * begins that takes long; all that is checked before is reached. {@code answer} is left out, whose streams are those of
 * the process; what it reads has a target of its own.
 */
public final class FuzzedCommands implements Target {

    private static final String PRECIOUS = "three months of work";
    private static final Set<String> OUTPUTS =
            Set.of("--out", "--best", "--log", "--report", "--json", "--csv", "--html", "--chart");
    private static final List<String> FILES = List.of(
            "precious",
            "new",
            "no/such/folder",
            "folder",
            "link",
            "dangling",
            "",
            ".",
            "mine.profile",
            "s.search",
            "x\ny",
            "-");
    private static final List<String> VALUES = List.of(
            "",
            "0",
            "1",
            "2",
            "-1",
            "3",
            "007",
            "64",
            "65536",
            "999999999",
            "9999999999",
            "1e9",
            "0.5",
            "NaN",
            "0x",
            "0xff",
            "a=b",
            "=",
            "update.shift=5",
            "update.shift=99",
            "loihi",
            "tiny",
            "digits",
            "nosuch",
            "integer",
            "float",
            "csv",
            "npy",
            "1,2,3",
            "1..2",
            "9..1",
            "64-10",
            "1-",
            "all",
            "word.wrap",
            "decay",
            "--",
            "@file",
            "\u0000",
            "\ud800",
            "x\ny\u001b[31m",
            "y".repeat(5000),
            "true",
            "ottt",
            "*");
    private static final List<String> PROGRAMS =
            List.of("true", "false", "cat", "/nonexistent", "''", "\"open", "sh -c 'echo {}'");

    private final Path folder;
    private final List<CommandLine> leaves = new ArrayList<>();

    /** Commands that write into a folder. */
    public FuzzedCommands(Path folder) {
        this.folder = folder;
        collect(new CommandRun().commandLine());
    }

    private void collect(CommandLine command) {
        if (!command.getCommandName().equals("answer")) {
            leaves.add(command);
            command.getSubcommands().values().forEach(this::collect);
        }
    }

    @Override
    public String name() {
        return "command";
    }

    @Override
    public int share() {
        return 40;
    }

    @Override
    public byte[] make(SplittableRandom random) {
        CommandLine leaf = leaves.get(random.nextInt(leaves.size()));
        String full = leaf.getCommandSpec().qualifiedName(" ");
        List<String> words = new ArrayList<>(List.of(full.split(" ")));
        words.remove(0);
        List<OptionSpec> options = leaf.getCommandSpec().options();
        for (int n = random.nextInt(6); n > 0; n--) {
            option(words, options.get(random.nextInt(options.size())), random);
        }
        if (!leaf.getCommandSpec().positionalParameters().isEmpty() && random.nextInt(5) != 0) {
            words.add(random.nextBoolean() ? file(random) : any(VALUES, random));
        }
        if (random.nextInt(6) == 0) {
            words.add(random.nextInt(words.size() + 1), any(VALUES, random));
        }
        // What an option leaves out goes where the command was started: into the sources.
        for (OptionSpec option : options) {
            if (OUTPUTS.contains(option.longestName()) && !words.contains(option.longestName())) {
                if (option.defaultValue() != null
                        || option.required() && random.nextInt(8) != 0
                        || option.longestName().equals("--report")) {
                    words.add(option.longestName());
                    words.add(folder.resolve(any(FILES, random).replace("-", "new"))
                            .toString());
                }
            }
        }
        if (full.endsWith(" generate")) {
            words.addAll(List.of("--cases", "2"));
        }
        if (full.endsWith(" conform")) {
            words.addAll(
                    List.of("--exec", any(PROGRAMS, random), "--cases", "1", "--ops", "word.wrap", "--timeout", "20"));
        }
        return String.join("\u0001", words).getBytes(StandardCharsets.UTF_8);
    }

    private void option(List<String> words, OptionSpec option, SplittableRandom random) {
        String name = option.longestName();
        words.add(name);
        if (OUTPUTS.contains(name) && option.arity().max() > 0) {
            String file = any(FILES, random);
            // What goes to standard output goes past the stream of the test in one command.
            words.add(
                    file.equals("-") || file.isEmpty()
                            ? folder.resolve("new").toString()
                            : folder.resolve(file).toString());
        } else if (option.arity().max() > 0) {
            words.add(random.nextInt(4) == 0 ? file(random) : any(VALUES, random));
        }
    }

    private String file(SplittableRandom random) {
        return folder.resolve(any(FILES, random)).toString();
    }

    private static String any(List<String> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }

    @Override
    public void read(byte[] input) throws IOException {
        furnish();
        CommandRun run = new CommandRun();
        run.data = () -> {
            throw new InvalidDataException("there are no data");
        };
        run.reader = name -> {
            throw new InvalidDataException("there are no data in " + name);
        };
        run.run(new String(input, StandardCharsets.UTF_8).split("\u0001", -1));
        assertTrue(run.code >= 0 && run.code <= 2, run.code + ": " + run.err);
        assertTrue(run.code != 2 || !run.err.isEmpty() || run.out.contains("error"), "nothing said");
        for (String line : run.err.lines().toList()) {
            assertTrue(line.startsWith("biograd"), line);
            assertFalse(line.contains("Exception") || line.contains("internal error"), line);
        }
        assertEquals(PRECIOUS, Files.readString(folder.resolve("precious")));
        try (Stream<Path> files = Files.walk(folder)) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.getFileName().toString().matches("\\..*(tmp|lock|trial)"))
                            .toList());
        }
    }

    /** The folder as it is before each command. */
    private void furnish() throws IOException {
        if (Files.exists(folder)) {
            List<Path> all;
            try (Stream<Path> files = Files.walk(folder)) {
                all = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : all) {
                Files.delete(file);
            }
        }
        Files.createDirectories(folder.resolve("folder"));
        Files.writeString(folder.resolve("precious"), PRECIOUS);
        Files.writeString(folder.resolve("mine.profile"), ProfileReader.write(Profiles.tiny()));
        Files.writeString(
                folder.resolve("s.search"),
                "hidden = 2\ncandidates = 1\nvalidation = 9\nrungs = 9 samples\nupdate.shift = 2..6\n");
        Files.createSymbolicLink(folder.resolve("link"), Path.of("mine.profile"));
        Files.createSymbolicLink(folder.resolve("dangling"), Path.of("nowhere"));
    }

    /** The names of the commands that it starts. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        leaves.forEach(leaf -> names.add(leaf.getCommandName()));
        return names;
    }
}
