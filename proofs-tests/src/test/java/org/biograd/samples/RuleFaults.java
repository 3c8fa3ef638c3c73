package org.biograd.samples;

import java.util.List;

/** Slips in learning rules, those of published code among them, as changes of the sample in Python. */
final class RuleFaults {

    private static final String SOURCE = "learning.py";

    static final List<PlantedFault> ALL = List.of(
            new PlantedFault(
                    "the bias learns without a trace",
                    "OTTT-3",
                    "rule.ottt-a.sample",
                    SOURCE,
                    "zip(layer.A, layer.z)",
                    "zip(layer.A, layer.z[:-1] + [1])"),
            new PlantedFault(
                    "the error is that of all steps so far",
                    "OTTT-1",
                    "rule.ottt-a.sample",
                    SOURCE,
                    "e = self.error(x_t, label, 0)",
                    "e = self.error(x_t, label, t)"),
            new PlantedFault(
                    "the gate is forgotten",
                    "OTTT-1",
                    "rule.ottt-a.sample",
                    SOURCE,
                    "L = [g_i * self.rounded",
                    "L = [self.rounded"),
            new PlantedFault(
                    "a sum saturates at the end of the sample alone",
                    "OTTT-3",
                    "rule.ottt-a.sample",
                    SOURCE,
                    "A[i] = self.hold(\"A\", A[i] + L_i * z_j, self.set[\"sum.bits\"])",
                    "A[i] += L_i * z_j"),
            new PlantedFault(
                    "the bias learns without a trace, online",
                    "OTTT-4",
                    "rule.ottt-o.sample",
                    SOURCE,
                    "self.add(layer, layer.L, layer.z)",
                    "self.add(layer, layer.L, layer.z[:-1] + [1])"),
            new PlantedFault(
                    "weights move before the errors below are computed",
                    "OTTT-4",
                    "rule.ottt-o.sample",
                    SOURCE,
                    "                r, k = self.sent_back(layer, layer.L), self.set[\"path.shift\"]",
                    "                self.move(layer, t) if online else None\n"
                            + "                r, k = self.sent_back(layer, layer.L), self.set[\"path.shift\"]"),
            new PlantedFault(
                    "all steps have the draws of step 0",
                    "OTTT-4",
                    "rule.ottt-o.sample",
                    SOURCE,
                    "self.weight_step if stream == \"WEIGHT\" else step",
                    "step"),
            new PlantedFault(
                    "a soft reset forgets what is above the threshold",
                    "RULE-8",
                    "rule.ottt-a-soft.sample",
                    SOURCE,
                    "v - A * s if soft else 0 if s else v",
                    "0 if s else v"),
            new PlantedFault(
                    "the threshold of a soft reset is strict",
                    "RULE-8",
                    "rule.ottt-a-soft.sample",
                    SOURCE,
                    "v >= p[\"soma.threshold\"] if soft else v >",
                    "v >"),
            new PlantedFault(
                    "the margin is forgotten",
                    "DESIRE-2",
                    "rule.desire.sample",
                    SOURCE,
                    "R = self.p, self.steps - self.set[\"desire.margin\"]",
                    "R = self.p, self.steps"),
            new PlantedFault(
                    "an output that is off by the limit learns",
                    "DESIRE-2",
                    "rule.desire.sample",
                    SOURCE,
                    "d_k > self.set",
                    "d_k >= self.set"),
            new PlantedFault(
                    "a hidden neuron has the error that is sent back",
                    "DESIRE-3",
                    "rule.desire.sample",
                    SOURCE,
                    "want, d)]\n            layer.q",
                    "want, d if layer is self.output else [abs(Q_j) for Q_j in Q])]\n            layer.q"),
            new PlantedFault(
                    "traces are added without a spike",
                    "DESIRE-1",
                    "rule.desire-hard.sample",
                    SOURCE,
                    "s_i * (z_j >>",
                    "(z_j >>"),
            new PlantedFault(
                    "no wish is one to spike",
                    "DESIRE-3",
                    "rule.desire-hard.sample",
                    SOURCE,
                    "int(Q_j > 0)",
                    "int(Q_j >= 0)"),
            new PlantedFault(
                    "the reset is detached in every mode",
                    "BPTT-1",
                    "rule.bptt.sample",
                    SOURCE,
                    "if mode == \"FULL\" else 0",
                    "if False else 0"),
            new PlantedFault(
                    "the error of the step after does not decay",
                    "BPTT-2",
                    "rule.bptt.sample",
                    SOURCE,
                    "scale(decay(later, self.p[\"soma.keep\"]), f_i)",
                    "scale(later, f_i)"),
            new PlantedFault(
                    "the gate closes what comes from later, too",
                    "BPTT-2",
                    "rule.bptt.sample",
                    SOURCE,
                    "g_i * sbar_i + scale(decay(later, self.p[\"soma.keep\"]), f_i)",
                    "g_i * (sbar_i + scale(decay(later, self.p[\"soma.keep\"]), f_i))"),
            new PlantedFault(
                    "times before the window are let through",
                    "TTFS-3",
                    "rule.ttfs.sample",
                    SOURCE,
                    "max(0, min(X, units))",
                    "max(0, units)"),
            new PlantedFault(
                    "silent neurons hand errors down",
                    "TTFS-4",
                    "rule.ttfs.sample",
                    SOURCE,
                    "if x_j > 0 else 0 for",
                    "for"),
            new PlantedFault(
                    "a spike counts from the step after it",
                    "TTFS-2",
                    "rule.ttfs.sample",
                    SOURCE,
                    "step == W - x_j:",
                    "step == W - x_j + 1:"),
            new PlantedFault(
                    "an input may spike twice",
                    "TTFS-1",
                    "rule.ttfs.sample",
                    SOURCE,
                    "all(sum(column) <= 1 for column in zip(*x))",
                    "True"),
            new PlantedFault(
                    "a spike takes off V",
                    "SPIDE-1",
                    "rule.spide.sample",
                    SOURCE,
                    "self.A = 2 * V if self.rule == \"spide\" else V",
                    "self.A = V"),
            new PlantedFault(
                    "neurons that spike in every step take part",
                    "SPIDE-3",
                    "rule.spide.sample",
                    SOURCE,
                    "int(0 < c_i < self.steps)",
                    "int(0 < c_i)"),
            new PlantedFault(
                    "R is transposed on the way back",
                    "SPIDE-5",
                    "rule.spide.sample",
                    SOURCE,
                    "sum(w * y_i for w, y_i in zip(row, y)) << self.p[\"weight.shift\"] for row in self.R.w]",
                    "sum(w * y_i for w, y_i in zip(row, y)) << self.p[\"weight.shift\"] for row in zip(*self.R.w)]"),
            new PlantedFault(
                    "errors spike beyond V alone",
                    "SPIDE-5",
                    "rule.spide.sample",
                    SOURCE,
                    "int(u >= V) - int(u <= -V)",
                    "int(u > V) - int(u < -V)"),
            new PlantedFault(
                    "the sweep is halved with the gradient in it",
                    "IDE-2",
                    "rule.ide.sample",
                    SOURCE,
                    "shift(r_j, log2_V, \"NEAREST_EVEN\") + g, self",
                    "shift(shift(r_j, log2_V, \"NEAREST_EVEN\") + g, 1, \"NEAREST_EVEN\"), self"),
            new PlantedFault(
                    "the mask is that of the counts",
                    "IDE-1",
                    "rule.ide.sample",
                    SOURCE,
                    "self.mask_of_counts() if self.rule == \"spide\" else self.mask_of_drive()",
                    "self.mask_of_counts()"));

    private RuleFaults() {}
}
