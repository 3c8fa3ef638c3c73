package org.biograd.conform.shrink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.biograd.conform.judge.Leaf;
import org.biograd.fixedpoint.Digest;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.run.RateCoded;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.fixedpoint.run.Trainer;
import org.biograd.fixedpoint.word.Draws;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Json;
import org.biograd.kit.network.ProfileFields;
import org.biograd.spec.DrawStream;
import org.biograd.spec.Observer;
import org.biograd.spec.Rounding;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;
import org.biograd.study.lockstep.Recording;

/** A training run up to one of its tasks, and the cases that this task is by itself. */
final class TaskCases {

    private final ObjectNode question;
    private final Profile profile;
    private final Shape shape;
    private final long seed;
    private final byte[][] intensities;
    private final int[] labels;
    private final Network network;
    private final Schedule.Task task;

    /** A training up to a task, which is not done yet. */
    TaskCases(ObjectNode question, int number) {
        this.question = question;
        JsonNode in = question.path("in");
        try {
            this.profile = ProfileFields.read(question.path("params"));
        } catch (BadCaseException e) {
            throw new IllegalArgumentException(e);
        }
        this.shape = Shape.of(ints(in.path("sizes")));
        this.seed = Leaf.word(question.at("/params/seed"));
        this.intensities = new byte[in.path("intensities").size()][];
        Arrays.setAll(intensities, i -> bytes(in.path("intensities").path(i)));
        this.labels = ints(in.path("labels"));
        this.network = new Network(shape, profile, seed);
        Trainer trainer = new Trainer(network, new RateCoded(intensities, seed), labels);
        Schedule schedule = new Schedule(
                profile, seed, intensities.length, question.at("/params/epochs").asInt());
        for (int done = 0; done < number; done++) {
            trainer.perform(schedule.next(), Observer.NONE);
        }
        this.task = schedule.next();
    }

    private static int[] ints(JsonNode row) {
        int[] values = new int[row.size()];
        Arrays.setAll(values, i -> (int) Leaf.word(row.path(i)));
        return values;
    }

    private static byte[] bytes(JsonNode row) {
        byte[] values = new byte[row.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) row.path(i).asInt();
        }
        return values;
    }

    /** What the task is, in words. */
    String words() {
        if (task instanceof Schedule.Sleep sleep) {
            return "sleep " + sleep.number();
        }
        Schedule.Batch batch = (Schedule.Batch) task;
        int last = batch.indices().length - 1;
        return (last == 0 ? "sample " : "the batch from sample ") + batch.firstSample()
                + (last == 0 ? "" : " to " + (batch.firstSample() + last)) + " in epoch " + batch.epoch() + ", "
                + (last == 0 ? "entry " : "entries ")
                + Arrays.toString(batch.indices()).replaceAll("[\\[\\]]", "")
                + " of the training set";
    }

    /** The case of the network's start. */
    static ObjectNode start(ObjectNode training) {
        ObjectNode start = Json.object();
        start.put("id", training.path("id").asText()).put("op", "network.start");
        ObjectNode params = start.putObject("params");
        params.set("profile", training.at("/params/profile"));
        params.set("seed", training.at("/params/seed"));
        start.putObject("in").set("sizes", training.at("/in/sizes"));
        return start;
    }

    /** The cases that the task is, in the order in which their parts are done. */
    List<ObjectNode> cases() {
        List<ObjectNode> cases = new ArrayList<>();
        if (task instanceof Schedule.Sleep sleep) {
            ObjectNode one = ofNetwork("network.sleep");
            ((ObjectNode) one.path("in")).put("sleep", sleep.number());
            cases.add(one);
            return cases;
        }
        Schedule.Batch batch = (Schedule.Batch) task;
        for (int b = 0; b < batch.indices().length; b++) {
            ObjectNode one = ofNetwork("network.sample");
            int index = batch.indices()[b];
            ObjectNode in = (ObjectNode) one.path("in");
            in.set("intensities", question.at("/in/intensities").path(index));
            in.put("label", labels[index]).put("sample", batch.firstSample() + b);
            cases.add(one);
        }
        for (int l = 1; l <= shape.layers() && batch.indices().length > 1; l++) {
            cases.add(update(batch, l));
        }
        return cases;
    }

    private ObjectNode ofNetwork(String op) {
        ObjectNode one = start(question);
        one.put("op", op);
        ObjectNode in = (ObjectNode) one.path("in");
        ArrayNode w = in.putArray("w");
        ArrayNode b = in.putArray("B");
        for (int l = 1; l <= shape.layers(); l++) {
            w.add(rows(network.weights(l), shape.size(l)));
            if (l < shape.layers()) {
                b.add(rows(network.feedback(l), network.feedback(l).length / shape.size(l)));
            }
        }
        return one;
    }

    private static ArrayNode rows(int[] flat, int columns) {
        ArrayNode rows = Json.array();
        for (int from = 0; from < flat.length; from += columns) {
            rows.add(Json.of(Arrays.copyOfRange(flat, from, from + columns)));
        }
        return rows;
    }

    /** The update of a layer after a batch, from the learning errors and eligibilities of its samples. */
    private ObjectNode update(Schedule.Batch batch, int layer) {
        ObjectNode one = Json.object();
        one.put("id", question.path("id").asText()).put("op", "weight.update");
        ObjectNode params = one.putObject("params");
        JsonNode keys = question.at("/params/profile");
        for (String key : List.of("weight.bits", "error.learningBits", "eligibility.bits")) {
            params.set(key, keys.path(key));
        }
        keys.properties().stream()
                .filter(key -> key.getKey().startsWith("update.")
                        && !key.getKey().equals("update.outputMultiplier")
                        && !key.getKey().equals("update.batch"))
                .forEach(key -> params.set(key.getKey(), key.getValue()));
        if (layer == shape.layers()) {
            params.set("update.hiddenMultiplier", keys.path("update.outputMultiplier"));
        }
        ObjectNode in = one.putObject("in");
        in.set("w", rows(network.weights(layer), shape.size(layer)));
        ArrayNode q = in.putArray("q");
        ArrayNode e = in.putArray("E");
        int last = profile.time().steps() - 1;
        for (int b = 0; b < batch.indices().length; b++) {
            Recording recording = new Recording();
            Network again = network.copy();
            int index = batch.indices()[b];
            again.learn(batch.firstSample() + b, coded(batch.firstSample() + b, index), labels[index], recording);
            q.add(Json.of(recording.get(Signal.LEARNING_ERROR, layer, last)));
            e.add(rows(recording.get(Signal.ELIGIBILITY, layer, last), shape.size(layer)));
        }
        long number = batch.firstSample() + batch.indices().length - 1;
        in.put("sample", number);
        int fraction = profile.update().accumulatorFraction();
        if (profile.update().rounding() == Rounding.STOCHASTIC && fraction > 0) {
            int[] draws = new int[shape.synapses(layer)];
            Draws of = new Draws(seed);
            of.select(DrawStream.WEIGHT, layer, number, 0, fraction);
            Arrays.setAll(draws, s -> (int) of.at(s));
            in.set("draw", rows(draws, shape.size(layer)));
        }
        return one;
    }

    private SpikeTrain coded(long number, int index) {
        SpikeTrain spikes = new SpikeTrain(shape.inputs(), profile.time().steps());
        new RateCoded(intensities, seed).training(number, index, spikes);
        return spikes;
    }

    /** The entry of the training set that was learned in place of the right one, as a digest tells. */
    Optional<Integer> entryOf(String digest) {
        if (!(task instanceof Schedule.Batch batch) || batch.indices().length != 1) {
            return Optional.empty();
        }
        for (int index = 0; index < intensities.length; index++) {
            if (digest.equals(digestAfter(batch.firstSample(), index))) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    /** The number that the sample was given in place of its own, of those that are likely, as a digest tells. */
    Optional<Long> numberOf(String digest) {
        if (!(task instanceof Schedule.Batch batch) || batch.indices().length != 1) {
            return Optional.empty();
        }
        long right = batch.firstSample();
        for (long number : List.of(right % intensities.length, right + 1, Math.max(0, right - 1), 0L)) {
            if (number != right && digest.equals(digestAfter(number, batch.indices()[0]))) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }

    private String digestAfter(long number, int index) {
        Network again = network.copy();
        again.learn(number, coded(number, index), labels[index], Observer.NONE);
        again.update(Observer.NONE);
        return Digest.of(again);
    }
}
