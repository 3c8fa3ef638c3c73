package org.biograd.study.explain;

import java.util.ArrayList;
import java.util.List;

/**
 * One value, and how it comes about.
 *
 * @param place what it belongs to
 * @param symbol what it is called
 * @param clause the clause that says so
 * @param formula the right side of the clause's equation, in names
 * @param operands every name of the formula
 * @param worked the formula with its inner results in numbers; empty where that would show nothing
 * @param value the value that the network computed
 * @param words what it means; empty where the numbers say it all
 */
public record Line(
        Place place,
        String symbol,
        String clause,
        String formula,
        List<Operand> operands,
        String worked,
        long value,
        String words) {

    /** The line's own key, unique within an explanation. */
    public String key() {
        return place.key(symbol);
    }

    /** The formula with numbers in place of the names. */
    public String numbers() {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (String token : Tokens.of(formula)) {
            int begin = formula.indexOf(token, at);
            text.append(formula, at, begin);
            Operand operand = operand(token);
            text.append(operand == null ? token : number(operand.value(), text));
            at = begin + token.length();
        }
        return text.append(formula.substring(at)).toString();
    }

    /** A negative number stands in parentheses behind an operator. */
    private static String number(long value, StringBuilder before) {
        int last = before.length() - 1;
        while (last >= 0 && before.charAt(last) == ' ') {
            last--;
        }
        boolean bare = value >= 0 || last < 0 || "([,".indexOf(before.charAt(last)) >= 0;
        return bare ? Long.toString(value) : "(" + value + ")";
    }

    /** The operand of a name; null where the formula names a function or a rounding mode by it. */
    public Operand operand(String name) {
        for (Operand operand : operands) {
            if (operand.name().equals(name)) {
                return operand;
            }
        }
        return null;
    }

    /** Every form that is printed, from the formula in numbers to the value. */
    public List<String> forms() {
        List<String> forms = new ArrayList<>(List.of(numbers()));
        for (String form : List.of(worked, Long.toString(value))) {
            if (!form.isEmpty() && !form.equals(forms.get(forms.size() - 1))) {
                forms.add(form);
            }
        }
        return forms;
    }

    /** The forms in a row: {@code saturate(decay(6, 2048) + 2, 6) = saturate(3 + 2, 6) = 5}. */
    public String arithmetic() {
        return String.join(" = ", forms());
    }
}
