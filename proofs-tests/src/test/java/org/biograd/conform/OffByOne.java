package org.biograd.conform;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.biograd.conform.judge.Leaf;
import org.biograd.kit.Golden;
import org.biograd.kit.cases.CaseJson;

/** A program to be tested: answers {@code decay}, and is one too large for words of at least 8. */
public final class OffByOne {

    private OffByOne() {}

    /** Answers until its input ends. */
    public static void main(String[] arguments) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line;
        while ((line = in.readLine()) != null) {
            ObjectNode question = (ObjectNode) CaseJson.mapper().readTree(line);
            ObjectNode out = Golden.answer(question);
            ArrayNode y = (ArrayNode) out.get("y");
            for (int i = 0; i < y.size(); i++) {
                long x = Leaf.word(question.get("in").get("x").get(i));
                if (x >= 8) {
                    y.set(i, Leaf.word(y.get(i)) + 1);
                }
            }
            question.set("out", out);
            System.out.println(question);
        }
    }
}
