package org.biograd.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of the chip's traces and learning, one class computes in doubles: the one that says what an emulator does. */
class LearningFloatingPointTest {

    private static final String FOLDER = "org/biograd/loihi/learning/";
    private static final String EXCEPTION = FOLDER + "LavaDoubles.class";

    @Test
    void oneClassHasFloatingPoint() {
        List<String> found = new ArrayList<>();
        int classes = 0;
        for (ClassFiles.ClassFile file : ClassFiles.all()) {
            if (!file.name().startsWith(FOLDER) || file.test()) {
                continue;
            }
            classes++;
            if (file.name().equals(EXCEPTION)) {
                assertFalse(FloatingPoint.in(file.bytes()).isEmpty(), "the exception needs to be none");
            } else {
                found.addAll(FloatingPoint.in(file.bytes()));
            }
        }
        assertTrue(classes > 15, classes + " classes of traces and learning");
        assertEquals(List.of(), found);
    }
}
