package org.biograd.cli.option;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.biograd.cli.terminal.BadInputException;
import org.biograd.study.explain.Choice;
import org.biograd.study.explain.Place;
import picocli.CommandLine.Option;

/** The options that choose whom {@code biograd explain} tells of. */
public final class ExplainOptions {

    @Option(
            names = "--neurons",
            paramLabel = "L.I,...",
            split = ",",
            description = "Neurons to tell of, layer and number: 1.0,2.3. Default: all of a layer of 4 or fewer, "
                    + "else the one with the most to tell.")
    private List<String> neurons = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "J,...",
            split = ",",
            description = "Presynaptic neurons whose synapses to tell of; the bias is the number behind the last. "
                    + "Default: all of 4 or fewer, else the two with the largest eligibility, and the bias.")
    private List<String> presynaptic = new ArrayList<>();

    @Option(
            names = "--steps",
            paramLabel = "A..B",
            defaultValue = "0..999999999",
            description = "Steps to tell of; the end is always told. Default: all.")
    private String steps;

    /** The choice. */
    public Choice choice() throws BadInputException {
        List<Place> chosen = new ArrayList<>();
        for (String text : neurons) {
            if (!text.matches("[0-9]{1,5}\\.[0-9]{1,5}")) {
                throw new BadInputException(
                        "--neurons: " + Ranges.shorten(text) + " is not of the form LAYER.NEURON, for example 1.0",
                        null);
            }
            int dot = text.indexOf('.');
            Place place = Place.of(number(text.substring(0, dot)), number(text.substring(dot + 1)), 0);
            if (!chosen.contains(place)) {
                chosen.add(place);
            }
        }
        chosen.sort(Comparator.comparingInt(Place::layer).thenComparingInt(Place::neuron));
        List<Integer> from = new ArrayList<>();
        for (String text : presynaptic) {
            if (!text.matches("[0-9]{1,5}")) {
                throw new BadInputException(
                        "--from: " + Ranges.shorten(text) + " is not the number of a presynaptic neuron", null);
            }
            from.add(number(text));
        }
        if (!steps.matches("[0-9]{1,9}\\.\\.[0-9]{1,9}")) {
            throw new BadInputException(
                    "--steps: " + Ranges.shorten(steps) + " is not of the form A..B, for example 0..4", null);
        }
        int dots = steps.indexOf("..");
        return new Choice(
                List.copyOf(chosen),
                List.copyOf(from),
                number(steps.substring(0, dots)),
                number(steps.substring(dots + 2)));
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }
}
