package org.biograd.study.sweep;

import java.util.Optional;
import org.biograd.loihi.placement.Blueprint;
import org.biograd.loihi.placement.Chip;
import org.biograd.loihi.placement.Placement;
import org.biograd.loihi.placement.PlacementException;
import org.biograd.loihi.program.Requirements;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;

/** Where points are on the chip. */
public final class Places {

    private Places() {}

    /**
     * The placement of a network on as few chips as hold it, of 1, 2, 4 ... 64; empty where the program cannot have the
     * profile, or the chips do not hold it.
     */
    public static Optional<Placement> of(Shape shape, Profile profile) {
        if (!Requirements.unmet(profile).isEmpty()) {
            return Optional.empty();
        }
        Blueprint blueprint = new Blueprint(shape, profile, Blueprint.Sleep.CHIP);
        for (int chips = 1; chips <= Chip.MAX_CHIPS; chips *= 2) {
            try {
                return Optional.of(new Placement(blueprint, Chip.loihi(chips)));
            } catch (PlacementException e) {
                // More chips may do.
                continue;
            }
        }
        return Optional.empty();
    }
}
