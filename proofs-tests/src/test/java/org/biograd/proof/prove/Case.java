package org.biograd.proof.prove;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.biograd.proof.term.Evaluator;
import org.biograd.proof.term.Term;
import org.biograd.proof.term.Terms;

/** One claim: how it is proven, and how its planted fault is refuted. */
public final class Case {

    /** A claim that a solver has not decided within so many seconds is open, and fails. */
    private static final int SECONDS = 180;

    private final Method method;

    Case(Method method) {
        this.method = method;
        method.setAccessible(true);
    }

    /** Class and method of the claim, for example {@code WordProofs.wrap}. */
    public String name() {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    public Proof proof() {
        return method.getAnnotation(Proof.class);
    }

    public Planted planted() {
        return method.getAnnotation(Planted.class);
    }

    /** The claim about the code as it is. */
    Scene scene() {
        return scene(Sources.asTheyAre());
    }

    private Scene scene(Sources sources) {
        Scene scene = new Scene(sources.classes(), sources);
        try {
            method.invoke(null, scene);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(name(), e.getCause());
        }
        if (scene.goals().isEmpty()) {
            throw new IllegalStateException(name() + " proves nothing");
        }
        return scene;
    }

    /**
     * The digest of all questions that the claim puts to a solver, and of its planted fault: it changes with the code,
     * the claim and the walker.
     */
    public String digest() {
        Planted fault = planted();
        List<String> all = new ArrayList<>(questions());
        // Not its toString(), which is another on each JDK.
        all.addAll(List.of(fault.value(), fault.in(), fault.right(), fault.wrong()));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", all).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Tries the claim on so many random values: see {@link Examples}.
     *
     * @throws AssertionError where walker and code disagree, or a lemma or the claim fails
     */
    public void tryOut(int count) {
        Examples.tryOut(this, count);
    }

    /** All questions that the claim puts to a solver; each cannot be satisfied where it holds. */
    public List<String> questions() {
        Scene scene = scene();
        return scene.goals().stream().map(scene::namedQuestion).toList();
    }

    /**
     * Proves every goal.
     *
     * @throws AssertionError where one is refuted, with the values for which it fails, or is left open
     */
    public void prove() {
        Scene scene = scene();
        int number = 0;
        for (Term goal : scene.goals()) {
            number++;
            String question = scene.namedQuestion(goal);
            Z3.Answer answer = Z3.ask(question, proof().tactic(), SECONDS, scene.variables());
            if (answer.verdict() != Z3.Verdict.CANNOT_HOLD) {
                throw new AssertionError(name() + ", goal " + number + " of "
                        + scene.goals().size() + " is "
                        + (answer.verdict() == Z3.Verdict.OPEN
                                ? "open after " + SECONDS + " s"
                                : "refuted: " + text(scene, answer.values())));
            }
        }
    }

    /**
     * Refutes the claim about the faulty code, and replays the counterexample: the faulty code does what the walker
     * says and breaks the claim, the code as it is keeps it.
     *
     * @return the counterexample
     * @throws AssertionError where the fault is not found
     */
    public String refute() {
        Scene faulty = scene(Sources.with(planted()));
        for (Term goal : faulty.goals()) {
            Map<String, BigInteger> values = counterexample(faulty, goal);
            if (values != null) {
                String text = text(faulty, values);
                replay(faulty, values, goal, text);
                return text;
            }
        }
        throw new AssertionError(
                name() + " also proves the faulty code: " + planted().value());
    }

    private Map<String, BigInteger> counterexample(Scene scene, Term goal) {
        if (scene.names(goal)) {
            Z3.Answer named = Z3.ask(scene.namedQuestion(goal), proof().tactic(), SECONDS, scene.variables());
            if (named.verdict() == Z3.Verdict.CANNOT_HOLD) {
                return null;
            }
            // The solver has made up products; often its values, or some others, refute with real products too.
            if (named.verdict() == Z3.Verdict.CAN_HOLD && refutes(scene, goal, named.values())) {
                return named.values();
            }
        }
        Map<String, BigInteger> drawn = Examples.draw(scene, values -> refutes(scene, goal, values));
        if (drawn != null) {
            return drawn;
        }
        Z3.Answer answer = Z3.ask(scene.question(goal), "", SECONDS, scene.variables());
        return answer.verdict() == Z3.Verdict.CAN_HOLD ? answer.values() : null;
    }

    private static boolean refutes(Scene scene, Term goal, Map<String, BigInteger> values) {
        Evaluator at = new Evaluator(values, scene.functions());
        return scene.givens().stream().allMatch(at::holds) && !at.holds(goal);
    }

    private void replay(Scene faulty, Map<String, BigInteger> values, Term goal, String text) {
        Evaluator there = new Evaluator(values, faulty.functions());
        if (!refutes(faulty, goal, values)) {
            throw new AssertionError(name() + ": no counterexample: " + text);
        }
        String difference = Replay.difference(faulty, there);
        if (difference != null) {
            throw new AssertionError(name() + ": the faulty code does otherwise: " + difference + ", at " + text);
        }
        if (!faulty.shown().isEmpty() && faulty.shown().stream().allMatch(there::holds)) {
            throw new AssertionError(name() + ": what the faulty code returns is right as a whole, at " + text);
        }
        Scene real = scene();
        Evaluator here = new Evaluator(values, real.functions());
        String realDifference = Replay.difference(real, here);
        if (realDifference != null) {
            throw new AssertionError(name() + ": " + realDifference + ", at " + text);
        }
        for (Term conclusion : real.conclusions()) {
            if (!here.holds(conclusion)) {
                throw new AssertionError(name() + ": the code as it is fails too, at " + text);
            }
        }
    }

    private static String text(Scene scene, Map<String, BigInteger> values) {
        StringJoiner text = new StringJoiner(", ");
        for (Scene.Variable v : scene.variables()) {
            BigInteger value = values.get(v.term().name());
            text.add(v.term().name() + " "
                    + Terms.constant(value, v.term().width()).signed());
        }
        return text.toString();
    }

    /** The classes whose methods the claim calls, by their internal names. */
    public Set<String> callees() {
        return scene().calls().stream().map(Call::owner).collect(Collectors.toSet());
    }

    /** The lemmas that the claim uses. */
    public List<Lemma> lemmas() {
        return List.copyOf(scene().used());
    }

    @Override
    public String toString() {
        return name();
    }
}
