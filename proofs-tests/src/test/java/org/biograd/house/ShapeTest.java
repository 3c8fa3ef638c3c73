package org.biograd.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.biograd.spec.Clause;
import org.biograd.spec.Shape;
import org.junit.jupiter.api.Test;

/** Shapes: sizes, and what is refused. */
class ShapeTest {

    @Test
    @Clause("SYN-1")
    void sizesAreNumberedFromTheInput() {
        Shape shape = Shape.of(4, 3, 2);
        assertEquals(2, shape.layers());
        assertEquals(4, shape.inputs());
        assertEquals(2, shape.outputs());
        assertEquals(3, shape.size(1));
        assertEquals((4 + 1) * 3, shape.synapses(1), "the biases are synapses");
        assertEquals((3 + 1) * 2, shape.synapses(2));
        assertEquals("4-3-2", shape.toString());
    }

    @Test
    void aShapeIsAValue() {
        int[] sizes = {4, 3};
        Shape shape = Shape.of(sizes);
        sizes[0] = 9;
        assertEquals(Shape.of(4, 3), shape);
        assertEquals(Shape.of(4, 3).hashCode(), shape.hashCode());
        assertNotEquals(Shape.of(3, 4), shape);
        assertNotEquals("4-3", shape);
    }

    @Test
    @Clause("PROF-2")
    void outputsHaveNoFeedbackWeightsHoweverManyTheyAre() {
        assertEquals(20_000, Shape.of(1, 20_000).outputs());
        // 4096 * 65535 is just below 2^28, in feedback weights and in synapses.
        assertEquals(2, Shape.of(1, 4_095, 65_535).layers());
    }

    private static void refused(String why, int... sizes) {
        IllegalArgumentException said = assertThrows(IllegalArgumentException.class, () -> Shape.of(sizes));
        assertTrue(said.getMessage().contains(why), said.getMessage());
    }

    @Test
    @Clause("PROF-2")
    void whatDoesNotFitIsRefused() {
        refused("layers");
        refused("layers", 3);
        refused("layers", new int[Shape.MAX_LAYERS + 1]);
        refused("neurons", 3, 0);
        refused("neurons", -1, 3);
        refused("neurons", 3, Shape.MAX_NEURONS + 1);
        refused("synapses", Shape.MAX_NEURONS, Shape.MAX_NEURONS);
        refused("feedback weights", 1, 4_097, 65_535);
        // (16383 + 1) * 16384 is 2^28 exactly.
        assertEquals(Shape.MAX_SYNAPSES, Shape.of(16_383, 16_384).synapses(1));
        refused("synapses", 16_384, 16_384);
    }
}
