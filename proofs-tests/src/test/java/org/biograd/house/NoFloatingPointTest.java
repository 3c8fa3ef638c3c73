package org.biograd.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The integer network has no floating point anywhere; the finder is tried on classes that have. */
class NoFloatingPointTest {

    @Test
    void theIntegerNetworkHasNone() {
        List<String> found = new ArrayList<>();
        int classes = 0;
        for (ClassFiles.ClassFile file : ClassFiles.all()) {
            if (file.name().startsWith("org/biograd/fixedpoint/") && !file.test()) {
                found.addAll(FloatingPoint.in(file.bytes()));
                classes++;
            }
        }
        assertTrue(classes > 20, classes + " classes of the integer network");
        assertEquals(List.of(), found, "floating point in the integer network");
    }

    /** Each method has floating point in another way. */
    @SuppressWarnings("unused")
    private static final class Samples {

        float field;

        long constant(long x) {
            return (long) (x * 0.5);
        }

        double signature() {
            return 0;
        }

        long call(long x) {
            return Math.round(Math.sqrt(x));
        }

        Object array() {
            return new float[3];
        }

        Object arrays() {
            return new double[3][3];
        }

        Object boxed() {
            return Double.valueOf("3");
        }

        Object reference() {
            DoubleUnaryOperator root = Math::sqrt;
            return root;
        }

        int conversion(int x) {
            return (int) (float) x;
        }

        String text(double[] of) {
            return "of " + of;
        }
    }

    @Test
    void theFinderSeesEveryKind() throws IOException {
        List<String> found;
        String file = Samples.class.getName().replace('.', '/') + ".class";
        try (InputStream in = Samples.class.getClassLoader().getResourceAsStream(file)) {
            found = FloatingPoint.in(in.readAllBytes());
        }
        for (String member : List.of(
                "field",
                "constant(J)J",
                "signature()D",
                "call(J)J",
                "array()",
                "arrays()",
                "boxed()",
                "reference()",
                "conversion(I)I",
                "text([D)")) {
            assertTrue(found.stream().anyMatch(line -> line.contains("Samples." + member)), member + " in " + found);
        }
    }

    @Test
    void theFinderIsSilentOnIntegers() throws IOException {
        try (InputStream in = SpecText.class.getResourceAsStream("SpecText.class")) {
            assertEquals(List.of(), FloatingPoint.in(in.readAllBytes()));
        }
    }
}
