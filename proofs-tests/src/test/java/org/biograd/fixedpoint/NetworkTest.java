package org.biograd.fixedpoint;

import org.biograd.fixedpoint.run.RateCoded;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.fixedpoint.run.Trainer;
import org.biograd.network.NetworkCase;
import org.biograd.network.NetworkContract;
import org.biograd.spec.Observer;

/** The plain form. */
class NetworkTest extends NetworkContract {

    @Override
    protected IntegerNetwork trained(NetworkCase of) {
        Network network = new Network(of.shape(), of.profile(), of.seed());
        Trainer trainer = new Trainer(network, new RateCoded(of.intensities(), of.seed()), of.labels());
        Schedule schedule = new Schedule(of.profile(), of.seed(), of.labels().length, of.epochs());
        schedule.forEachRemaining(task -> trainer.perform(task, Observer.NONE));
        return network;
    }
}
