package org.biograd.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.biograd.spec.Rounding;
import org.biograd.words.DrawModel;
import org.biograd.words.WordModel;

/** What the operations up to level 3 answer, in unbounded integers, from the clauses alone. */
final class AnswerModel {

    private static final int[] EXPONENTIALS = {65_536, 24_109, 8_869, 3_263, 1_200, 442, 162, 60, 22, 8, 3, 1};

    private AnswerModel() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static JsonNode number(BigInteger value) {
        return JsonNodeFactory.instance.numberNode(new BigDecimal(value));
    }

    static BigInteger big(JsonNode node) {
        if (!node.isTextual()) {
            return node.bigIntegerValue();
        }
        BigInteger bits = new BigInteger(node.textValue().substring(2), 16);
        return bits.testBit(63) ? bits.subtract(BigInteger.TWO.pow(64)) : bits;
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }

    static JsonNode answer(String op, JsonNode p, JsonNode in) {
        return switch (op) {
            case "round.shift" -> shift(p, in);
            case "word.wrap" -> each(in, x -> WordModel.wrap(x, p.path("bits").intValue()));
            case "word.saturate" ->
                each(
                        in,
                        x -> p.path("signed").booleanValue()
                                ? WordModel.saturate(x, p.path("bits").intValue())
                                : WordModel.saturateUnsigned(x, p.path("bits").intValue()));
            case "decay" -> each(in, x -> WordModel.scale(x, big(p.path("factor"))));
            case "random.philox" -> philox(in);
            case "random.draw" -> draw(p, in);
            case "softmax.integer" -> outputError(p, in);
            case "lif.run" -> compartment(p, in);
            case "gate" -> gate(p, in);
            case "errorNeuron.run" -> errorNeurons(p, in);
            case "dendrite.run" -> dendrites(p, in);
            case "synapse.weight" -> weights(p, in);
            case "trace.step" -> traces(p, in);
            case "eligibility.run" -> eligibility(p, in);
            case "weight.update" -> update(p, in);
            case "sleep.update" -> sleep(p, in);
            default -> throw new IllegalArgumentException(op);
        };
    }

    private static ArrayNode of(List<BigInteger> values) {
        ArrayNode array = array();
        values.forEach(value -> array.add(number(value)));
        return array;
    }

    private static BigInteger shifted(BigInteger x, int k, JsonNode mode, JsonNode draw) {
        return WordModel.shift(x, k, Rounding.valueOf(mode.textValue()), () -> big(draw));
    }

    private static ObjectNode each(JsonNode in, UnaryOperator<BigInteger> function) {
        List<BigInteger> y = new ArrayList<>();
        in.path("x").forEach(x -> y.add(function.apply(big(x))));
        return object().set("y", of(y));
    }

    private static ObjectNode shift(JsonNode p, JsonNode in) {
        List<BigInteger> y = new ArrayList<>();
        for (int i = 0; i < in.path("x").size(); i++) {
            y.add(shifted(
                    big(in.path("x").get(i)),
                    p.path("k").intValue(),
                    p.path("mode"),
                    in.path("draw").path(i)));
        }
        return object().set("y", of(y));
    }

    private static ObjectNode philox(JsonNode in) {
        ArrayNode words = array();
        for (int b = 0; b < in.path("counter").size(); b++) {
            BigInteger[] counter = new BigInteger[4];
            for (int w = 0; w < 4; w++) {
                counter[w] = big(in.path("counter").get(b).get(w));
            }
            JsonNode key = in.path("key").get(b);
            words.add(of(List.of(DrawModel.philox(counter, big(key.get(0)), big(key.get(1))))));
        }
        return object().set("words", words);
    }

    private static ObjectNode draw(JsonNode p, JsonNode in) {
        DrawModel model = new DrawModel(big(p.path("seed")).longValue());
        List<BigInteger> draws = new ArrayList<>();
        in.path("index")
                .forEach(index -> draws.add(model.draw(
                        p.path("stream").textValue(),
                        p.path("layer").intValue(),
                        p.path("sample").longValue(),
                        p.path("step").longValue(),
                        index.longValue(),
                        p.path("bits").intValue())));
        return object().set("draw", of(draws));
    }

    private static ObjectNode outputError(JsonNode p, JsonNode in) {
        long one = 1L << p.path("error.fraction").intValue();
        ArrayNode errors = array();
        for (int r = 0; r < in.path("o").size(); r++) {
            JsonNode o = in.path("o").get(r);
            long most = 0;
            for (JsonNode count : o) {
                most = Math.max(most, count.longValue());
            }
            BigInteger sum = BigInteger.ZERO;
            List<BigInteger> x = new ArrayList<>();
            for (JsonNode count : o) {
                long d = most - count.longValue();
                x.add(big(d < EXPONENTIALS.length ? EXPONENTIALS[(int) d] : 0));
                sum = sum.add(x.get(x.size() - 1));
            }
            List<BigInteger> e = new ArrayList<>();
            for (int k = 0; k < o.size(); k++) {
                boolean softmax = p.path("error.function").textValue().equals("SOFTMAX");
                BigInteger over = softmax ? x.get(k) : big(o.get(k));
                BigInteger under = softmax ? sum : big(in.path("t").get(r).longValue() + 1);
                BigInteger nearest = WordModel.rounded(over.multiply(big(one)), under, RoundingMode.HALF_UP);
                e.add(k == in.path("label").get(r).intValue() ? nearest.subtract(big(one)) : nearest);
            }
            errors.add(of(e));
        }
        return object().set("e", errors);
    }

    private static ObjectNode compartment(JsonNode p, JsonNode in) {
        BigInteger bias = big(p.path("biasMant"))
                .multiply(BigInteger.TWO.pow(p.path("biasExp").intValue()));
        BigInteger theta = big(p.path("vthMant")).multiply(big(64));
        BigInteger u = BigInteger.ZERO;
        BigInteger v = BigInteger.ZERO;
        int resting = 0;
        List<BigInteger> us = new ArrayList<>();
        List<BigInteger> vs = new ArrayList<>();
        List<BigInteger> ss = new ArrayList<>();
        for (JsonNode a : in.path("a")) {
            u = WordModel.wrap(
                    WordModel.decay(u, 4096 - p.path("decayU").intValue()).add(big(a)), 24);
            boolean spikes = false;
            if (resting > 0) {
                resting--;
                v = BigInteger.ZERO;
            } else {
                v = WordModel.saturate(
                        WordModel.decay(v, 4096 - p.path("decayV").intValue())
                                .add(u)
                                .add(bias),
                        24);
                spikes = v.compareTo(theta) > 0;
                if (spikes) {
                    v = BigInteger.ZERO;
                    resting = p.path("refractory").intValue() - 1;
                }
            }
            us.add(u);
            vs.add(v);
            ss.add(spikes ? BigInteger.ONE : BigInteger.ZERO);
        }
        ObjectNode out = object();
        out.set("u", of(us));
        out.set("v", of(vs));
        out.set("s", of(ss));
        return out;
    }

    private static ObjectNode gate(JsonNode p, JsonNode in) {
        List<BigInteger> g = new ArrayList<>();
        for (JsonNode v : in.path("v")) {
            BigInteger distance = big(v).subtract(big(p.path("soma.threshold"))).abs();
            g.add(distance.compareTo(big(p.path("soma.window"))) < 0 ? BigInteger.ONE : BigInteger.ZERO);
        }
        return object().set("g", of(g));
    }

    private static ObjectNode errorNeurons(JsonNode p, JsonNode in) {
        BigInteger one = BigInteger.TWO.pow(p.path("error.fraction").intValue());
        ObjectNode out = object();
        for (int sign : new int[] {1, -1}) {
            ArrayNode potentials = out.putArray(sign > 0 ? "p" : "n");
            ArrayNode spikes = out.putArray(sign > 0 ? "sp" : "sn");
            int outputs = in.path("e").get(0).size();
            BigInteger[] potential = new BigInteger[outputs];
            BigInteger[] spike = new BigInteger[outputs];
            for (int k = 0; k < outputs; k++) {
                potential[k] = big(in.path(sign > 0 ? "p" : "n").path(k));
                spike[k] = big(in.path(sign > 0 ? "sp" : "sn").path(k));
            }
            for (JsonNode e : in.path("e")) {
                for (int k = 0; k < outputs; k++) {
                    BigInteger driven = potential[k]
                            .subtract(one.multiply(spike[k]))
                            .add(big(e.get(k)).multiply(big(sign)));
                    potential[k] = WordModel.saturate(
                            driven, p.path("error.potentialBits").intValue());
                    spike[k] = potential[k].compareTo(one) > 0 ? BigInteger.ONE : BigInteger.ZERO;
                }
                potentials.add(of(List.of(potential)));
                spikes.add(of(List.of(spike)));
            }
        }
        return out;
    }

    private static ObjectNode dendrites(JsonNode p, JsonNode in) {
        boolean hidden = in.has("B");
        int outputs = in.path("sp").get(0).size();
        int size = hidden ? in.path("B").size() : outputs;
        int shift = p.path(hidden ? "error.hiddenShift" : "error.outputShift").intValue();
        BigInteger[] d = new BigInteger[size];
        for (int i = 0; i < size; i++) {
            d[i] = big(in.path("D").path(i));
        }
        ObjectNode out = object();
        ArrayNode rows = out.putArray("D");
        for (int t = 0; t < in.path("sp").size(); t++) {
            for (int i = 0; i < size; i++) {
                BigInteger sum = d[i];
                for (int k = 0; k < outputs; k++) {
                    BigInteger weight = hidden ? big(in.path("B").get(i).get(k)) : big(i == k ? 1 : 0);
                    sum = sum.add(weight.multiply(big(in.path("sp").get(t).get(k))
                            .subtract(big(in.path("sn").get(t).get(k)))));
                }
                d[i] = WordModel.saturate(sum, p.path("error.dendriteBits").intValue());
            }
            rows.add(of(List.of(d)));
        }
        List<BigInteger> q = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            BigInteger x = shift < 0
                    ? d[i].multiply(BigInteger.TWO.pow(-shift))
                    : shifted(
                            d[i],
                            shift,
                            p.path("error.rounding"),
                            in.path("draw").path(i));
            q.add(WordModel.saturate(x, p.path("error.learningBits").intValue()));
        }
        out.set("q", of(q));
        return out;
    }

    private static ObjectNode weights(JsonNode p, JsonNode in) {
        List<BigInteger> effective = new ArrayList<>();
        in.path("w")
                .forEach(w -> effective.add(
                        big(w).multiply(BigInteger.TWO.pow(6 + p.path("wExp").intValue()))));
        return object().set("effective", of(effective));
    }

    private static ObjectNode traces(JsonNode p, JsonNode in) {
        List<BigInteger> decayed = new ArrayList<>();
        List<BigInteger> after = new ArrayList<>();
        for (int j = 0; j < in.path("x").size(); j++) {
            int index = j;
            BigInteger x = WordModel.shift(
                    big(in.path("x").get(j)).multiply(big(p.path("keep"))),
                    12,
                    Rounding.STOCHASTIC,
                    () -> big(in.path("drawDecay").get(index)));
            decayed.add(x);
            BigInteger impulse = big(p.path("impulseInt")).multiply(big(256)).add(big(p.path("impulseFrac")));
            after.add(WordModel.shift(
                            x.multiply(big(256)).add(impulse),
                            8,
                            Rounding.STOCHASTIC,
                            () -> big(in.path("drawImpulse").path(index)))
                    .min(big(127)));
        }
        ObjectNode out = object();
        out.set("decayed", of(decayed));
        out.set("afterImpulse", of(after));
        return out;
    }

    private static ObjectNode eligibility(JsonNode p, JsonNode in) {
        String mode = p.path("trace.mode").textValue();
        boolean shared = mode.equals("PRE_ONLY");
        int pre = in.path("x").get(0).size();
        int post = in.path("v").get(0).size();
        int columns = shared ? 1 : post;
        int bits = p.path("trace.bits").intValue();
        BigInteger[] z = new BigInteger[(pre + 1) * columns];
        BigInteger[] e = new BigInteger[(pre + 1) * post];
        BigInteger[] f = new BigInteger[post];
        Arrays.fill(z, BigInteger.ZERO);
        Arrays.fill(e, BigInteger.ZERO);
        Arrays.fill(f, big(4096));
        ObjectNode out = object();
        ArrayNode zs = out.putArray("z");
        ArrayNode es = out.putArray("E");
        ArrayNode fs = shared ? array() : out.putArray("f");
        for (int t = 0; t < in.path("x").size(); t++) {
            for (int s = 0; s < z.length; s++) {
                int j = s / columns;
                BigInteger y = shared ? z[s] : WordModel.saturate(WordModel.scale(z[s], f[s % columns]), bits + 1);
                BigInteger driven = shifted(
                        y.multiply(big(p.path("trace.keep"))),
                        12,
                        p.path("trace.rounding"),
                        in.path("draw").path(t).path(s));
                if (j == pre || in.path("x").get(t).get(j).intValue() == 1) {
                    driven = driven.add(big(p.path("trace.impulse")));
                }
                z[s] = shared ? WordModel.saturateUnsigned(driven, bits) : WordModel.saturate(driven, bits + 1);
            }
            for (int s = 0; s < e.length; s++) {
                BigInteger by = z[shared ? s / post : s].shiftRight(
                        p.path("eligibility.shift").intValue());
                e[s] = WordModel.saturate(
                        e[s].add(by.multiply(big(in.path("g").get(t).get(s % post)))),
                        p.path("eligibility.bits").intValue());
            }
            for (int i = 0; i < post; i++) {
                BigInteger factor = big(4096)
                        .multiply(
                                BigInteger.ONE.subtract(big(in.path("s").get(t).get(i))));
                if (mode.equals("FULL")) {
                    BigInteger slope = WordModel.quotient(
                            big(in.path("v").get(t).get(i)).multiply(big(4096)), big(p.path("soma.voltageOne")));
                    factor = factor.subtract(
                            slope.multiply(big(in.path("g").get(t).get(i))));
                }
                f[i] = WordModel.saturate(factor, 14);
            }
            zs.add(of(List.of(z)));
            es.add(of(List.of(e)));
            fs.add(of(List.of(f)));
        }
        return out;
    }

    private static ObjectNode update(JsonNode p, JsonNode in) {
        int fraction = p.path("update.accumulatorFraction").intValue();
        long every = p.path("update.halveEvery").longValue();
        long halvings = every == 0 ? 0 : in.path("sample").longValue() / every;
        int shift = (int) Math.min(62, p.path("update.shift").longValue() + halvings);
        ObjectNode out = object();
        for (String name : List.of("G", "P", "c", "w")) {
            out.putArray(name);
        }
        for (int j = 0; j < in.path("w").size(); j++) {
            List<List<BigInteger>> rows =
                    List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int i = 0; i < in.path("w").get(j).size(); i++) {
                BigInteger w = big(in.path("w").get(j).get(i));
                BigInteger g = BigInteger.ZERO;
                for (int b = 0; b < in.path("q").size(); b++) {
                    g = g.add(big(in.path("q").get(b).get(i))
                            .multiply(big(in.path("E").get(b).get(j).get(i))));
                }
                BigInteger product =
                        g.multiply(big(p.path("update.hiddenMultiplier"))).shiftRight(shift);
                BigInteger c = WordModel.saturate(
                        w.shiftLeft(fraction).subtract(product),
                        p.path("update.accumulatorBits").intValue());
                BigInteger rounded = shifted(
                        c,
                        fraction,
                        p.path("update.rounding"),
                        in.path("draw").path(j).path(i));
                rows.get(0).add(g);
                rows.get(1).add(product);
                rows.get(2).add(c);
                rows.get(3)
                        .add(WordModel.saturate(rounded, p.path("weight.bits").intValue()));
            }
            int row = 0;
            for (JsonNode all : out) {
                ((ArrayNode) all).add(of(rows.get(row++)));
            }
        }
        return out;
    }

    private static ObjectNode sleep(JsonNode p, JsonNode in) {
        ObjectNode out = object();
        ArrayNode hebbs = out.putArray("hebb");
        List<BigInteger> squares = new ArrayList<>();
        int counted = in.path("B").get(0).size();
        for (int k = 0; k < counted; k++) {
            BigInteger square = BigInteger.ZERO;
            for (JsonNode o : in.path("O")) {
                square = square.add(big(o.get(k)).pow(2));
            }
            squares.add(square);
        }
        out.set("square", of(squares));
        ArrayNode after = out.putArray("B");
        for (int i = 0; i < in.path("B").size(); i++) {
            List<BigInteger> hebb = new ArrayList<>();
            List<BigInteger> row = new ArrayList<>();
            for (int k = 0; k < counted; k++) {
                BigInteger sum = BigInteger.ZERO;
                for (int m = 0; m < in.path("H").size(); m++) {
                    sum = sum.add(big(in.path("H").get(m).get(i))
                            .multiply(big(in.path("O").get(m).get(k))));
                }
                BigInteger b = big(in.path("B").get(i).get(k));
                BigInteger exact = sum.shiftLeft(p.path("sleep.hebbShift").intValue())
                        .subtract(squares.get(k).multiply(b));
                BigInteger moved = b.add(shifted(
                        exact,
                        p.path("sleep.shift").intValue(),
                        p.path("sleep.rounding"),
                        in.path("draw").path(i).path(k)));
                hebb.add(sum);
                row.add(WordModel.saturate(moved, p.path("feedback.bits").intValue()));
            }
            hebbs.add(of(hebb));
            after.add(of(row));
        }
        return out;
    }
}
