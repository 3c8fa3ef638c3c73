package org.biograd.data;

import org.biograd.spec.Clause;

/**
 * The events of a sample, in order of time.
 *
 * @param inputs of each event, which input it belongs to: 1156 p + 34 y + x of polarity p and pixel x, y; 0..2311
 * @param times of each event, in microseconds, never less than before; 0..2^23-1
 */
@Clause(value = "DATA-3", form = Clause.Form.PART)
record Recording(int[] inputs, int[] times) {

    /** Rows of the sensor, and columns. */
    static final int SIDE = 34;

    /** Pixels of the sensor, each of two inputs. */
    static final int PIXELS = SIDE * SIDE;

    /** The number of inputs. */
    static final int INPUTS = 2 * PIXELS;

    /** The number of events. */
    int size() {
        return inputs.length;
    }

    /** The column of an event's pixel. */
    int x(int event) {
        return inputs[event] % SIDE;
    }

    /** The row of an event's pixel. */
    int y(int event) {
        return inputs[event] % PIXELS / SIDE;
    }

    /** The polarity of an event: 1 where it grew brighter, else 0. */
    int polarity(int event) {
        return inputs[event] / PIXELS;
    }
}
