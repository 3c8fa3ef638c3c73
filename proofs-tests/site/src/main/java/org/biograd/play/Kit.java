package org.biograd.play;

import org.biograd.fixedpoint.SurrogateGate;
import org.biograd.fixedpoint.word.Draws;
import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.DrawStream;
import org.biograd.spec.Rounding;
import org.biograd.spec.profile.SomaParameters;

/**
 * Answers cases of the kit in a browser, with the classes of {@code fixedpoint}. Words come and go as decimal text: a
 * number of JavaScript has 53 bits.
 */
final class Kit {

    private Kit() {}

    /**
     * The answer to a case.
     *
     * @param op the operation
     * @param parameters its parameters, in the order that {@code switch} below takes them
     * @param x what it is asked about
     * @param draws a draw for each x where the rounding is STOCHASTIC; else empty
     * @throws IllegalArgumentException where it is not answered here
     */
    static String[] answer(String op, String[] parameters, String[] x, String[] draws) {
        String[] y = new String[x.length];
        int[] gates = op.equals("gate") ? gates(parameters, x) : new int[0];
        for (int i = 0; i < x.length; i++) {
            long value = Long.parseLong(x[i]);
            long draw = draws.length == 0 ? 0 : Long.parseLong(draws[i]);
            y[i] = Long.toString(
                    switch (op) {
                        case "word.wrap" -> Words.wrap(value, n(parameters[0]));
                        case "word.saturate" ->
                            parameters[1].equals("true")
                                    ? Words.saturate(value, n(parameters[0]))
                                    : Words.saturateUnsigned(value, n(parameters[0]));
                        case "round.shift" ->
                            Words.shift(value, n(parameters[1]), Rounding.valueOf(parameters[0]), draw);
                        case "decay" -> Words.scale(value, n(parameters[0]));
                        case "random.draw" -> draw(parameters, (int) value);
                        case "gate" -> gates[i];
                        default -> throw new IllegalArgumentException(op);
                    });
        }
        return y;
    }

    private static long draw(String[] parameters, int index) {
        Draws draws = new Draws(Long.parseLong(parameters[0]));
        draws.select(
                DrawStream.valueOf(parameters[1]),
                n(parameters[2]),
                Long.parseLong(parameters[3]),
                n(parameters[4]),
                n(parameters[5]));
        return draws.at(index);
    }

    private static int[] gates(String[] parameters, String[] x) {
        int[] voltages = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            voltages[i] = n(x[i]);
        }
        SomaParameters soma = new SomaParameters(32, 32, 1, 0, n(parameters[0]), n(parameters[1]));
        SurrogateGate gate = new SurrogateGate(x.length, soma);
        gate.step(voltages);
        return gate.gates();
    }

    private static int n(String text) {
        return Integer.parseInt(text);
    }
}
