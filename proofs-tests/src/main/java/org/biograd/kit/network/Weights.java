package org.biograd.kit.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Draws;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.Json;
import org.biograd.kit.cases.Limits;
import org.biograd.kit.layer.Rows;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.FeedbackParameters;
import org.biograd.spec.profile.InvalidProfileException;
import org.biograd.spec.profile.Profile;

/** Shape and weights of the networks in cases. */
public final class Weights {

    private static final long MOST_SYNAPSES = 1L << 20;

    private Weights() {}

    /** The shape that {@code in.sizes} gives. */
    public static Shape shape(JsonNode in) throws BadCaseException {
        JsonNode node = in.path("sizes");
        if (!node.isArray() || node.size() < 2 || node.size() > Shape.MAX_LAYERS) {
            throw Fields.wrong(
                    node,
                    "in.sizes",
                    "2.." + Shape.MAX_LAYERS + " sizes are needed, the inputs first, the outputs last");
        }
        int[] sizes = Fields.ints(node, "in.sizes", node.size(), 1, Limits.NEURONS);
        long synapses = 0;
        for (int l = 1; l < sizes.length; l++) {
            synapses += (sizes[l - 1] + 1L) * sizes[l] + (long) sizes[l] * sizes[sizes.length - 1];
        }
        if (synapses > MOST_SYNAPSES) {
            throw BadCaseException.field(
                    "in.sizes", synapses + " synapses; at most " + MOST_SYNAPSES + " are answered");
        }
        return Shape.of(sizes);
    }

    /** Requires that a case does not run too long: so many synapses times steps. */
    public static void requireSmall(Profile profile, Shape shape) throws BadCaseException {
        long synapses = 0;
        for (int l = 1; l <= shape.layers(); l++) {
            synapses += shape.synapses(l);
        }
        int steps = profile.time().steps();
        if (synapses * steps > Limits.SIGNALS) {
            throw BadCaseException.field(
                    "in.sizes",
                    synapses + " synapses in " + steps + " steps; at most " + Limits.SIGNALS
                            + " synapses times steps are answered");
        }
    }

    /** A network that has not drawn its weights but takes them, and its draws, from a case. */
    static Network network(Shape shape, Profile profile, JsonNode params, JsonNode in) throws BadCaseException {
        FeedbackParameters feedback = profile.feedback();
        Supplier<DrawSource> draws = drawing(params, in);
        Network network;
        try {
            network = new Network(shape, ProfileFields.startingAtRandom(profile), 0, draws);
        } catch (InvalidProfileException e) {
            throw new BadCaseException("field params.profile." + e.getMessage());
        }
        int most = (1 << profile.weight().bits() - 1) - 1;
        JsonNode w = Fields.array(in.path("w"), "in.w", shape.layers(), "matrix a layer");
        for (int l = 1; l <= shape.layers(); l++) {
            int[][] rows = Fields.ints(
                    w.get(l - 1), "in.w[" + (l - 1) + "]", shape.size(l - 1) + 1, shape.size(l), -most, most);
            System.arraycopy(Rows.flat(rows), 0, network.weights(l), 0, shape.synapses(l));
        }
        int largest = (1 << feedback.bits() - 1) - 1;
        JsonNode b = Fields.array(in.path("B"), "in.B", shape.layers() - 1, "matrix a hidden layer");
        for (int l = 1; l < shape.layers(); l++) {
            int[] live = network.feedback(l);
            int size = shape.size(l);
            int[][] rows =
                    Fields.ints(b.get(l - 1), "in.B[" + (l - 1) + "]", size, live.length / size, -largest, largest);
            System.arraycopy(Rows.flat(rows), 0, live, 0, live.length);
        }
        return network;
    }

    /** The draws of a case: those of a seed (DRAW-2), or those that it gives. */
    static Supplier<DrawSource> drawing(JsonNode params, JsonNode in) throws BadCaseException {
        if (!params.has("seed")) {
            return () -> new CaseDraws(in.path("draws"));
        }
        long seed = Fields.word(params.path("seed"), "params.seed", Long.MIN_VALUE, Long.MAX_VALUE);
        return () -> new Draws(seed);
    }

    /** All forward weights, [layer][row][neuron]. */
    static ArrayNode forward(Network network) {
        ArrayNode w = Json.array();
        for (int l = 1; l <= network.shape().layers(); l++) {
            w.add(Rows.of(network.weights(l), network.shape().size(l)));
        }
        return w;
    }

    /** All feedback weights, [hidden layer][neuron][neuron that it hears]. */
    static ArrayNode feedback(Network network) {
        ArrayNode b = Json.array();
        for (int l = 1; l < network.shape().layers(); l++) {
            b.add(Rows.of(
                    network.feedback(l),
                    network.feedback(l).length / network.shape().size(l)));
        }
        return b;
    }

    /** The events that there were, by the symbol of the signal. */
    static ObjectNode events(Network network) {
        ObjectNode events = Json.object();
        for (Signal signal : Signal.values()) {
            if (network.events().count(signal) > 0) {
                events.put(signal.symbol(), network.events().count(signal));
            }
        }
        return events;
    }
}
