package org.biograd.kit.chip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.Json;
import org.biograd.kit.cases.Operation;
import org.biograd.loihi.learning.Factor;
import org.biograd.loihi.learning.LearningRule;
import org.biograd.loihi.learning.Product;
import org.biograd.loihi.learning.RuleException;
import org.biograd.loihi.learning.RuleLimits;

/** {@code rule.read}: whether a text is a learning rule (ENG-5, ENG-7), and the products that it is (ENG-6). */
public final class RuleReadOperation implements Operation {

    @Override
    public ObjectNode answer(JsonNode params, JsonNode in) throws BadCaseException {
        String text = Fields.text(in.path("text"), "in.text");
        LearningRule rule;
        try {
            rule = LearningRule.parse(text, RuleLimits.NORMATIVE);
        } catch (RuleException e) {
            return Json.object().put("admitted", false);
        }
        ObjectNode out = Json.object().put("admitted", true);
        out.put("target", rule.target().symbol());
        out.set("products", products(rule));
        return out;
    }

    /** The products of a rule as {@code learning.productSeries} takes them, the u of each with its k. */
    public static ArrayNode products(LearningRule rule) {
        ArrayNode products = Json.array();
        for (Product product : rule.products()) {
            ObjectNode one = products.addObject();
            one.put("sMant", product.mantissa()).put("sExp", product.exponent());
            one.put("dependency", product.dependency().toString());
            ArrayNode factors = one.putArray("factors");
            for (Factor factor : product.factors()) {
                factors.addObject()
                        .put("var", factor.variable().symbol())
                        .put("const", factor.constant())
                        .put("sgn", factor.sign());
            }
        }
        return products;
    }
}
