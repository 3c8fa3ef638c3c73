package org.biograd.train;

import java.io.IOException;
import org.biograd.model.Model;

/** Takes what a training can be continued from. */
@FunctionalInterface
public interface Checkpoints {

    /**
     * Keeps a checkpoint.
     *
     * @param checkpoint the network now, with its run; before the first task, and after every epoch
     * @param log the rows of the checkpoint, with the time that each took, which the checkpoint has not
     * @param best whether no epoch before was as good on the validation samples
     * @throws IOException where it cannot be kept: the training then ends
     */
    void keep(Model checkpoint, EpochLog log, boolean best) throws IOException;
}
