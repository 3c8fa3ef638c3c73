package org.biograd.study.bench;

import java.util.List;

/**
 * What was measured.
 *
 * @param settings what was asked for
 * @param machine the machine, as it was before the first pass
 * @param measurements one an activity and network
 */
public record BenchResult(BenchSettings settings, Machine machine, List<Measurement> measurements) {

    /** Copies the measurements. */
    public BenchResult {
        measurements = List.copyOf(measurements);
    }
}
