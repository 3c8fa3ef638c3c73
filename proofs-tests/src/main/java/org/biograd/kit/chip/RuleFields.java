package org.biograd.kit.chip;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.Limits;
import org.biograd.kit.cases.Text;
import org.biograd.loihi.learning.Dependency;
import org.biograd.loihi.learning.Factor;
import org.biograd.loihi.learning.LearningRule;
import org.biograd.loihi.learning.Product;
import org.biograd.loihi.learning.RuleException;
import org.biograd.loihi.learning.RuleLimits;
import org.biograd.loihi.learning.Variable;

/** Reads the rule of a case: as text, as products, or as both where they agree. */
public final class RuleFields {

    private static final int EXPONENT_BIAS = 7;

    /** What a product's u stands for where no text says which: one that {@code in.u} decides. */
    private static final Dependency DECIMATED = Dependency.every(1);

    private RuleFields() {}

    /** The rule of a case. */
    public static LearningRule rule(JsonNode params, RuleLimits limits) throws BadCaseException {
        JsonNode text = params.path("rule");
        JsonNode list = params.path("products");
        if (text.isMissingNode() && list.isMissingNode()) {
            throw BadCaseException.field(
                    "params.rule", "missing; a rule such as \"2^-2*x1*y0\" is needed, or params.products");
        }
        LearningRule read = text.isMissingNode() ? null : parse(Fields.text(text, "params.rule"), limits);
        if (list.isMissingNode()) {
            return read;
        }
        LearningRule rule = new LearningRule(read == null ? Variable.W : read.target(), products(list, read, limits));
        try {
            limits.require(rule);
        } catch (IllegalArgumentException e) {
            throw BadCaseException.field("params.products", e.getMessage());
        }
        if (read != null && !read.equals(rule)) {
            throw BadCaseException.field(
                    "params.products",
                    "they are " + Text.shorten(rule.toString()) + ", and params.rule is "
                            + Text.shorten(read.toString()) + "; the same rule is needed, or one of the two fields");
        }
        return rule;
    }

    private static LearningRule parse(String text, RuleLimits limits) throws BadCaseException {
        try {
            return LearningRule.parse(text, limits);
        } catch (RuleException e) {
            throw BadCaseException.field("params.rule", "column " + e.column() + ": " + e.problem());
        }
    }

    private static List<Product> products(JsonNode list, LearningRule read, RuleLimits limits) throws BadCaseException {
        if (!list.isArray() || list.isEmpty() || list.size() > limits.products()) {
            throw Fields.wrong(list, "params.products", "an array of 1.." + limits.products() + " products is needed");
        }
        List<Product> products = new ArrayList<>();
        for (int p = 0; p < list.size(); p++) {
            Dependency u = DECIMATED;
            if (read != null
                    && p < read.products().size()
                    && read.products().get(p).dependency().kind() == Dependency.Kind.U) {
                u = read.products().get(p).dependency();
            }
            products.add(product(
                    Fields.object(list.get(p), "params.products[" + p + "]"), "params.products[" + p + "].", u));
        }
        return products;
    }

    private static Product product(JsonNode node, String path, Dependency u) throws BadCaseException {
        int mantissa = Fields.integer(node.path("sMant"), path + "sMant", -8, 7);
        int exponent = Fields.integer(node.path("sExp"), path + "sExp", -64, 64);
        JsonNode biased = node.path("sExpBiased");
        if (!biased.isMissingNode()
                && Fields.integer(biased, path + "sExpBiased", -64, 128) != exponent + EXPONENT_BIAS) {
            throw Fields.wrong(
                    biased, path + "sExpBiased", "sExp + 7, which is " + (exponent + EXPONENT_BIAS) + ", is needed");
        }
        Dependency dependency = switch (Fields.text(node.path("dependency"), path + "dependency")) {
            case "x0" -> Dependency.PRE;
            case "y0" -> Dependency.POST;
            case "u" -> u;
            case "u0" -> Dependency.every(0);
            default ->
                throw Fields.wrong(
                        node.path("dependency"), path + "dependency", "\"x0\", \"y0\", \"u\" or \"u0\" is needed");
        };
        JsonNode list = node.path("factors");
        if (!list.isArray() || list.size() > Limits.STEPS) {
            throw Fields.wrong(list, path + "factors", "an array of factors is needed");
        }
        List<Factor> factors = new ArrayList<>();
        for (int f = 0; f < list.size(); f++) {
            factors.add(factor(list.get(f), path + "factors[" + f + "]"));
        }
        return new Product(mantissa, exponent, dependency, factors);
    }

    private static Factor factor(JsonNode node, String path) throws BadCaseException {
        String name = Fields.text(Fields.object(node, path).path("var"), path + ".var");
        for (Variable variable : Variable.values()) {
            if (variable.symbol().equals(name)) {
                int constant = node.has("const") ? Fields.integer(node.path("const"), path + ".const", -256, 255) : 0;
                return new Factor(variable, constant, node.has("sgn") && Fields.truth(node.path("sgn"), path + ".sgn"));
            }
        }
        throw Fields.wrong(node.path("var"), path + ".var", "x0, x1, x2, y0, y1, y2, y3, w, d, t or q is needed");
    }
}
