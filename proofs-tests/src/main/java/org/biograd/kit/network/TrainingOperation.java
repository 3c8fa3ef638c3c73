package org.biograd.kit.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.biograd.fixedpoint.Digest;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.run.RateCoded;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.fixedpoint.run.Trainer;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.Json;
import org.biograd.kit.cases.Limits;
import org.biograd.kit.cases.Operation;
import org.biograd.spec.Observer;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;

/**
 * {@code training.digest}: a whole training run, and the digest of all weights after some of its tasks (NET-6 to
 * NET-8). Every weight feeds every later one, so the first checkpoint that differs says where an implementation went
 * astray.
 */
public final class TrainingOperation implements Operation {

    private static final long MOST_WORK = 1L << 30;

    @Override
    public ObjectNode answer(JsonNode params, JsonNode in) throws BadCaseException {
        Profile profile = ProfileFields.read(params);
        long seed = Fields.word(params.path("seed"), "params.seed", Long.MIN_VALUE, Long.MAX_VALUE);
        int epochs = Fields.integer(params.path("epochs"), "params.epochs", 0, 1000);
        int every = Fields.integer(params.path("every"), "params.every", 1, 1_000_000);
        Shape shape = Weights.shape(in);
        int samples = Fields.count(in.path("intensities"), "in.intensities", Limits.VALUES);
        byte[][] intensities = intensities(in.path("intensities"), samples, shape.inputs());
        int[] labels = Fields.ints(in.path("labels"), "in.labels", samples, 0, shape.outputs() - 1);
        requireShort(profile, shape, (long) samples * epochs);
        Network network = StartOperation.open(shape, profile, seed);
        Trainer trainer = new Trainer(network, new RateCoded(intensities, network.seed()), labels);
        ObjectNode out = Json.object();
        ArrayNode checkpoints = out.putArray("checkpoints");
        long seen = 0;
        long sleeps = 0;
        long tasks = 0;
        Schedule schedule = new Schedule(profile, seed, samples, epochs);
        while (schedule.hasNext()) {
            Schedule.Task task = schedule.next();
            trainer.perform(task, Observer.NONE);
            tasks++;
            if (task instanceof Schedule.Batch batch) {
                seen += batch.indices().length;
            } else {
                sleeps++;
            }
            if (tasks % every == 0 || !schedule.hasNext()) {
                ObjectNode checkpoint = checkpoints.addObject();
                checkpoint.put("samples", seen);
                checkpoint.put("sleeps", sleeps);
                checkpoint.put("digest", Digest.of(network));
            }
        }
        out.put("digest", Digest.of(network));
        out.set("events", Weights.events(network));
        return out;
    }

    private static byte[][] intensities(JsonNode node, int samples, int inputs) throws BadCaseException {
        int[][] rows = Fields.ints(node, "in.intensities", samples, inputs, 0, 255);
        byte[][] bytes = new byte[samples][inputs];
        for (int s = 0; s < samples; s++) {
            for (int j = 0; j < inputs; j++) {
                bytes[s][j] = (byte) rows[s][j];
            }
        }
        return bytes;
    }

    private static void requireShort(Profile profile, Shape shape, long samples) throws BadCaseException {
        long synapses = 0;
        for (int l = 1; l <= shape.layers(); l++) {
            synapses += shape.synapses(l);
        }
        long sleepSteps = (long) profile.sleep().steps() * profile.sleep().trajectories() * shape.layers();
        long sleeps = profile.sleep().first()
                + (profile.sleep().every() == 0 ? 0 : samples / profile.sleep().every());
        long steps = samples * profile.time().steps() + Math.min(sleeps, MOST_WORK / sleepSteps) * sleepSteps;
        if (sleeps > MOST_WORK / sleepSteps || steps > MOST_WORK / synapses) {
            throw BadCaseException.field(
                    "params",
                    steps + " steps of " + synapses + " synapses; at most " + MOST_WORK
                            + " synapses times steps are answered");
        }
    }
}
