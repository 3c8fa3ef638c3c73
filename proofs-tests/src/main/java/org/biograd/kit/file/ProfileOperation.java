package org.biograd.kit.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.biograd.fixedpoint.Network;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.Limits;
import org.biograd.kit.cases.Operation;
import org.biograd.kit.network.ProfileFields;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.InvalidProfileException;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.ProfileReader;

/**
 * {@code profile.read}: whether a text is a profile (PROF-1, PROF-2, PROF-4), and for a shape, or a network that
 * starts, whether it is refused (PROF-2, NET-5).
 */
public final class ProfileOperation implements Operation {

    @Override
    public ObjectNode answer(JsonNode params, JsonNode in) throws BadCaseException {
        String text = Fields.text(in.path("text"), "in.text");
        try {
            Profile profile = ProfileReader.read("in.text", text);
            if (in.has("sizes")) {
                requireShape(profile, params, in);
            }
            ObjectNode out = Admission.of(true);
            out.set("values", ProfileFields.write(profile));
            return out;
        } catch (InvalidProfileException e) {
            return Admission.of(false);
        }
    }

    private static void requireShape(Profile profile, JsonNode params, JsonNode in) throws BadCaseException {
        int[] sizes = Fields.ints(in.path("sizes"), "in.sizes", in.path("sizes").size(), 0, 1 << 20);
        Shape shape;
        try {
            shape = Shape.of(sizes);
            profile.requireFits(shape);
        } catch (InvalidProfileException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new InvalidProfileException("in.sizes", e.getMessage());
        }
        if (params.has("seed")) {
            long seed = Fields.word(params.path("seed"), "params.seed", Long.MIN_VALUE, Long.MAX_VALUE);
            for (int l = 0; l < sizes.length; l++) {
                if (sizes[l] > Limits.NEURONS / 64) {
                    throw BadCaseException.field("in.sizes[" + l + "]", "at most " + Limits.NEURONS / 64 + " start");
                }
            }
            try {
                new Network(shape, profile, seed);
            } catch (InvalidProfileException e) {
                throw e;
            } catch (IllegalArgumentException e) {
                throw new InvalidProfileException("in.sizes", e.getMessage());
            }
        }
    }
}
