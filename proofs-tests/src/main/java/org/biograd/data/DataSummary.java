package org.biograd.data;

import java.io.IOException;
import java.util.function.LongConsumer;

/**
 * What a set of samples holds; made by reading all of it.
 *
 * @param samples the number of samples
 * @param inputs of a sample
 * @param perClass the number of samples of each class
 * @param unit what is counted in a sample: "intensity" or "events"
 * @param least of a sample: the mean intensity of its inputs, or its number of events
 * @param mean the mean of all samples
 * @param most of a sample
 */
public record DataSummary(
        int samples, int inputs, int[] perClass, String unit, double least, double mean, double most) {

    private interface Amount {
        double of(int index) throws IOException;
    }

    /**
     * Reads a set.
     *
     * @param progress hears the number of samples read so far
     * @throws InvalidDataException where a file is not what it should be
     * @throws IOException where a file cannot be read
     */
    public static DataSummary of(Samples samples, LongConsumer progress) throws IOException {
        if (samples instanceof EventSamples events) {
            return of(samples, "events", index -> events.recording(index).size(), progress);
        }
        byte[][] intensities = ((DataSet) samples).intensities();
        return of(samples, "intensity", index -> mean(intensities[index]), progress);
    }

    private static DataSummary of(Samples samples, String unit, Amount amount, LongConsumer progress)
            throws IOException {
        int[] perClass = new int[samples.classes()];
        double least = Double.MAX_VALUE;
        double most = 0;
        double sum = 0;
        for (int i = 0; i < samples.size(); i++) {
            perClass[samples.labels()[i]]++;
            double value = amount.of(i);
            least = Math.min(least, value);
            most = Math.max(most, value);
            sum += value;
            progress.accept(i + 1);
        }
        return new DataSummary(samples.size(), samples.inputs(), perClass, unit, least, sum / samples.size(), most);
    }

    private static double mean(byte[] intensities) {
        long sum = 0;
        for (byte intensity : intensities) {
            sum += intensity & 0xFF;
        }
        return (double) sum / intensities.length;
    }
}
