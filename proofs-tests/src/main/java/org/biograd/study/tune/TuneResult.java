package org.biograd.study.tune;

import java.util.List;
import java.util.Map;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;

/**
 * What a search found.
 *
 * @param search what was searched
 * @param data what the data are, for people
 * @param shape the network
 * @param trainingSamples the training samples without those held out
 * @param candidates all candidates, by number; those that were refused say why
 * @param rungs what was found at each rung, the best candidate first
 * @param logDigest the SHA-256 of the log, 64 hexadecimal digits
 */
public record TuneResult(
        Search search,
        String data,
        Shape shape,
        int trainingSamples,
        List<Candidate> candidates,
        List<List<RungResult>> rungs,
        String logDigest) {

    /** What the best candidate was found to be worth at the last rung. */
    public RungResult best() {
        return rungs.get(rungs.size() - 1).get(0);
    }

    /** The best profile. */
    public Profile profile() {
        return candidates.get(best().candidate()).profile().orElseThrow();
    }

    /** Its accuracy on the validation samples, in percent. */
    public double accuracy(RungResult evaluation) {
        return 100.0 * evaluation.right() / search.validation();
    }

    /** The values that a candidate has, those of the base profile where it has no others. */
    public Map<String, String> values(Candidate candidate) {
        return search.values(candidate);
    }
}
