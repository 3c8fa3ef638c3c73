package org.biograd.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.biograd.spec.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events of 40 bits: by hand, there and back, and spoilt. */
@Clause("DATA-2")
class EventFileTest {

    /** x 33, y 2, ON at 0x7FFFFF; before it x 0, y 33, OFF at 65,793. */
    private static final byte[] TWO = {0, 33, 0x01, 0x01, 0x01, 33, 2, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF};

    /** An event, as the clause has its fields. */
    record Event(int x, int y, int polarity, int time) {}

    private static String refusal(byte[] bytes) {
        return assertThrows(InvalidDataException.class, () -> EventFile.decode("00001.bin", bytes))
                .getMessage();
    }

    @Test
    void eventsByHand() throws IOException {
        Recording read = EventFile.decode("00001.bin", TWO);

        assertArrayEquals(new int[] {34 * 33, 1156 + 34 * 2 + 33}, read.inputs());
        assertArrayEquals(new int[] {65_793, (1 << 23) - 1}, read.times());
        assertArrayEquals(TWO, EventFile.encode(read));
    }

    @Provide
    Arbitrary<List<Event>> events() {
        Arbitrary<Integer> side = Arbitraries.integers().between(0, 33);
        Arbitrary<Integer> time = Arbitraries.integers().between(0, (1 << 23) - 1);
        return Combinators.combine(side, side, Arbitraries.integers().between(0, 1), time)
                .as(Event::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(50)
                .map(list -> list.stream()
                        .sorted((a, b) -> Integer.compare(a.time(), b.time()))
                        .toList());
    }

    /** Bytes are made here by arithmetic without bits; the reader and the writer agree with them. */
    @Property(tries = 300)
    void thereAndBack(@ForAll("events") List<Event> events) throws IOException {
        byte[] bytes = new byte[5 * events.size()];
        for (int e = 0; e < events.size(); e++) {
            Event event = events.get(e);
            long word = ((event.x() * 256L + event.y()) * 2 + event.polarity()) * 8_388_608L + event.time();
            for (int b = 4; b >= 0; b--) {
                bytes[5 * e + b] = (byte) (word % 256);
                word /= 256;
            }
        }
        Recording read = EventFile.decode("some", bytes);
        assertEquals(events.size(), read.size());
        for (int e = 0; e < events.size(); e++) {
            assertEquals(events.get(e), new Event(read.x(e), read.y(e), read.polarity(e), read.times()[e]));
        }
        assertArrayEquals(bytes, EventFile.encode(read));
    }

    @Test
    void truncationAtEveryByteButBetweenEventsIsRefused() throws IOException {
        for (int length = 0; length < TWO.length; length++) {
            byte[] part = Arrays.copyOf(TWO, length);
            if (length == 0) {
                assertEquals("00001.bin: empty; a sample has at least one event of 5 bytes", refusal(part));
            } else if (length == 5) {
                assertEquals(1, EventFile.decode("00001.bin", part).size());
            } else {
                assertEquals(
                        "00001.bin: " + length + " bytes are no multiple of the 5 of an event; its end is missing",
                        refusal(part));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 | 34 | 00001.bin: event 1: x 34 is not within 0..33",
                "0 | 255 | 00001.bin: event 0: x 255 is not within 0..33",
                "1 | 240 | 00001.bin: event 0: y 240 is not within 0..33",
                "6 | 34 | 00001.bin: event 1: y 34 is not within 0..33",
                "7 | 128 | 00001.bin: event 1: time 65535 is before 65793, that of the event before it",
            })
    void aWrongEventIsNamed(int at, int value, String message) {
        byte[] bytes = TWO.clone();
        bytes[at] = (byte) value;
        assertEquals(message, refusal(bytes));
    }

    @Test
    void equalTimesAreInOrder() throws IOException {
        byte[] bytes = TWO.clone();
        System.arraycopy(bytes, 2, bytes, 7, 3);
        assertEquals(65_793, EventFile.decode("00001.bin", bytes).times()[1]);
    }

    @Test
    void everyFlippedBitIsRefusedOrReadAsItStands() {
        for (int bit = 0; bit < TWO.length * 8; bit++) {
            byte[] changed = TWO.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                assertArrayEquals(changed, EventFile.encode(EventFile.decode("some", changed)));
            } catch (InvalidDataException e) {
                assertTrue(e.getMessage().startsWith("some: event "), e.getMessage());
            }
        }
    }

    @Test
    void aFileIsReadUpToItsMostEvents(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("00001.bin");
        Files.write(file, new byte[5 << 17]);
        assertEquals(1 << 17, EventFile.read(file).size());
        Files.write(file, new byte[(5 << 17) + 5]);
        String message = assertThrows(InvalidDataException.class, () -> EventFile.read(file))
                .getMessage();
        assertEquals(file + ": more than the 131072 events that a sample can have", message);
    }
}
