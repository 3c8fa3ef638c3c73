package org.biograd.kit.generate.file;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.biograd.kit.cases.Json;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.Flag;
import org.biograd.kit.generate.Generator;
import org.biograd.kit.generate.ProfileChange;
import org.biograd.kit.generate.Question;
import org.biograd.spec.profile.Profile;

/** {@code model.read}. */
public final class ModelCases implements Generator {

    @Override
    public List<Question> directed() {
        List<Question> all = new ArrayList<>();
        for (String path : new String[] {"DIRECT", "LAYERWISE"}) {
            Profile profile = ProfileChange.small("feedback.path", path);
            all.add(question(sound(profile, new int[] {2, 3, 2, 4}, true, 0, false, 1)
                            .file())
                    .flags(Flag.PLAIN, Flag.LAYERS)
                    .comment("integers, " + path));
        }
        all.add(question(sound(ProfileChange.SMALL, new int[] {2, 3, 2}, false, 0, false, 2)
                        .file())
                .flags(Flag.PLAIN)
                .comment("double precision"));
        for (int epochs = 0; epochs < 3; epochs++) {
            all.add(question(sound(ProfileChange.SMALL, new int[] {2, 3, 2}, true, epochs, true, 3)
                            .file())
                    .flags(Flag.PLAIN)
                    .comment("a checkpoint after " + epochs + " epochs"));
        }
        byte[] file =
                sound(ProfileChange.SMALL, new int[] {1, 2}, true, 0, false, 4).file();
        file[file.length - 1] ^= 1;
        all.add(question(file).flags(Flag.FORM).comment("refused: a checksum that does not fit"));
        all.add(question(new byte[0]).flags(Flag.SMALL).comment("refused: nothing"));
        return all;
    }

    private static ModelBytes sound(Profile profile, int[] sizes, boolean integers, int epochs, boolean run, int n) {
        Dice dice = new Dice(0, "model", n);
        return new ModelBytes(profile, sizes, integers).write(dice.bits(), epochs, run, dice);
    }

    private static Question question(byte[] file) {
        return Question.of("FILE-1", "FILE-2", "FILE-3", "FILE-4", "FILE-6", "FILE-7")
                .in(
                        "file",
                        Json.object()
                                .put("file", HexFormat.of().formatHex(file))
                                .get("file"));
    }

    @Override
    public Question random(Dice dice, Profile profile) {
        Profile of = ProfileChange.small(
                "feedback.path", dice.oneIn(2) ? "DIRECT" : "LAYERWISE",
                "sleep.first", Integer.toString(dice.below(3)),
                "sleep.every", Integer.toString(dice.below(4)),
                "update.batch", Integer.toString(dice.between(1, 3)),
                "feedback.bits", Integer.toString(dice.width(6, 9)));
        int[] sizes = new int[dice.between(2, 4)];
        for (int l = 0; l < sizes.length; l++) {
            sizes[l] = dice.between(1, 3);
        }
        ModelBytes model =
                new ModelBytes(of, sizes, !dice.oneIn(4)).write(dice.bits(), dice.below(4), dice.oneIn(2), dice);
        switch (dice.below(8)) {
            case 0, 1, 2, 3 -> model.change(dice);
            case 4 -> model.changeByte(dice);
            case 5 -> model.resize(dice);
            default -> {
                // A sound one.
            }
        }
        byte[] file = model.file();
        return question(dice.oneIn(12) ? Damage.any(file, dice) : file).flags(Flag.RANDOM);
    }
}
