package org.biograd.study.rules;

import java.util.Map;
import java.util.stream.Collectors;
import org.biograd.fixedpoint.rule.Rules;
import org.biograd.fixedpoint.rule.frame.LearningRule;
import org.biograd.fixedpoint.rule.frame.Need;
import org.biograd.fixedpoint.rule.frame.RuleCard;
import org.biograd.fixedpoint.rule.frame.RuleParameter;
import org.biograd.fixedpoint.rule.frame.RuleSettings;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;

/** The cards of all rules, as text. */
public final class Cards {

    private Cards() {}

    /**
     * The text.
     *
     * @param shape of the network that words are counted for
     * @param profile before a rule gives keys values of its own
     */
    public static String of(Shape shape, Profile profile) {
        StringBuilder text = new StringBuilder();
        for (LearningRule rule : Rules.all()) {
            Profile own = RuleInputs.profile(rule, profile);
            RuleCard card = rule.card(shape, own, RuleSettings.of(rule.parameters(), Map.of()));
            HeldWords words = HeldWords.of(card, shape, own);
            text.append(
                    String.format("%-12s %s, %s, class %s%n", rule.name(), card.title(), card.paper(), card.family()));
            line(text, "neuron", card.neuron() + "; inputs as " + card.coding().text());
            line(text, "words", words.text());
            line(text, "", String.format(java.util.Locale.ROOT, "%,d bits in %s", words.bits(), shape));
            line(text, "needs", card.needs().stream().sorted().map(Need::text).collect(Collectors.joining(", ")));
            for (RuleParameter p : rule.parameters()) {
                line(text, p.key(), p.standard() + " (" + p.low() + ".." + p.high() + "): " + p.meaning());
            }
            for (String departure : card.departures()) {
                line(text, "departs", departure);
            }
            text.append(System.lineSeparator());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String what, String content) {
        text.append(String.format("  %-17s %s%n", what, content));
    }
}
