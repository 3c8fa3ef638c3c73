package org.biograd.proof.term;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the question whether some terms can hold together as SMT-LIB 2.6, the language that all solvers read. */
public final class SmtLib {

    private final boolean namedProducts;
    private final StringBuilder definitions = new StringBuilder();
    private final Set<String> declared = new LinkedHashSet<>();
    private final Map<Term, String> written = new HashMap<>();

    private SmtLib(boolean namedProducts, Map<Term, String> names) {
        this.namedProducts = namedProducts;
        names.forEach((term, name) -> {
            declare(name, term.width());
            written.put(term, "|" + name + "|");
        });
    }

    /**
     * The text, up to and without its check-sat.
     *
     * @param namedProducts whether products and quotients are written as unknown functions, one for each width: what
     *     holds of every such function holds of products
     * @param names terms that are written as variables: what holds of every value holds of theirs
     */
    public static String question(List<Term> facts, boolean namedProducts, Map<Term, String> names) {
        SmtLib text = new SmtLib(namedProducts, names);
        List<String> asserts = new ArrayList<>();
        for (Term fact : facts) {
            asserts.add("(assert " + text.write(fact) + ")\n");
        }
        return "(set-logic " + (text.declared.stream().anyMatch(d -> !d.contains("() ")) ? "QF_UFBV" : "QF_BV") + ")\n"
                + String.join("", text.declared)
                + text.definitions
                + String.join("", asserts);
    }

    private String write(Term t) {
        String name = written.get(t);
        if (name == null) {
            name = define(t);
            written.put(t, name);
        }
        return name;
    }

    private String define(Term t) {
        switch (t.op()) {
            case CONSTANT:
                if (t.width() == 0) {
                    return String.valueOf(t.isTrue());
                }
                return "(_ bv" + t.unsigned() + " " + t.width() + ")";
            case VARIABLE:
                declare(t.name(), t.width());
                return "|" + t.name() + "|";
            default:
                String expression = expression(t);
                String name = "t" + written.size();
                definitions
                        .append("(define-fun ")
                        .append(name)
                        .append(" () ")
                        .append(sort(t.width()))
                        .append(' ')
                        .append(expression)
                        .append(")\n");
                return name;
        }
    }

    private void declare(String name, int width) {
        declared.add("(declare-fun |" + name + "| () " + sort(width) + ")\n");
    }

    private String expression(Term t) {
        String arguments = t.arguments().stream().map(this::write).collect(Collectors.joining(" "));
        return "(" + head(t) + " " + arguments + ")";
    }

    private String head(Term t) {
        return switch (t.op()) {
            case APPLY -> function(t.name(), t);
            case MUL, UDIV, UREM -> namedProducts ? function(t.op().text() + "." + t.width(), t) : t.op().text();
            case EXTRACT -> "(_ extract " + (t.low() + t.width() - 1) + " " + t.low() + ")";
            case ZERO_EXTEND, SIGN_EXTEND ->
                "(_ " + t.op().text() + " " + (t.width() - t.argument(0).width()) + ")";
            default -> t.op().text();
        };
    }

    private String function(String name, Term t) {
        String sorts = t.arguments().stream().map(a -> sort(a.width())).collect(Collectors.joining(" "));
        declared.add("(declare-fun |" + name + "| (" + sorts + ") " + sort(t.width()) + ")\n");
        return "|" + name + "|";
    }

    private static String sort(int width) {
        return width == 0 ? "Bool" : "(_ BitVec " + width + ")";
    }
}
