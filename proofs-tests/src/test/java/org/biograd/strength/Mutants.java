package org.biograd.strength;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes mutants of a source in C, each different in one place. Comments, strings and complaints are left alone. */
final class Mutants {

    /** A change of one kind. */
    private record Operator(String kind, Pattern of, String[] to) {}

    private static final List<Operator> OPERATORS = List.of(
            operator("comparison", "(?<![<>=!-])<(?![<=])", "<="),
            operator("comparison", "(?<![<>=-])>(?![>=])", ">="),
            operator("comparison", "<=", "<"),
            operator("comparison", "(?<!>)>=", ">"),
            operator("comparison", "==", "!="),
            operator("comparison", "!=", "=="),
            operator("logic", "&&", "||"),
            operator("logic", "\\|\\|", "&&"),
            operator("operator", " \\+ ", " - "),
            operator("operator", "(?<=[\\w)\\]]) - (?=[\\w(])", " + "),
            operator("operator", " \\* ", " + "),
            operator("operator", " / ", " * "),
            operator("operator", " % ", " / "),
            operator("operator", "\\+=", "-=", "="),
            operator("operator", " \\^ ", " | "),
            operator("operator", " >> ", " << "),
            operator("constant", "(?<![\\w.\"])(?:0x[0-9A-Fa-f]+|[0-9]+)(?![\\w.\"])", "#+1", "#-1"),
            operator(
                    "width",
                    "p->(?:weight|current|voltage|trace|eligibility|potential|dendrite|learning|accumulator"
                            + "|feedback)_bits",
                    "($ + 1)",
                    "($ - 1)"),
            operator(
                    "parameter",
                    "p->(?:keep|threshold|window|impulse|weight_shift|path_shift|update_shift|hebb_shift"
                            + "|sleep_shift|eligibility_shift|accumulator_fraction|feedback_fraction|error_fraction"
                            + "|voltage_one|soft_start|halve_every|sleep_every|batch)\\b",
                    "($ + 1)"),
            operator(
                    "stream",
                    "\\b(?:INPUT|TRACE|LEARNING_ERROR|WEIGHT|SLEEP_RATE|SLEEP_POSITIVE|SLEEP_NEGATIVE"
                            + "|SLEEP_FEEDBACK|INITIAL_WEIGHT|INITIAL_FEEDBACK|ORDER|TEST_INPUT|FED_BACK_ERROR)(?=, )",
                    "($ % 13 + 1)"),
            operator("index", "\\b(?:of|l)->number(?=,)", "($ + 1)"),
            operator("index", ", n, (?=[0t])", ", n + 1, "),
            operator("index", ", q, (?=[0s])", ", q + 1, "),
            operator("rounding", "\\bsaturate\\(", "wrap("),
            operator("rounding", "\\bwrap\\(", "saturate("),
            operator("rounding", "\\bsaturate_unsigned\\(", "saturate("),
            operator("rounding", "\\bdecay\\(", "quotient(4096 * 0 + "),
            operator("rounding", "\\bfloor_shift\\(([^;,]*), ([^;]*?)\\)(?=[;)])", "(($1) / two_to($2))"),
            operator("order", "\\bclear(?:_soma)?\\([^;]*\\);", ";"),
            operator("order", "(?<=        )\\b(?:continue|break);", ";"));

    private static final Pattern CLAUSE = Pattern.compile("\\b[A-Z]+-[0-9]+\\b");
    private static final Pattern SKIPPED = Pattern.compile(
            "^\\s*(?:#|//|/\\*|\\*|key\\(|fail\\(|refuse\\(|static const char|static const uint32_t|put)"
                    + "|\"|0x[0-9a-f]{8}, 0x"
                    + "|MAX_|\\bcount_of\\(|\\brows\\(get|\\bwords\\(get|require_few"
                    + "|NUMBER\\(|NAME\\(|sizeof \\*|\\bfor \\(size_t");

    private Mutants() {}

    private static Operator operator(String kind, String of, String... to) {
        return new Operator(kind, Pattern.compile(of), to);
    }

    /** All mutants of a source, in the order of its text. */
    static List<Mutant> of(String file, String source) {
        List<Mutant> mutants = new ArrayList<>();
        String clauses = "";
        String[] lines = source.split("\n", -1);
        for (int n = 0; n < lines.length; n++) {
            String line = lines[n];
            if (line.startsWith("/*") || line.startsWith(" *")) {
                List<String> named = new ArrayList<>();
                for (Matcher clause = CLAUSE.matcher(line); clause.find(); ) {
                    named.add(clause.group());
                }
                clauses = named.isEmpty() ? clauses : String.join(", ", named);
            }
            if (SKIPPED.matcher(line).find() || line.isBlank()) {
                continue;
            }
            int comment = line.indexOf("/*");
            String code = comment < 0 ? line : line.substring(0, comment);
            for (Operator operator : OPERATORS) {
                for (Matcher at = operator.of.matcher(code); at.find(); ) {
                    for (String to : operator.to) {
                        mutants.add(
                                new Mutant(file, n + 1, at.start(), at.group(), wrong(at, to), operator.kind, clauses));
                    }
                }
            }
        }
        return mutants;
    }

    private static String wrong(Matcher at, String to) {
        if (to.startsWith("#")) {
            long value = Long.decode(
                    at.group().startsWith("0x") ? at.group() : at.group().replaceFirst("^0+(?=.)", ""));
            return "(" + (value + Integer.parseInt(to.substring(1))) + ")";
        }
        if (to.contains("$1")) {
            return to.replace("$1", at.group(1)).replace("$2", at.group(2));
        }
        return to.replace("$", at.group());
    }

    /** The source with a mutant in it. */
    static String plant(Mutant mutant, String source) {
        String[] lines = source.split("\n", -1);
        String line = lines[mutant.line() - 1];
        lines[mutant.line() - 1] = line.substring(0, mutant.column())
                + mutant.wrong()
                + line.substring(mutant.column() + mutant.right().length());
        return String.join("\n", lines);
    }
}
