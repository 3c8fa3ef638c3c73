package org.biograd.theorems;

import static org.biograd.theorems.Exactly.assertEqual;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.reference.exact.Synapses;
import org.biograd.reference.exact.rule.ErrorEquation;
import org.biograd.reference.exact.rule.FeedbackRun;
import org.biograd.spec.Clause;
import org.junit.jupiter.api.Test;

/** IDE and SPIDE: a layer with feedback connections at its equilibrium, and the errors there. */
class T13EquilibriumTest {

    private static final int DRAWS = 200;

    private record Drawn(FeedbackRun run, ErrorEquation equation, BigFraction[] gradient, RuleDraws draws) {

        int size() {
            return gradient.length;
        }
    }

    /** Rows of |R| add up to less than what a spike takes off, so that the equation has a solution. */
    private static Drawn draw(long seed) {
        RuleDraws draws = new RuleDraws(seed);
        int size = draws.between(1, 4);
        int inputs = draws.between(1, 4);
        BigFraction threshold = draws.fraction(2, 6, 2);
        BigFraction reset = threshold.multiply(draws.between(1, 2));
        BigFraction[][] recurrent = draws.matrix(size, size, -5, 5, 24);
        for (BigFraction[] row : recurrent) {
            for (int j = 0; j < size; j++) {
                row[j] = row[j].multiply(reset);
            }
        }
        Synapses forward = draws.synapses(inputs, size, -4, 9, 8);
        FeedbackRun run =
                FeedbackRun.of(recurrent, forward, threshold, reset, draws.spikes(draws.between(3, 16), inputs));
        boolean[] mask = seed % 2 == 0 ? run.maskOfCounts() : run.maskOfDrive();
        return new Drawn(run, new ErrorEquation(recurrent, mask, reset), draws.vector(size, -9, 9, 16), draws);
    }

    @Property(tries = 300)
    @Clause({"SPIDE-1", "IDE-1"})
    void whatASpikeTakesOffIsWhatCameIn(@ForAll long seed) {
        FeedbackRun run = draw(seed).run;
        int[] last = run.s()[run.steps() - 1];
        int[] count = run.counts();
        BigFraction[] before = new BigFraction[count.length];
        for (int i = 0; i < before.length; i++) {
            before[i] = BigFraction.of(count[i] - last[i], run.steps());
        }
        BigFraction[] drive = run.drive(before);
        BigFraction[] expected = new BigFraction[count.length];
        BigFraction[] actual = new BigFraction[count.length];
        for (int i = 0; i < count.length; i++) {
            expected[i] = drive[i].multiply(run.steps()).subtract(run.left()[i]);
            actual[i] = run.reset().multiply(count[i]);
        }
        assertEqual(expected, actual, "reset c = R c(T-1) + F sum x + T b - u(T)");
    }

    @Property(tries = 300)
    @Clause("SPIDE-5")
    void spikesSolveTheErrorsEquation(@ForAll long seed) {
        Drawn drawn = draw(seed);
        int steps = drawn.draws.between(1, 30);
        ErrorEquation.Spikes spikes = drawn.equation.spike(drawn.gradient, steps);
        BigFraction[] beta = new BigFraction[drawn.size()];
        BigFraction[] last = new BigFraction[drawn.size()];
        for (int i = 0; i < beta.length; i++) {
            beta[i] = BigFraction.of(spikes.count()[i], steps);
            last[i] = BigFraction.of(spikes.last()[i]);
        }
        BigFraction[] back = drawn.equation.back(beta);
        BigFraction[] backOfLast = drawn.equation.back(last);
        BigFraction largest = BigFraction.ZERO;
        for (int j = 0; j < beta.length; j++) {
            BigFraction[] unit = new BigFraction[beta.length];
            BigFraction column = BigFraction.ZERO;
            for (int i = 0; i < beta.length; i++) {
                Arrays.fill(unit, BigFraction.ZERO);
                unit[i] = BigFraction.ONE;
                column = column.add(drawn.equation.back(unit)[j].abs());
            }
            largest = column.compareTo(largest) > 0 ? column : largest;
        }
        for (int i = 0; i < beta.length; i++) {
            BigFraction residual = spikes.left()[i].add(backOfLast[i]).divide(steps);
            assertEquals(
                    drawn.gradient[i].subtract(residual), beta[i].subtract(back[i]), "beta - J^T beta of neuron " + i);
            if (spikes.left()[i].abs().compareTo(BigFraction.of(1, 2)) <= 0) {
                BigFraction bound = largest.add(BigFraction.of(1, 2)).divide(steps);
                assertTrue(residual.abs().compareTo(bound) <= 0, "residual of neuron " + i);
            }
        }
    }

    /** With the mask given, beta and the forward derivative of the equilibrium are adjoint. */
    @Property(tries = 300)
    @Clause("IDE-2")
    void theSolutionIsTheAdjoint(@ForAll long seed) {
        Drawn drawn = draw(seed);
        BigFraction[] beta = drawn.equation.solve(drawn.gradient);
        BigFraction[] df = drawn.draws.vector(drawn.size(), -5, 5, 3);
        BigFraction[] da = forward(drawn, df);
        BigFraction left = BigFraction.ZERO;
        BigFraction right = BigFraction.ZERO;
        for (int i = 0; i < da.length; i++) {
            left = left.add(drawn.gradient[i].multiply(da[i]));
            right = right.add(beta[i].multiply(df[i]));
        }
        assertEquals(left, right, "grad . da = beta . df");
    }

    /** Solves da = J da + df by Cramer's rule, a way that shares nothing with elimination. */
    private static BigFraction[] forward(Drawn drawn, BigFraction[] df) {
        BigFraction[][] system = system(drawn);
        BigFraction determinant = determinant(system);
        BigFraction[] da = new BigFraction[df.length];
        for (int c = 0; c < df.length; c++) {
            BigFraction[][] replaced = new BigFraction[df.length][];
            for (int r = 0; r < df.length; r++) {
                replaced[r] = system[r].clone();
                replaced[r][c] = df[r];
            }
            da[c] = determinant(replaced).divide(determinant);
        }
        return da;
    }

    /** I - J, J_ij = m_i R_ij / unit. */
    private static BigFraction[][] system(Drawn drawn) {
        int n = drawn.size();
        BigFraction[][] a = new BigFraction[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                BigFraction jacobian = drawn.equation.mask()[i]
                        ? drawn.equation.recurrent()[i][j].divide(drawn.equation.unit())
                        : BigFraction.ZERO;
                a[i][j] = BigFraction.of(i == j ? 1 : 0).subtract(jacobian);
            }
        }
        return a;
    }

    private static BigFraction determinant(BigFraction[][] a) {
        if (a.length == 1) {
            return a[0][0];
        }
        BigFraction sum = BigFraction.ZERO;
        for (int c = 0; c < a.length; c++) {
            BigFraction[][] minor = new BigFraction[a.length - 1][a.length - 1];
            for (int r = 1; r < a.length; r++) {
                for (int k = 0; k < a.length - 1; k++) {
                    minor[r - 1][k] = a[r][k < c ? k : k + 1];
                }
            }
            BigFraction term = a[0][c].multiply(determinant(minor));
            sum = c % 2 == 0 ? sum.add(term) : sum.subtract(term);
        }
        return sum;
    }

    /**
     * Where no mask changes, the equilibrium is a rational function of each weight, of degree 1 over 1: (I - J) a =
     * m (F x + b) / unit. So its derivative can be had from two other values of it, with equality, and it is step.
     */
    @Property(tries = 300)
    @Clause({"IDE-2", "SPIDE-6"})
    void theStepIsTheDerivativeOfTheEquilibrium(@ForAll long seed) {
        Drawn drawn = draw(seed);
        BigFraction[] a = equilibrium(drawn, drawn.run.recurrent());
        BigFraction[] beta = drawn.equation.solve(drawn.gradient);
        BigFraction[][] step = drawn.equation.recurrentStep(beta, a);
        int i = drawn.draws.between(0, drawn.size() - 1);
        int j = drawn.draws.between(0, drawn.size() - 1);
        BigFraction h = BigFraction.of(1, 1000);
        BigFraction up = loss(drawn, moved(drawn, i, j, h));
        BigFraction down = loss(drawn, moved(drawn, i, j, h.negate()));
        BigFraction here = loss(drawn, drawn.run.recurrent());
        // y(h) = y0 + p h / (1 + q h): the two secants u and w give p = 2 u w / (u + w).
        BigFraction u = up.subtract(here).divide(h);
        BigFraction w = here.subtract(down).divide(h);
        BigFraction sum = u.add(w);
        BigFraction derivative =
                sum.isZero() ? BigFraction.ZERO : u.multiply(w).multiply(2).divide(sum);
        assertEquals(derivative, step[i][j], "derivative with respect to R" + i + "," + j);
    }

    private static BigFraction[][] moved(Drawn drawn, int i, int j, BigFraction h) {
        BigFraction[][] r =
                Arrays.stream(drawn.run.recurrent()).map(BigFraction[]::clone).toArray(BigFraction[][]::new);
        r[i][j] = r[i][j].add(h);
        return r;
    }

    private static BigFraction loss(Drawn drawn, BigFraction[][] recurrent) {
        BigFraction[] a = equilibrium(drawn, recurrent);
        BigFraction sum = BigFraction.ZERO;
        for (int i = 0; i < a.length; i++) {
            sum = sum.add(drawn.gradient[i].multiply(a[i]));
        }
        return sum;
    }

    /** a = m (R a + F xbar + b) / unit, the mask held; neurons that it closes have a rate of 0 here. */
    private static BigFraction[] equilibrium(Drawn drawn, BigFraction[][] recurrent) {
        ErrorEquation equation = new ErrorEquation(recurrent, drawn.equation.mask(), drawn.equation.unit());
        Drawn with = new Drawn(drawn.run, equation, drawn.gradient, drawn.draws);
        BigFraction[] zero = new BigFraction[drawn.size()];
        Arrays.fill(zero, BigFraction.ZERO);
        BigFraction[] fromInputs = drawn.run.drive(zero);
        for (int i = 0; i < zero.length; i++) {
            zero[i] = equation.mask()[i] ? fromInputs[i].divide(equation.unit()) : BigFraction.ZERO;
        }
        return forward(with, zero);
    }

    /** Without feedback connections beta is grad: plain backpropagation through clamped rates. */
    @Property(tries = 300)
    @Clause("IDE-2")
    void withoutFeedbackItIsPlainBackpropagation(@ForAll long seed) {
        Drawn drawn = draw(seed);
        BigFraction[][] none = new BigFraction[drawn.size()][drawn.size()];
        for (BigFraction[] row : none) {
            Arrays.fill(row, BigFraction.ZERO);
        }
        FeedbackRun run =
                FeedbackRun.of(none, drawn.run.forward(), drawn.run.threshold(), drawn.run.threshold(), drawn.run.x());
        ErrorEquation equation = new ErrorEquation(none, run.maskOfDrive(), run.threshold());
        BigFraction[] beta = equation.solve(drawn.gradient);
        assertEqual(drawn.gradient, beta, "beta");
        Synapses step = equation.forwardStep(beta, run.inputRates());
        BigFraction[] rates = run.inputRates();
        BigFraction[] zero = new BigFraction[drawn.size()];
        Arrays.fill(zero, BigFraction.ZERO);
        BigFraction[] drive = run.drive(zero);
        for (int i = 0; i < drive.length; i++) {
            for (int j = 0; j < rates.length; j++) {
                // The secant of clamp((F xbar + b) / V, 0, 1): its pieces are straight, so it is the derivative.
                BigFraction h = BigFraction.of(1, 1_000_000);
                BigFraction here = clamp(drive[i].divide(run.threshold()));
                BigFraction there = clamp(drive[i].add(h.multiply(rates[j])).divide(run.threshold()));
                BigFraction back = clamp(drive[i].subtract(h.multiply(rates[j])).divide(run.threshold()));
                boolean onAnEdge = !there.subtract(here).equals(here.subtract(back));
                if (!onAnEdge) {
                    assertEquals(
                            there.subtract(here).divide(h).multiply(drawn.gradient[i]),
                            step.weights()[i][j],
                            "F" + i + "," + j);
                }
            }
        }
    }

    private static BigFraction clamp(BigFraction x) {
        return x.signum() < 0 ? BigFraction.ZERO : x.compareTo(BigFraction.ONE) > 0 ? BigFraction.ONE : x;
    }

    /** The fixed point of beta = (J^T beta + grad) / 2, and a mask that is forgotten. */
    @Test
    void wrongSolutionsAreCaught() {
        int halved = 0;
        int unmasked = 0;
        for (long seed = 0; seed < DRAWS; seed++) {
            Drawn drawn = draw(seed);
            BigFraction[] right = drawn.equation.solve(drawn.gradient);
            // (2 I - J^T) beta = grad, which is the solution for R / 2 and grad / 2.
            BigFraction[][] half = scaled(drawn.run.recurrent(), BigFraction.of(1, 2));
            BigFraction[] halfGradient = scaled(new BigFraction[][] {drawn.gradient}, BigFraction.of(1, 2))[0];
            BigFraction[] wrong =
                    new ErrorEquation(half, drawn.equation.mask(), drawn.equation.unit()).solve(halfGradient);
            halved += Arrays.equals(right, wrong) ? 0 : 1;
            boolean[] open = new boolean[drawn.size()];
            Arrays.fill(open, true);
            BigFraction[] withoutMask =
                    new ErrorEquation(drawn.run.recurrent(), open, drawn.equation.unit()).solve(drawn.gradient);
            unmasked += Arrays.equals(right, withoutMask) ? 0 : 1;
        }
        assertTrue(halved > DRAWS / 2, "the halved iteration was caught " + halved + " times");
        assertTrue(unmasked > DRAWS / 4, "a mask forgotten was caught " + unmasked + " times");
    }

    /** A spike that takes 1 V off where the theorem says 2 V, and a phase that forgets its last spikes. */
    @Test
    void wrongSpikesAreCaught() {
        int reset = 0;
        int last = 0;
        for (long seed = 0; seed < DRAWS; seed++) {
            Drawn drawn = draw(seed);
            BigFraction doubled = drawn.run.reset().multiply(2);
            ErrorEquation other = new ErrorEquation(drawn.run.recurrent(), drawn.equation.mask(), doubled);
            int[] count = drawn.equation.spike(drawn.gradient, 20).count();
            reset += Arrays.equals(count, other.spike(drawn.gradient, 20).count()) ? 0 : 1;
            ErrorEquation.Spikes spikes = drawn.equation.spike(drawn.gradient, 20);
            BigFraction[] sent =
                    Arrays.stream(spikes.last()).mapToObj(BigFraction::of).toArray(BigFraction[]::new);
            last += Arrays.stream(drawn.equation.back(sent)).allMatch(BigFraction::isZero) ? 0 : 1;
        }
        assertTrue(reset > DRAWS / 5, "a reset by V was caught " + reset + " times");
        assertTrue(last > DRAWS / 10, "the last spikes mattered " + last + " times");
    }

    private static BigFraction[][] scaled(BigFraction[][] matrix, BigFraction by) {
        return Arrays.stream(matrix)
                .map(row -> Arrays.stream(row).map(v -> v.multiply(by)).toArray(BigFraction[]::new))
                .toArray(BigFraction[][]::new);
    }
}
