package org.biograd.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.biograd.cli.file.ModelFiles;
import org.biograd.cli.option.Ranges;
import org.biograd.cli.terminal.BadInputException;
import org.biograd.cli.terminal.Folders;
import org.biograd.io.OutputFolder;
import org.biograd.model.Export;
import org.biograd.model.Model;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code biograd export}: writes the weights of a network for other programs. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = Biograd.Version.class,
        sortOptions = false,
        description = {
            "Writes the weights of a network as files that other programs read: w1, b1 (the biases), w2, ..., "
                    + "feedback1, ...",
            "",
            "A row of w has the weights from one neuron, a row of feedback those to one neuron.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the files were written",
            "2:bad usage, a damaged model, or a file that cannot be written",
            "3:an error in biograd itself"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  biograd export digits.model --format npy --out weights      (then numpy.load(\"weights/w1.npy\"))",
            "  biograd export digits.model --out weights"
        })
final class ExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL", description = "The file of the network.")
    private Path file;

    @Option(
            names = "--format",
            paramLabel = "csv|npy",
            converter = Formats.class,
            defaultValue = "csv",
            description = "What files. Default: ${DEFAULT-VALUE}.")
    private Export.Format format;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "The folder, made where it is not there yet.")
    private Path folder;

    /** Reads the name of a format. */
    static final class Formats implements ITypeConverter<Export.Format> {
        @Override
        public Export.Format convert(String text) {
            for (Export.Format format : Export.Format.values()) {
                if (format.ending().equals(text)) {
                    return format;
                }
            }
            throw new TypeConversionException(Ranges.shorten(text) + " is none of csv, npy");
        }
    }

    @Override
    public Integer call() throws IOException, BadInputException {
        Model model = ModelFiles.read(file);
        String[] names = Export.names(model, format).toArray(new String[0]);
        Folders.open("--out", folder, path -> OutputFolder.open(path, names));
        Export.write(folder, model, format);
        spec.commandLine().getOut().println(String.join(" ", names));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
