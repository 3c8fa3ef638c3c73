package org.biograd.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.biograd.conform.judge.Discrepancy;
import org.biograd.conform.judge.Leaf;
import org.biograd.conform.judge.Locator;
import org.biograd.conform.shrink.Axes;
import org.biograd.conform.shrink.SmallerValues;
import org.biograd.kit.cases.CaseJson;
import org.junit.jupiter.api.Test;

/** The parts of which making cases small consists, and the finding of the first difference. */
class ShrinkingTest {

    private static ObjectNode json(String text) throws JsonProcessingException {
        return (ObjectNode) CaseJson.mapper().readTree(text.replace('\'', '"'));
    }

    @Property
    void smallerWordsAreSmallerAndReachTheNext(@ForAll long word) {
        Set<Long> smaller = SmallerValues.smaller(word);
        for (long other : smaller) {
            int order = BigInteger.valueOf(other)
                    .abs()
                    .compareTo(BigInteger.valueOf(word).abs());
            assertTrue(order < 0 || order == 0 && other > word, word + " " + other);
        }
        assertEquals(word != 0, smaller.contains(0L));
        assertTrue(word == 0 || smaller.contains(word - Long.signum(word)));
    }

    @Test
    void arraysSideBySideGetShorterTogether() throws Exception {
        ObjectNode question =
                json("{'op':'x.run','params':{'T':3,'decayU':3},'in':{'a':[1,2,3],'W':[[1,2],[3,4],[5,6]],'k':[7,8]}}");
        List<Axes.Axis> axes = Axes.of(question);
        assertEquals(List.of("in/a", "in/W"), axes.get(0).ways());
        assertEquals(
                json("{'op':'x.run','params':{'T':2,'decayU':3},'in':{'a':[1,3],'W':[[1,2],[5,6]],'k':[7,8]}}"),
                Axes.without(question, axes.get(0), 1, 2));
        Axes.Axis columns = axes.stream()
                .filter(axis -> axis.ways().equals(List.of("in/W/*", "in/k")))
                .findFirst()
                .orElseThrow();
        assertEquals(
                json("{'op':'x.run','params':{'T':3,'decayU':3},'in':{'a':[1,2,3],'W':[[2],[4],[6]],'k':[8]}}"),
                Axes.without(question, columns, 0, 1));
        assertTrue(Axes.of(json("{'op':'decay','params':{},'in':{'x':[1]}}")).isEmpty());
    }

    @Test
    void theFirstDifferenceIsTheFirstInTime() throws Exception {
        ObjectNode question = json("{'op':'lif.run','params':{},'in':{'a':[1,2,3]}}");
        ObjectNode right = json("{'u':[1,2,3],'v':[1,2,-3],'s':[0,0,1]}");
        assertTrue(Locator.find(question, right, right.deepCopy()).isEmpty());
        Discrepancy found = Locator.find(question, right, json("{'u':[1,2,9],'v':[1,5,3],'s':[0,1,0]}"))
                .orElseThrow();
        assertEquals("v", found.signal());
        assertEquals(OptionalInt.of(1), found.step());
        assertEquals(5, found.count());
        assertFalse(found.form());
        assertEquals("v at step 1: expected 2 (0x000002), got 5 (0x000005); 4 more in this case", found.words());
        Discrepancy last = Locator.find(question, right, json("{'u':[1,2,3],'v':[1,2,3],'s':[0,0,1]}"))
                .orElseThrow();
        assertEquals("v at step 2: expected -3 (0xfffffd), got 3 (0x000003)", last.words());
    }

    @Test
    void aWrongFormComesBeforeAWrongValue() throws Exception {
        ObjectNode question = json("{'op':'lif.run','params':{},'in':{'a':[1,2]}}");
        ObjectNode right = json("{'u':[1,2],'v':[1,2],'s':[0,0]}");
        for (String wrong : List.of(
                "{'u':[9,2],'v':[1],'s':[0,0]}",
                "{'u':[9,2],'s':[0,0]}",
                "{'u':[9,2],'v':7,'s':[0,0]}",
                "{'u':[9,2],'v':[1,[2]],'s':[0,0]}")) {
            Discrepancy found = Locator.find(question, right, json(wrong)).orElseThrow();
            assertEquals("v", found.signal(), wrong);
            assertTrue(found.form(), wrong);
        }
        assertTrue(Locator.find(question, right, json("{'u':[1,2.0],'v':[1,2],'s':[0,0],'more':1}"))
                .isEmpty());
        assertFalse(Locator.find(question, right, json("{'u':[1,'2'],'v':[1,2],'s':[0,0]}"))
                .isEmpty());
        assertFalse(Locator.find(question, right, json("{'u':[1,null],'v':[1,2],'s':[0,0]}"))
                .isEmpty());
        assertFalse(Locator.find(question, right, json("{'u':[1,true],'v':[1,2],'s':[0,0]}"))
                .isEmpty());
    }

    @Test
    void theSignalsOfANetworkHaveLayersAndSteps() throws Exception {
        ObjectNode question = json("{'op':'network.sample','params':{'profile':{'time.steps':3}},'in':{}}");
        ObjectNode right =
                json("{'u':[[[0],[1],[2]],[[3],[4],[5]]],'e':[[7],[8]],'D':[[[1,1],[2,2]]],'w':[[6,7],[8,9]]}");
        Discrepancy voltage = Locator.find(
                        question,
                        right,
                        json("{'u':[[[0],[1],[9]],[[3],[9],[5]]],'e':[[7],[8]],'D':[[[1,1],[2,2]]],'w':[[9,9],[9,9]]}"))
                .orElseThrow();
        assertEquals(
                "u of layer 2 at step 1, index 0: expected 4 (0x04), got 9 (0x09); 4 more in this case",
                voltage.words());
        Discrepancy late = Locator.find(
                        question,
                        right,
                        json("{'u':[[[0],[1],[2]],[[3],[4],[5]]],'e':[[7],[8]],'D':[[[1,9],[2,2]]],'w':[[6,7],[8,"
                                + "10]]}"))
                .orElseThrow();
        assertEquals(
                "D of layer 1 at step 1, index 1: expected 1 (0x01), got 9 (0x09); 1 more in this case", late.words());
        Discrepancy weight = Locator.find(
                        question,
                        right,
                        json("{'u':[[[0],[1],[2]],[[3],[4],[5]]],'e':[[7],[8]],'D':[[[1,1],[2,2]]],'w':[[6,7],[8,"
                                + "10]]}"))
                .orElseThrow();
        assertEquals("w of layer 2, index 1: expected 9 (0x09), got 10 (0x0a)", weight.words());
        Discrepancy fedBack = Locator.find(question, json("{'c':[[[1]],[[2,3]]]}"), json("{'c':[[[1]],[[2,4]]]}"))
                .orElseThrow();
        assertEquals("c of layer 3 at step 2, index 1: expected 3 (0x03), got 4 (0x04)", fedBack.words());
    }

    /** A layer's signals come before those of the layer above, an update after its sample, and events after all. */
    @Test
    void ofTwoSignalsTheOneThatArisesFirstIsNamed() throws Exception {
        ObjectNode question =
                json("{'op':'network.sample','params':{'profile':{'time.steps':2}},'in':{'sizes':[1,1,1]}}");
        ObjectNode right = json("{'u':[[[0],[1]],[[2],[3]]],'v':[[[0],[1]],[[2],[3]]],'p':[[4],[5]],'n':[[4],[5]],"
                + "'sp':[[0],[1]],'dW':[[6],[7]],'w':[[6],[7]],'predicted':0,'events':{'u':1}}");
        assertEquals("v", first(question, right, "'v':[[[0],[9]],[[2],[3]]]", "'u':[[[0],[1]],[[2],[9]]]"));
        assertEquals("sp", first(question, right, "'n':[[4],[9]]", "'sp':[[0],[9]]"));
        assertEquals("w", first(question, right, "'dW':[[9],[7]]", "'w':[[9],[7]]"));
        assertEquals("dW", first(question, right, "'dW':[[9],[7]]", "'w':[[6],[9]]"));
        assertEquals("predicted", first(question, right, "'predicted':1", "'events':{'u':2}"));
        assertEquals("dW", first(question, right, "'dW':[[6],[9]]", "'events':{}"));
        assertEquals("events.u", first(question, right, "'events':{}", "'events':{}"));
        assertEquals("events.v", first(question, right, "'events':{'u':1,'v':3}", "'events':{'u':1,'v':3}"));
        assertTrue(Locator.find(question, right, json(right.toString().replace("\"u\":1}", "\"u\":1,\"v\":0}")))
                .isEmpty());
    }

    /** The first of two fields to differ, each given as it then is. */
    private static String first(ObjectNode question, ObjectNode right, String... wrong) throws Exception {
        ObjectNode given = right.deepCopy();
        for (String field : wrong) {
            given.setAll(json("{" + field + "}"));
        }
        return Locator.find(question, right, given).orElseThrow().signal();
    }

    @Test
    void hexadecimalsAreThoseOfTheWord() {
        assertEquals("0x800000", Leaf.hex(-(1 << 23), 24));
        assertEquals("0xff", Leaf.hex(-1, 8));
        assertEquals("0x8000000000000000", Leaf.hex(Long.MIN_VALUE, 64));
        assertEquals(8, Leaf.width(-128));
        assertEquals(16, Leaf.width(128));
        assertEquals(64, Leaf.width(1L << 31));
    }
}
