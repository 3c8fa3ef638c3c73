package org.biograd.theorems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.reference.exact.BackpropagationThroughTime;
import org.biograd.reference.exact.Gradient;
import org.biograd.reference.exact.LayerRun;
import org.biograd.reference.exact.Synapses;
import org.biograd.spec.TraceMode;

/** The yardstick of the theorems, held against the definition of a derivative. */
@Domain(ExactCases.class)
@Domain(DomainContext.Global.class)
class BackpropagationThroughTimeTest {

    /**
     * The derivative along a direction, computed forward from the equations of the network with the chain rule alone,
     * is the scalar product of the direction and the gradient: through all layers, exactly.
     */
    @Property(tries = 300)
    void gradientIsTheDerivativeInEveryDirection(
            @ForAll ExactCase drawn,
            @ForAll ExactCase towards,
            @ForAll TraceMode reset,
            @ForAll ExactCases.Errors errors) {
        List<LayerRun> layers = drawn.network(reset).forward(drawn.sample());
        BigFraction[] e = errors.vector(drawn.shape().outputs());
        Gradient gradient = BackpropagationThroughTime.of(layers, e, reset);
        ExactCase direction = new ExactCase(
                drawn.sizes(), 8, drawn.neuron(), 1, 0, drawn.function(), towards.numbers(), towards.input(), 0);

        BigFraction product = BigFraction.ZERO;
        BigFraction[][] moved = new BigFraction[drawn.steps()][drawn.sizes().get(0)];
        for (BigFraction[] step : moved) {
            Arrays.fill(step, BigFraction.ZERO);
        }
        for (int l = 1; l <= drawn.layers(); l++) {
            Synapses change = direction.network(reset).synapses(l);
            moved = tangent(layers.get(l - 1), change, moved, reset);
            product = product.add(product(change, gradient.layer(l)));
        }
        BigFraction derivative = BigFraction.ZERO;
        for (BigFraction[] step : moved) {
            for (int k = 0; k < e.length; k++) {
                derivative = derivative.add(e[k].multiply(step[k]));
            }
        }
        assertEquals(derivative, product, reset.toString());
    }

    /** How the spikes of a layer move when its synapses and the spikes below do. */
    private static BigFraction[][] tangent(LayerRun run, Synapses change, BigFraction[][] below, TraceMode reset) {
        int size = run.synapses().post();
        BigFraction[][] v = new BigFraction[run.steps()][size];
        BigFraction[][] s = new BigFraction[run.steps()][size];
        for (int t = 0; t < run.steps(); t++) {
            for (int i = 0; i < size; i++) {
                BigFraction input = change.biases()[i];
                for (int j = 0; j < below[t].length; j++) {
                    input = input.add(change.weights()[i][j].multiply(run.x()[t][j]));
                    input = input.add(run.synapses().weights()[i][j].multiply(below[t][j]));
                }
                v[t][i] = input;
                if (t > 0) {
                    BigFraction kept = v[t - 1][i];
                    if (reset != TraceMode.PRE_ONLY) {
                        kept = kept.multiply(1 - run.s()[t - 1][i]);
                    }
                    if (reset == TraceMode.FULL) {
                        kept = kept.subtract(run.v()[t - 1][i].multiply(s[t - 1][i]));
                    }
                    v[t][i] = v[t][i].add(run.neuron().decay().multiply(kept));
                }
                s[t][i] = run.g()[t][i].multiply(v[t][i]);
            }
        }
        return s;
    }

    private static BigFraction product(Synapses a, Synapses b) {
        BigFraction product = BigFraction.ZERO;
        for (int i = 0; i < a.post(); i++) {
            for (int j = 0; j < a.pre(); j++) {
                product = product.add(a.weights()[i][j].multiply(b.weights()[i][j]));
            }
            product = product.add(a.biases()[i].multiply(b.biases()[i]));
        }
        return product;
    }

    @Property(tries = 20)
    void refusesWhatIsNotOneRun(@ForAll ExactCase drawn) {
        List<LayerRun> layers = drawn.network(TraceMode.FULL).forward(drawn.sample());
        BigFraction[] tooMany = Exactly.ones(drawn.shape().outputs() + 1);
        assertThrows(
                IllegalArgumentException.class, () -> BackpropagationThroughTime.of(layers, tooMany, TraceMode.FULL));
        assertThrows(
                IllegalArgumentException.class,
                () -> BackpropagationThroughTime.of(List.of(), tooMany, TraceMode.FULL));
    }
}
