package org.biograd.kit.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Json;
import org.biograd.kit.cases.Operation;
import org.biograd.model.InvalidModelException;
import org.biograd.model.Model;
import org.biograd.model.ModelReader;
import org.biograd.model.ModelWeights;
import org.biograd.model.WeightBytes;
import org.biograd.spec.Shape;

/** {@code model.read}: whether a model file is admitted (FILE-7), and what is in it (FILE-1 to FILE-4). */
public final class ModelOperation implements Operation {

    @Override
    public ObjectNode answer(JsonNode params, JsonNode in) throws BadCaseException {
        byte[] file = Admission.bytes(in.path("file"), "in.file");
        Model model;
        try {
            model = ModelReader.read("in.file", file);
        } catch (InvalidModelException e) {
            return Admission.of(false);
        }
        ObjectNode out = Admission.of(true);
        Shape shape = model.shape();
        int[] sizes = new int[shape.layers() + 1];
        for (int l = 0; l < sizes.length; l++) {
            sizes[l] = shape.size(l);
        }
        out.set("sizes", Json.of(sizes));
        out.set("seed", Json.word(model.seed()));
        out.put("integers", model.weights() instanceof ModelWeights.Integers);
        out.put("digest", WeightBytes.digest(model.weights()));
        model.run().ifPresent(run -> {
            ObjectNode of = out.putObject("run");
            of.put("fingerprint", HexFormat.of().formatHex(HexFormat.of().parseHex(run.fingerprint())));
            of.put("samples", run.samples()).put("validation", run.validation());
            of.put("epochs", run.state().epoch());
            of.set("sleeps", Json.word(run.state().sleeps()));
            of.put("due", run.state().sleepsDue());
        });
        return out;
    }
}
