package org.biograd.samples;

import org.biograd.fixedpoint.Digest;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.run.RateCoded;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.fixedpoint.run.Trainer;
import org.biograd.spec.Observer;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;

/** The example of spec/text/library.md: two images, learned and told apart. */
public final class LibraryExample {

    private LibraryExample() {}

    /** Prints the class of each image, and the digest of the weights. */
    public static void main(String[] arguments) {
        Profile profile = Profiles.loihi();
        Network network = new Network(Shape.of(4, 32, 2), profile, 1);
        byte[][] images = {{-1, -1, 0, 0}, {0, 0, -1, -1}}; // bytes without a sign: -1 is 255
        RateCoded source = new RateCoded(images, network.seed());
        Trainer trainer = new Trainer(network, source, new int[] {0, 1});
        Schedule schedule = new Schedule(profile, network.seed(), images.length, 200);
        while (schedule.hasNext()) {
            trainer.perform(schedule.next(), Observer.NONE);
        }
        SpikeTrain spikes = new SpikeTrain(4, profile.time().steps());
        for (int i = 0; i < images.length; i++) {
            source.test(i, spikes);
            System.out.println("image " + i + " is of class " + network.predict(spikes));
        }
        System.out.println(Digest.of(network));
    }
}
