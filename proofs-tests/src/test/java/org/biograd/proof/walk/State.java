package org.biograd.proof.walk;

import java.util.ArrayList;
import org.biograd.proof.term.Op;
import org.biograd.proof.term.Term;
import org.biograd.proof.term.Terms;

/** Where one path through a method stands. */
final class State {

    Object[] locals;
    ArrayList<Object> stack;
    int at;

    /** The condition under which the path is taken. */
    Term path;

    State(Object[] locals, ArrayList<Object> stack, int at, Term path) {
        this.locals = locals;
        this.stack = stack;
        this.at = at;
        this.path = path;
    }

    State fork(int to, Term condition) {
        return new State(locals.clone(), new ArrayList<>(stack), to, Terms.both(path, condition));
    }

    /** Becomes both paths, that stand at the same instruction. */
    void join(State other) {
        for (int i = 0; i < locals.length; i++) {
            locals[i] = choose(path, locals[i], other.locals[i], true);
        }
        for (int i = 0; i < stack.size(); i++) {
            stack.set(i, choose(path, stack.get(i), other.stack.get(i), false));
        }
        path = either(path, other.path);
    }

    /** Of p and c, p and not c: p. */
    private static Term either(Term x, Term y) {
        if (x.op() == Op.BOTH
                && y.op() == Op.BOTH
                && x.arguments().get(0) == y.arguments().get(0)
                && x.arguments().get(1) == Terms.not(y.arguments().get(1))) {
            return x.arguments().get(0);
        }
        return x == Terms.not(y) ? Terms.TRUE : Terms.either(x, y);
    }

    /**
     * The first value where the condition holds, else the second.
     *
     * @param dead whether values of two kinds are allowed, and become none: a local that only one of the paths has used
     */
    static Object choose(Term condition, Object yes, Object no, boolean dead) {
        if (yes == no || condition.isTrue()) {
            return yes;
        }
        if (yes instanceof Term x && no instanceof Term y) {
            if (x.width() == y.width()) {
                return Terms.ite(condition, x, y);
            }
        } else if (!(yes instanceof Term) && !(no instanceof Term)) {
            return new Choice(condition, yes, no);
        }
        if (dead) {
            return null;
        }
        throw new IllegalStateException("a value of two kinds: " + yes + " and " + no);
    }
}
