package org.biograd.proof.prove;

import com.microsoft.z3.BitVecNum;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.Model;
import com.microsoft.z3.Params;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks Z3. */
final class Z3 {

    /** What a solver says: whether the facts of a question can hold together. */
    enum Verdict {
        CAN_HOLD,
        CANNOT_HOLD,
        OPEN
    }

    /**
     * An answer.
     *
     * @param values of the variables where the facts hold, unsigned; empty otherwise
     */
    record Answer(Verdict verdict, Map<String, BigInteger> values) {}

    private Z3() {}

    /**
     * Decides a question in SMT-LIB.
     *
     * @param tactic the name of one; empty: Z3's own choice
     */
    static Answer ask(String question, String tactic, int seconds, List<Scene.Variable> variables) {
        try (Context z3 = new Context()) {
            Solver solver = tactic.isEmpty() ? z3.mkSolver() : z3.mkSolver(z3.mkTactic(tactic));
            Params limit = z3.mkParams();
            limit.add("timeout", seconds * 1000);
            solver.setParameters(limit);
            solver.add(z3.parseSMTLIB2String(question, null, null, null, null));
            Status status = solver.check();
            Map<String, BigInteger> values = new HashMap<>();
            if (status == Status.SATISFIABLE) {
                Model model = solver.getModel();
                for (Scene.Variable v : variables) {
                    String name = v.term().name();
                    Expr<?> value = model.eval(z3.mkBVConst(name, v.term().width()), true);
                    values.put(name, ((BitVecNum) value).getBigInteger());
                }
            }
            return new Answer(
                    switch (status) {
                        case SATISFIABLE -> Verdict.CAN_HOLD;
                        case UNSATISFIABLE -> Verdict.CANNOT_HOLD;
                        case UNKNOWN -> Verdict.OPEN;
                    },
                    values);
        }
    }
}
