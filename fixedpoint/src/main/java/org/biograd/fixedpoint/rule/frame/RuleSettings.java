package org.biograd.fixedpoint.rule.frame;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.biograd.spec.Clause;

/** The parameters of a rule, each with a value. */
@Clause("RULE-3")
public final class RuleSettings {

    private final Map<String, Integer> values;

    private RuleSettings(Map<String, Integer> values) {
        this.values = values;
    }

    /**
     * Settings of a rule.
     *
     * @param parameters those that the rule has
     * @param given values by key; the others have their standard
     * @throws IllegalArgumentException where a key is not that of a parameter, or a value is out of range
     */
    public static RuleSettings of(List<RuleParameter> parameters, Map<String, Integer> given) {
        Map<String, Integer> values = new LinkedHashMap<>();
        for (RuleParameter parameter : parameters) {
            int value = given.getOrDefault(parameter.key(), parameter.standard());
            if (value < parameter.low() || value > parameter.high()) {
                throw new IllegalArgumentException(
                        parameter.key() + ": " + value + " is not within " + parameter.low() + ".." + parameter.high());
            }
            values.put(parameter.key(), value);
        }
        for (String key : given.keySet()) {
            if (!values.containsKey(key)) {
                throw new IllegalArgumentException("the rule has no parameter '" + key + "'"
                        + (values.isEmpty() ? "" : "; it has " + String.join(", ", values.keySet())));
            }
        }
        return new RuleSettings(values);
    }

    /**
     * A value.
     *
     * @throws IllegalArgumentException where the rule has no such parameter
     */
    public int get(String key) {
        Integer value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no parameter '" + key + "'");
        }
        return value;
    }

    /** All values by key, in the order of the keys. */
    public Map<String, Integer> values() {
        return new TreeMap<>(values);
    }
}
