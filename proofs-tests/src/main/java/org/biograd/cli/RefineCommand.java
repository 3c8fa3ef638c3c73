package org.biograd.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.biograd.cli.option.CommonOptions;
import org.biograd.cli.option.DataSource;
import org.biograd.cli.option.TrainingOptions;
import org.biograd.cli.terminal.BadInputException;
import org.biograd.cli.terminal.OneLineErrors;
import org.biograd.cli.terminal.Progress;
import org.biograd.cli.terminal.Terminal;
import org.biograd.data.DataSet;
import org.biograd.data.Digits;
import org.biograd.fixedpoint.Digest;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.io.ProgressListener;
import org.biograd.loihi.learning.RuleException;
import org.biograd.loihi.program.Requirements;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;
import org.biograd.study.refine.Disagreement;
import org.biograd.study.refine.Refinement;
import org.biograd.study.refine.RefinementTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code biograd refine}: trains the chip-level program and the integer network side by side. */
@Command(
        name = "refine",
        mixinStandardHelpOptions = true,
        versionProvider = Biograd.Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Trains an integer network on handwritten digits, and beside it the same network as a program of the "
                    + "chip's compartments, "
                    + "synapses, traces and learning rules; compares every value of every signal, and stops at the "
                    + "first that differs.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all values are equal",
            "1:a value differs; the message names task, signal, layer, step and index",
            "2:bad usage, or a profile that the program cannot run",
            "3:an error in biograd itself"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  biograd refine --epochs 1", "  biograd refine --profile mine.profile --hidden 16 --seed 7"})
final class RefineCommand implements Callable<Integer> {

    private final DataSource data;
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Mixin
    private TrainingOptions training;

    /** The command on given data. */
    RefineCommand(DataSource data, Terminal terminal) {
        this.data = data;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws BadInputException {
        Profile profile = common.profile();
        List<String> unmet = Requirements.unmet(profile);
        if (!unmet.isEmpty()) {
            throw new BadInputException(
                    "profile " + profile.name() + " does not fit the chip program: " + String.join("; ", unmet), null);
        }
        DataSet digits = Digits.training(data.read());
        Network network;
        Refinement refinement;
        try {
            network =
                    new Network(Shape.of(digits.inputs(), training.hidden(), digits.classes()), profile, common.seed());
            refinement = new Refinement(network, digits.intensities(), digits.labels());
        } catch (IllegalArgumentException e) {
            throw new BadInputException("profile " + profile.name() + ": " + e.getMessage(), e);
        }
        Schedule schedule = new Schedule(profile, common.seed(), digits.size(), training.epochs());
        Optional<Disagreement> found = run(refinement, schedule, (long) training.epochs() * digits.size());
        if (found.isPresent()) {
            OneLineErrors.print(spec.commandLine(), "the chip program differs: " + found.get());
            return 1;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(RefinementTable.of(refinement.compared()));
        out.println("all equal; digest of the weights " + Digest.of(network));
        out.flush();
        return 0;
    }

    private Optional<Disagreement> run(Refinement refinement, Schedule schedule, long samples)
            throws BadInputException {
        ProgressListener progress = Progress.of(
                "refine", common.quiet(), terminal, spec.commandLine().getErr());
        progress.started(samples);
        try {
            while (schedule.hasNext()) {
                Schedule.Task task = schedule.next();
                Optional<Disagreement> found = refinement.perform(task);
                if (found.isPresent()) {
                    return found;
                }
                if (task instanceof Schedule.Batch batch) {
                    progress.advanced(batch.firstSample() + batch.indices().length, "");
                }
            }
            return Optional.empty();
        } catch (RuleException e) {
            // Rates that are halved again and again need smaller and smaller scales.
            throw new BadInputException(
                    "profile " + common.profile().name() + ": a learning rule no longer fits the chip: " + e.problem(),
                    e);
        } finally {
            progress.finished();
        }
    }
}
