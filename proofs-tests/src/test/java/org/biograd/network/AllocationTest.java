package org.biograd.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.biograd.fixedpoint.fast.FastNetwork;
import org.biograd.fixedpoint.fast.FastRateCoder;
import org.biograd.spec.Clause;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.ProfileReader;
import org.biograd.spec.profile.Profiles;
import org.junit.jupiter.api.Test;

/** Nobody pays for an observer who is not there: learning, updating, sleeping and testing allocate not one byte. */
@Clause("OBS-1")
class AllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int SAMPLES = 8;

    private final long[] sink = new long[1];

    private static long allocatedBy(Runnable work) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    /**
     * The bytes that a piece of work allocates once it is warm. The first runs load classes, link call sites and let
     * the noise buffers of sleep grow to their largest; what the code itself allocates, it allocates in every run, so
     * the least of three counts.
     */
    private static long steady(Runnable work) {
        for (int warm = 0; warm < 3; warm++) {
            allocatedBy(work);
        }
        return Math.min(allocatedBy(work), Math.min(allocatedBy(work), allocatedBy(work)));
    }

    /** The measure itself: reads 0 where nothing is allocated and sees a single small array. */
    @Test
    void theMeasureIsExact() {
        assertTrue(THREADS.isThreadAllocatedMemorySupported() && THREADS.isThreadAllocatedMemoryEnabled());
        assertEquals(0, steady(() -> sink[0]++));
        Object[] kept = new Object[1];
        assertTrue(steady(() -> kept[0] = new int[4]) >= 32);
    }

    private void allocatesNothing(Profile profile) {
        FastNetwork network = new FastNetwork(Shape.of(20, 12, 9, 5), profile, 11);
        SpikeTrain[] inputs = new SpikeTrain[SAMPLES];
        FastRateCoder coder = new FastRateCoder(11);
        for (int s = 0; s < SAMPLES; s++) {
            byte[] intensities = new byte[20];
            for (int j = 0; j < 20; j++) {
                intensities[j] = (byte) (s * 31 + j * 17);
            }
            inputs[s] = new SpikeTrain(20, profile.time().steps());
            coder.encodeTraining(s, intensities, inputs[s]);
        }
        String name = profile.name();
        assertEquals(
                0,
                steady(() -> {
                    for (int s = 0; s < SAMPLES; s++) {
                        network.learn(s, inputs[s], s % 5);
                        network.update();
                    }
                }),
                name + ": learn and update");
        assertEquals(
                0,
                steady(() -> {
                    for (int q = 0; q < 2; q++) {
                        network.sleep(q);
                    }
                }),
                name + ": sleep");
        assertEquals(
                0,
                steady(() -> {
                    for (int s = 0; s < SAMPLES; s++) {
                        sink[0] += network.predict(inputs[s]);
                    }
                }),
                name + ": predict");
        SpikeTrain again = new SpikeTrain(20, profile.time().steps());
        byte[] bright = new byte[20];
        Arrays.fill(bright, (byte) 200);
        assertEquals(0, steady(() -> coder.encodeTraining(3, bright, again)), name + ": coding");
    }

    @Test
    void theShippedProfilesAllocateNothing() {
        Profiles.NAMES.forEach(name -> allocatesNothing(Profiles.shipped(name)));
    }

    @Test
    @Clause({"ERR-8", "ERR-9"})
    void layerwiseFeedbackAllocatesNothing() {
        for (String name : Profiles.NAMES) {
            String text = ProfileReader.write(Profiles.shipped(name))
                    .replaceAll("(?m)^feedback.path .*$", "feedback.path = LAYERWISE");
            allocatesNothing(ProfileReader.read(name, text));
        }
    }
}
