package org.biograd.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.biograd.house.SpecText;
import org.biograd.spec.Clause;
import org.biograd.spec.DrawStream;
import org.junit.jupiter.api.Test;

/** The streams of the text, of the code and of the model are the same. */
@Clause("DRAW-4")
class StreamsTest {

    @Test
    void theTableOfTheTextIsTheEnum() {
        List<List<String>> rows = SpecText.table("DRAW-4");
        assertEquals(1 + DrawStream.values().length, rows.size());
        assertEquals(DrawStream.values().length, DrawModel.CODES.size());
        for (List<String> row : rows.subList(1, rows.size())) {
            int code = Integer.parseInt(row.get(1));
            assertEquals(code, DrawStream.valueOf(row.get(0)).code(), row.get(0));
            assertEquals(code, DrawModel.CODES.get(row.get(0)), row.get(0));
        }
    }
}
