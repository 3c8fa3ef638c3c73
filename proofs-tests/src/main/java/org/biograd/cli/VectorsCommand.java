package org.biograd.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.biograd.cli.option.ProfileConverter;
import org.biograd.cli.option.Ranges;
import org.biograd.cli.option.SeedConverter;
import org.biograd.cli.option.Within;
import org.biograd.cli.terminal.BadInputException;
import org.biograd.cli.terminal.Problems;
import org.biograd.io.NamedStreams;
import org.biograd.kit.CaseStream;
import org.biograd.kit.Generators;
import org.biograd.kit.VectorFiles;
import org.biograd.kit.generate.Flag;
import org.biograd.kit.hex.HexRows;
import org.biograd.spec.profile.Profile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code biograd vectors}: makes the cases that another implementation is to be checked with. */
@Command(
        name = "vectors",
        mixinStandardHelpOptions = true,
        versionProvider = Biograd.Version.class,
        subcommands = {VectorsCommand.Generate.class, VectorsCommand.ListAll.class},
        description = {
            "Makes cases with their answers: directed ones for every known way to get an operation wrong, and random "
                    + "ones.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  biograd vectors list",
            "  biograd vectors generate round.shift --out -",
            "  biograd vectors generate all --seed 7 --cases 10000 --out vectors --hex"
        })
final class VectorsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "a command is missing: " + String.join(", ", spec.subcommands().keySet()));
    }

    /** {@code biograd vectors generate}. */
    @Command(
            name = "generate",
            mixinStandardHelpOptions = true,
            versionProvider = Biograd.Version.class,
            description = {
                "Writes OP.jsonl with its cases, one JSON object a line, and manifest.json with their numbers and "
                        + "SHA-256.",
                "",
                "The directed cases of an operation come first and are always the same; random ones follow. Equal "
                        + "arguments write equal bytes.",
                ""
            },
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:everything was written",
                "2:bad usage, or a file that cannot be written",
                "3:an error in biograd itself"
            })
    static final class Generate implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Parameters(
                arity = "1",
                paramLabel = "OP|all",
                description = "The operation, or all of them; biograd vectors list names them.")
        private String op;

        @Option(
                names = "--cases",
                paramLabel = "N",
                description = "Cases of an operation, 1..999999999. Default: its directed ones and 100 random ones.")
        @Within(low = 1, high = 999_999_999)
        private Integer cases;

        @Option(
                names = "--seed",
                paramLabel = "N",
                converter = SeedConverter.class,
                defaultValue = "1",
                description = "Seed of the random cases, 64 bits. Default: ${DEFAULT-VALUE}.")
        private long seed;

        @Option(
                names = "--profile",
                paramLabel = "NAME|FILE",
                converter = ProfileConverter.class,
                description = "Profile whose parameters the random cases have. Default: random ones.")
        private Profile profile;

        @Option(
                names = "--out",
                paramLabel = "DIR|-",
                defaultValue = "vectors",
                description = "Where the files go; - writes the cases of one operation to standard output. Default: "
                        + "${DEFAULT-VALUE}.")
        private String out;

        @Option(names = "--hex", description = "Also writes OP.hex for $readmemh, of the operations of levels 0 and 1.")
        private boolean hex;

        @Override
        public Integer call() throws IOException, BadInputException {
            Collection<String> ops = op.equals("all") ? Generators.operations() : List.of(op);
            if (!Generators.operations().containsAll(ops)) {
                throw new BadInputException(
                        "no operation " + Ranges.shorten(op) + "; there are all, "
                                + String.join(", ", Generators.operations()),
                        null);
            }
            if (out.equals("-")) {
                if (ops.size() > 1 || hex) {
                    throw new BadInputException(
                            "--out -: one operation, without --hex, fits standard output; name one, or a folder", null);
                }
                OutputStream stream = new BufferedOutputStream(
                        NamedStreams.out(new FileOutputStream(FileDescriptor.out), "standard output"), 1 << 16);
                VectorFiles.write(Generators.stream(op, count(op), seed, profile), stream);
                stream.flush();
                return 0;
            }
            try {
                VectorFiles files = new VectorFiles(Path.of(out));
                for (String each : ops) {
                    files.add(each, count(each), seed, profile);
                    if (hex && HexRows.operations().contains(each)) {
                        files.addHex(each, count(each), seed, profile);
                    }
                }
                files.finish();
            } catch (IOException e) {
                throw new BadInputException("--out " + out + ": " + Problems.reason(e), e);
            }
            return 0;
        }

        private long count(String each) {
            return cases == null ? Generators.directed(each) + 100L : cases;
        }
    }

    /** {@code biograd vectors list}. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            versionProvider = Biograd.Version.class,
            description = {"Names the operations with their levels and clauses, and the flags with what they mean.", ""
            })
    static final class ListAll implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            for (String op : Generators.operations()) {
                Set<String> clauses = new TreeSet<>();
                CaseStream directed = Generators.stream(op, Generators.directed(op), 0, null);
                while (directed.advance()) {
                    clauses.addAll(directed.clauses());
                }
                print(op + ": level " + Generators.level(op) + ", " + Generators.directed(op) + " directed cases, "
                        + String.join(" ", clauses));
            }
            print("");
            for (Flag flag : Flag.values()) {
                print(flag.symbol() + ": " + flag.bug() + ". Seen: " + flag.effect() + ". Likely: " + flag.meaning()
                        + ".");
            }
            return 0;
        }

        private void print(String line) {
            spec.commandLine().getOut().println(line);
        }
    }
}
