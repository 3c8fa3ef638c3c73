package org.biograd.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.biograd.fixedpoint.run.SampleOrder;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.spec.Clause;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;
import org.biograd.spec.profile.SleepParameters;
import org.biograd.spec.profile.UpdateParameters;
import org.junit.jupiter.api.Test;

/** What a run does and in which order. */
class ScheduleTest {

    private static Profile profile(int batch, int first, int every) {
        Profile p = Profiles.tiny();
        UpdateParameters u = p.update();
        SleepParameters s = p.sleep();
        return new Profile(
                p.name(),
                p.time(),
                p.weight(),
                p.soma(),
                p.trace(),
                p.eligibility(),
                p.error(),
                new UpdateParameters(
                        u.hiddenMultiplier(),
                        u.outputMultiplier(),
                        u.shift(),
                        u.accumulatorBits(),
                        u.accumulatorFraction(),
                        u.rounding(),
                        batch,
                        u.halveEvery()),
                p.feedback(),
                new SleepParameters(first, every, s.trajectories(), s.steps(), s.hebbShift(), s.shift(), s.rounding()));
    }

    private static List<String> tasks(Profile profile, int samples, int epochs) {
        List<String> tasks = new ArrayList<>();
        new Schedule(profile, 5, samples, epochs).forEachRemaining(task -> {
            if (task instanceof Schedule.Sleep) {
                tasks.add("sleep " + ((Schedule.Sleep) task).number());
            } else {
                Schedule.Batch b = (Schedule.Batch) task;
                tasks.add("epoch " + b.epoch() + " n " + b.firstSample() + " size " + b.indices().length
                        + (b.endsEpoch() ? " end" : ""));
            }
        });
        return tasks;
    }

    @Test
    @Clause({"NET-7", "LEARN-4"})
    void batchesAndSleepsComeInOrder() {
        // Five samples in batches of two: the last batch of an epoch has one. A sleep after every second update.
        assertEquals(
                List.of(
                        "sleep 0",
                        "sleep 1",
                        "epoch 0 n 0 size 2",
                        "epoch 0 n 2 size 2",
                        "sleep 2",
                        "epoch 0 n 4 size 1 end",
                        "epoch 1 n 5 size 2",
                        "sleep 3",
                        "epoch 1 n 7 size 2",
                        "epoch 1 n 9 size 1 end",
                        "sleep 4"),
                tasks(profile(2, 2, 2), 5, 2));
        assertEquals(List.of("epoch 0 n 0 size 3 end", "epoch 1 n 3 size 3 end"), tasks(profile(9, 0, 0), 3, 2));
        assertEquals(List.of("sleep 0"), tasks(profile(1, 1, 1), 3, 0));
    }

    @Test
    @Clause({"NET-6", "LEARN-4"})
    void anEpochShowsEverySampleOnceInTheOrderOfTheModel() {
        SpecModel model = new SpecModel(new int[] {1, 1}, Profiles.tiny(), 5);
        for (int samples = 1; samples <= 40; samples++) {
            for (int epoch = 0; epoch < 3; epoch++) {
                int[] order = SampleOrder.of(5, epoch, samples);
                assertArrayEquals(model.order(epoch, samples), order, samples + " samples");
                int[] sorted = order.clone();
                Arrays.sort(sorted);
                for (int i = 0; i < samples; i++) {
                    assertEquals(i, sorted[i]);
                }
            }
        }
        List<Integer> shown = new ArrayList<>();
        new Schedule(profile(3, 0, 0), 5, 7, 1).forEachRemaining(task -> {
            for (int index : ((Schedule.Batch) task).indices()) {
                shown.add(index);
            }
        });
        assertArrayEquals(
                model.order(0, 7), shown.stream().mapToInt(Integer::intValue).toArray());
    }

    @Test
    @Clause("NET-7")
    void aRunEndsAndBadSizesAreRefused() {
        Schedule empty = new Schedule(profile(1, 0, 0), 0, 1, 0);
        assertFalse(empty.hasNext());
        assertThrows(NoSuchElementException.class, empty::next);
        assertThrows(IllegalArgumentException.class, () -> new Schedule(Profiles.tiny(), 0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Schedule(Profiles.tiny(), 0, 1, -1));
    }

    @Test
    @Clause({"NET-6", "NET-7", "LEARN-4", "FILE-8"})
    void aRunGoesOnFromEveryState() {
        for (Profile profile : List.of(profile(1, 2, 3), profile(2, 2, 2), profile(3, 0, 1), profile(9, 1, 0))) {
            List<String> whole = rest(new Schedule(profile, 5, 7, 3));
            Schedule schedule = new Schedule(profile, 5, 7, 3);
            int ends = 0;
            for (int done = 0; done <= whole.size(); done++) {
                Schedule continued = new Schedule(profile, 5, 7, 3, schedule.state());
                assertEquals(schedule.state(), continued.state());
                assertEquals(schedule.betweenEpochs(), continued.betweenEpochs());
                assertEquals(whole.subList(done, whole.size()), rest(continued));
                ends += schedule.betweenEpochs() && schedule.state().epoch() > 0 ? 1 : 0;
                if (schedule.hasNext()) {
                    schedule.next();
                }
            }
            assertEquals(3, ends, "once after every epoch");
        }
    }

    private static List<String> rest(Schedule schedule) {
        List<String> tasks = new ArrayList<>();
        schedule.forEachRemaining(task -> tasks.add(
                task instanceof Schedule.Batch b
                        ? b.epoch() + " " + b.firstSample() + Arrays.toString(b.indices()) + b.endsEpoch()
                        : task.toString()));
        return tasks;
    }

    @Test
    @Clause("FILE-8")
    void statesThatNoRunIsInAreRefused() {
        Profile profile = profile(2, 2, 2);
        Schedule.State sound = new Schedule.State(1, 4, 11, 6, 5, 0);
        assertEquals(sound, new Schedule(profile, 5, 7, 3, sound).state());
        refused("epoch: -1", profile, new Schedule.State(-1, 4, 11, 6, 5, 0));
        refused("position: 7", profile, new Schedule.State(1, 7, 14, 6, 5, 0));
        refused("position: 3", profile, new Schedule.State(1, 3, 10, 6, 5, 0));
        refused("samples: 12", profile, new Schedule.State(1, 4, 12, 6, 5, 0));
        refused("updates: 5", profile, new Schedule.State(1, 4, 11, 5, 5, 0));
        refused("sleeps: 4", profile, new Schedule.State(1, 4, 11, 6, 4, 0));
        refused("sleepsDue: 2", profile, new Schedule.State(1, 4, 11, 6, 3, 2));
        refused("sleepsDue: 3", profile, new Schedule.State(0, 0, 0, 0, 0, 3));
    }

    private static void refused(String why, Profile profile, Schedule.State state) {
        String message = assertThrows(IllegalArgumentException.class, () -> new Schedule(profile, 5, 7, 3, state))
                .getMessage();
        assertTrue(message.startsWith(why + " is n"), message);
    }
}
