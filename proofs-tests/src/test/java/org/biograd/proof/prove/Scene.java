package org.biograd.proof.prove;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.biograd.proof.term.SmtLib;
import org.biograd.proof.term.Term;
import org.biograd.proof.term.Terms;
import org.biograd.proof.walk.Classes;
import org.biograd.proof.walk.Instance;
import org.biograd.proof.walk.Operation;
import org.biograd.proof.walk.Walker;

/**
 * Where a claim is stated: its variables and what is given of them, the calls of the code, and what is to be proven.
 */
public final class Scene {

    /**
     * A variable and where its values are sought.
     *
     * @param low the least value, signed
     * @param high the greatest
     */
    record Variable(Term term, BigInteger low, BigInteger high) {}

    private final Walker walker;
    private final Sources sources;
    private final List<Variable> variables = new ArrayList<>();
    private final List<Term> given = new ArrayList<>();
    private final List<Term> lemmas = new ArrayList<>();
    private final Set<Lemma> used = EnumSet.noneOf(Lemma.class);
    private final Map<Term, Map<Term, String>> goals = new LinkedHashMap<>();
    private final Map<Term, String> names = new LinkedHashMap<>();
    private final Map<Term, Term> bounds = new LinkedHashMap<>();
    private final List<Term> shown = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final Map<String, Function<List<BigInteger>, BigInteger>> functions = new HashMap<>();
    private boolean namedProducts;

    Scene(Classes classes, Sources sources) {
        Terms.forget();
        this.walker = new Walker(classes);
        this.sources = sources;
    }

    // what is given

    /** A variable of a width, any value. */
    public Term any(String name, int width) {
        BigInteger half = BigInteger.ONE.shiftLeft(width - 1);
        return variable(name, width, half.negate(), half.subtract(BigInteger.ONE));
    }

    /** A variable within bounds, both of them included, signed. */
    public Term within(String name, int width, long low, long high) {
        Term x = variable(name, width, BigInteger.valueOf(low), BigInteger.valueOf(high));
        given(Terms.both(Terms.sle(Terms.constant(low, width), x), Terms.sle(x, Terms.constant(high, width))));
        return x;
    }

    private Term variable(String name, int width, BigInteger low, BigInteger high) {
        Term x = Terms.variable(name, width);
        variables.add(new Variable(x, low, high));
        return x;
    }

    /** The variable of a name; null where there is none yet. */
    public Term known(String name) {
        for (Variable v : variables) {
            if (v.term().name().equals(name)) {
                return v.term();
            }
        }
        return null;
    }

    public void given(Term fact) {
        given.add(fact);
    }

    /** An unknown function, and one to compute with where values are tried. */
    public void function(String name, Function<List<BigInteger>, BigInteger> example) {
        functions.put(name, example);
    }

    // what is known of products

    /** Writes products as names: what is needed of them is to be said by lemmas. */
    public void nameProducts() {
        namedProducts = true;
    }

    /** Unsigned x at most X and y at most Y: their product is at most X Y, which the width must hold. */
    public void productFits(Term x, Term y, long largestX, long largestY) {
        BigInteger largest = BigInteger.valueOf(largestX).multiply(BigInteger.valueOf(largestY));
        require(largest, x.width());
        lemma(
                Lemma.FITS,
                Terms.implies(
                        atMost(x, y, largestX, largestY),
                        Terms.ule(Terms.mul(x, y), Terms.constant(largest, x.width()))));
    }

    /** Unsigned x at most z, both at most Z, and y at most Y: x y is at most z y. */
    public void productGrows(Term x, Term z, Term y, long largestZ, long largestY) {
        require(BigInteger.valueOf(largestZ).multiply(BigInteger.valueOf(largestY)), x.width());
        lemma(
                Lemma.GROWS,
                Terms.implies(
                        Terms.both(atMost(z, y, largestZ, largestY), Terms.ule(x, z)),
                        Terms.ule(Terms.mul(x, y), Terms.mul(z, y))));
    }

    /** Unsigned x at most X and y at most Y: their product is the same in a wider word. */
    public void productWidens(Term x, Term y, long largestX, long largestY, int width) {
        require(BigInteger.valueOf(largestX).multiply(BigInteger.valueOf(largestY)), x.width());
        Term wide = Terms.mul(Terms.zeroExtend(x, width), Terms.zeroExtend(y, width));
        lemma(
                Lemma.WIDENS,
                Terms.implies(
                        atMost(x, y, largestX, largestY), Terms.eq(Terms.zeroExtend(Terms.mul(x, y), width), wide)));
    }

    /** The low bits of a product are those of the product of the low bits. */
    public void productNarrows(Term x, Term y, int width) {
        Term low = Terms.mul(Terms.extract(width - 1, 0, x), Terms.extract(width - 1, 0, y));
        lemma(Lemma.NARROWS, Terms.eq(Terms.extract(width - 1, 0, Terms.mul(x, y)), low));
    }

    /** (x + z) y = x y + z y, modulo 2^width. */
    public void productDistributes(Term x, Term z, Term y) {
        lemma(Lemma.DISTRIBUTES, Terms.eq(Terms.mul(Terms.add(x, z), y), Terms.add(Terms.mul(x, y), Terms.mul(z, y))));
    }

    /** (2^n x) y = 2^n (x y), modulo 2^width. */
    public void productShifts(Term x, int n, Term y) {
        Term places = Terms.constant(n, x.width());
        Term shifted = Terms.mul(Terms.shl(x, places), y);
        lemma(Lemma.SCALES, Terms.eq(shifted, Terms.shl(Terms.mul(x, y), places)));
    }

    /** (-x) y = -(x y), modulo 2^width. */
    public void productNegates(Term x, Term y) {
        lemma(Lemma.NEGATES, Terms.eq(Terms.mul(Terms.neg(x), y), Terms.neg(Terms.mul(x, y))));
    }

    /** Unsigned x < 2^i and y < 2^j, i + j below the width: x y < 2^(i + j). */
    public void productBelowPowers(Term x, Term y, Term i, Term j) {
        int w = x.width();
        Term one = Terms.constant(1, w);
        Term sum = Terms.add(i, j);
        Term guard = Terms.all(
                Terms.ult(i, Terms.constant(w, w)),
                Terms.ult(j, Terms.constant(w, w)),
                Terms.ult(sum, Terms.constant(w, w)),
                Terms.ult(x, Terms.shl(one, i)),
                Terms.ult(y, Terms.shl(one, j)));
        lemma(Lemma.BELOW, Terms.implies(guard, Terms.ult(Terms.mul(x, y), Terms.shl(one, sum))));
    }

    /** The quotient of unsigned x and y, y above 0, is at most x. */
    public void quotientFits(Term x, Term y) {
        Term bounded = Terms.ule(Terms.udiv(x, y), x);
        lemma(Lemma.DIVIDES, Terms.implies(Terms.ne(y, Terms.constant(0, y.width())), bounded));
    }

    /** x y where x is 0 or 1. */
    public void productSelects(Term x, Term y) {
        int w = x.width();
        Term bit = Terms.ule(x, Terms.constant(1, w));
        lemma(
                Lemma.SELECTS,
                Terms.implies(
                        bit,
                        Terms.eq(
                                Terms.mul(x, y),
                                Terms.ite(Terms.eq(x, Terms.constant(1, w)), y, Terms.constant(0, w)))));
    }

    private static Term atMost(Term x, Term y, long largestX, long largestY) {
        int w = x.width();
        return Terms.both(Terms.ule(x, Terms.constant(largestX, w)), Terms.ule(y, Terms.constant(largestY, w)));
    }

    private static void require(BigInteger largest, int width) {
        if (largest.bitLength() > width) {
            throw new IllegalArgumentException("a product of up to " + largest + " does not fit " + width + " bits");
        }
    }

    private void lemma(Lemma lemma, Term instance) {
        used.add(lemma);
        lemmas.add(instance);
    }

    // code

    /** A class of the code, by its name below {@code org.biograd}. */
    public static Class<?> type(String name) {
        try {
            return Class.forName("org.biograd." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a method of the code returns. */
    public Term call(Class<?> owner, String method, Object... arguments) {
        return (Term) callFor(owner, method, arguments);
    }

    /** Calls a method of the code, whatever it returns; the first argument is the object, where it is not static. */
    public Object callFor(Class<?> owner, String method, Object... arguments) {
        String name = internalName(owner);
        Call call = new Call(name, method, java.util.Arrays.asList(arguments));
        int failed = walker.failures().size();
        Object result = walker.call(name, method, java.util.Arrays.asList(arguments));
        List<Term> failures = walker.failures();
        call.returned(result, java.util.Arrays.asList(arguments), failures.subList(failed, failures.size()));
        calls.add(call);
        return result;
    }

    /** An object of the code. */
    public Instance object(Class<?> type, Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Instance(internalName(type), fields);
    }

    /** A constant of an enum of the code. */
    public Object constant(Class<?> type, String name) {
        for (Object constant : walker.classes().type(internalName(type)).getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(type + " has no " + name);
    }

    public Walker walker() {
        return walker;
    }

    /** The text of a file of the project, perhaps with the planted fault. */
    public String file(String path) {
        return sources.text(path);
    }

    public static String internalName(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    // what is proven

    /** A goal of its own. */
    public void prove(Term... facts) {
        goals.putIfAbsent(Terms.all(facts), new LinkedHashMap<>(names));
    }

    /**
     * Puts a name in place of a value, in the goals that follow: they are proven whatever the value is, if only the
     * facts hold of it, which are goals of their own.
     */
    public void name(String name, Term value, Term... facts) {
        if (!value.isConstant()) {
            prove(facts);
            names.put(value, name);
            bounds.put(value, Terms.all(facts));
        }
    }

    /** No call has thrown an exception. */
    public void proveNoFailure() {
        for (Term failure : walker.failures()) {
            prove(Terms.not(failure));
        }
    }

    /**
     * No addition, product, shift or conversion of the calls so far has lost a bit. Of a product it is proven that its
     * factors have 63 bits together at most. Words.wrap, whose purpose is to lose bits, is left out.
     */
    public void proveNoOverflow() {
        for (Operation operation : walker.operations()) {
            Term exact = Overflow.exact(operation);
            if (!exact.isTrue() && !operation.where().startsWith("Words.wrap:")) {
                prove(Terms.implies(operation.path(), exact));
            }
        }
    }

    /** What follows from the goals and is too large for a solver: looked at where values are tried. */
    public void follows(Term fact) {
        shown.add(fact);
    }

    // for the prover

    List<Term> goals() {
        return List.copyOf(goals.keySet());
    }

    List<Variable> variables() {
        return variables;
    }

    List<Term> givens() {
        return given;
    }

    List<Term> lemmas() {
        return lemmas;
    }

    Set<Lemma> used() {
        return used;
    }

    List<Term> conclusions() {
        List<Term> all = new ArrayList<>(goals.keySet());
        all.addAll(shown);
        return all;
    }

    List<Term> shown() {
        return shown;
    }

    List<Call> calls() {
        return calls;
    }

    Map<String, Function<List<BigInteger>, BigInteger>> functions() {
        return functions;
    }

    /** The question whether a goal can fail, with everything in it as it is. */
    String question(Term goal) {
        return question(goal, false, Map.of());
    }

    /** The same with names of products and values, as the claim has them: unsatisfiable where the goal is proven. */
    String namedQuestion(Term goal) {
        return question(goal, namedProducts, goals.get(goal));
    }

    private String question(Term goal, boolean productsNamed, Map<Term, String> named) {
        List<Term> facts = new ArrayList<>(given);
        if (productsNamed) {
            facts.addAll(lemmas);
        }
        named.keySet().forEach(value -> facts.add(bounds.get(value)));
        facts.add(Terms.not(goal));
        return SmtLib.question(facts, productsNamed, named);
    }

    /** Whether anything has a name in place of what it is. */
    boolean names(Term goal) {
        return namedProducts || !goals.get(goal).isEmpty();
    }
}
