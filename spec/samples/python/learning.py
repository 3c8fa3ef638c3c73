"""A sample of each learning rule of chapter 17 of the spec, and the update after it, from the text of its clauses.

Words, draws, neurons with the hard reset, traces, errors and updates are those of biograd.py. The methods of a rule stand in the order of its
clauses.
"""

from biograd import Layer, Network, decay, quotient, saturate, scale, shift, wrap

OTTT = {"v", "s", "g", "z", "e", "L", "A"}
DESIRE = {"v", "s", "z", "S"}
BY_STEP = {  # the signals that a case asks for step by step
    "bptt": {"v", "s", "g", "f", "sbar", "vbar"}, "ottt-a": OTTT, "ottt-a-soft": OTTT, "ottt-o": OTTT - {"A"} | {"dW", "w"},
    "desire": DESIRE, "desire-hard": DESIRE, "ttfs": set(), "spide": {"v", "s", "ub", "ob", "beta"}, "ide": {"v", "s", "beta"},
}


class RuleNetwork(Network):
    """A network of a rule with given weights: w, and R where the rule has recurrent weights. It keeps what it observes."""

    def __init__(self, rule, profile, settings, seed, given):
        self.rule, self.set, self.given, self.kept, self.weight_step = rule, settings, given, {}, 0
        super().__init__(profile, given["sizes"], seed, self.keep)
        self.steps, self.samples = profile["time.steps"], given["sample"]
        for layer in self.layers:
            layer.reset(profile)
            layer.z = [0] * (layer.fan_in + 1)  # ELIG-1, whatever trace.mode is

    def initial_weights(self):
        for layer, w in zip(self.layers, self.given["w"]):
            layer.w = [list(row) for row in w]

    def random_feedback(self):  # RULE-1: a rule has none
        pass

    aligned_feedback = random_feedback

    def draws(self, stream, layer, sample, step, index):
        """Of weights the step is the one in which they move: OTTT-4, SPIDE-7; else 0."""
        return super().draws(stream, layer, sample, self.weight_step if stream == "WEIGHT" else step, index)

    def keep(self, signal, layer, context, step, values):
        self.kept.setdefault(signal, {}).setdefault(layer, {})[step] = list(values)

    def signals(self):
        """By signal and layer, x from layer 0 on, and where BY_STEP has the signal by step; [] where there is none."""
        out = {}
        for signal, layers in self.kept.items():
            rows = out[signal] = []
            for l in range(0 if signal == "x" else 1, max(layers) + 1):
                steps = layers.get(l, {})
                if signal in BY_STEP[self.rule]:
                    rows.append([steps.get(t, []) for t in range(max(steps, default=-1) + 1)])
                else:
                    rows.append(next(iter(steps.values()), []))
        return out

    def hold(self, word, exact, bits):  # RULE-2
        return self.stored(word, exact, saturate(exact, bits))

    def sent_back(self, above, y):  # RULE-7: r_j, the bias left out
        return [sum(w * y_i for w, y_i in zip(row, y)) << self.p["weight.shift"] for row in above.w[:-1]]

    def rounded(self, exact, k, layer, t, index):
        """A rounding by error.rounding, with its draw of stream LEARNING_ERROR."""
        return shift(exact, k, self.p["error.rounding"], self.draws("LEARNING_ERROR", layer.number, self.samples, t, index))

    def neurons(self, layer, a, t, soft, keep, A):
        """SOMA-1 to SOMA-4, or with the soft reset RULE-8: the spikes of a layer that receives the sums a."""
        p = self.p
        exact = [a_i << p["weight.shift"] for a_i in a]
        u = [self.stored("u", x, wrap(x, p["soma.currentBits"])) for x in exact]
        rest = [v - A * s if soft else 0 if s else v for v, s in zip(layer.v, layer.s)]
        layer.v = [self.hold("v", decay(r, keep) + u_i, p["soma.voltageBits"]) for r, u_i in zip(rest, u)]
        layer.s = [int(v >= p["soma.threshold"] if soft else v > p["soma.threshold"]) for v in layer.v]
        self.observe("v", layer.number, t, layer.v)
        self.observe("s", layer.number, t, layer.s)
        return layer.s

    def forward(self, layer, x, t):
        """A step of a layer of a rule that has neuron.soft."""
        soft, p = self.set["neuron.soft"] == 1, self.p
        return self.neurons(layer, self.synaptic_sum(layer, x), t, soft, p["soma.keep"], p["soma.threshold"])

    def add(self, layer, q, x):
        """G_ij <- G_ij + q_i x_j."""
        for row, x_j in zip(layer.gradient, x):
            for i, q_i in enumerate(q):
                row[i] += q_i * x_j

    def potential_errors(self, y, label):  # RULE-10
        o = [12 - min(12, max(y) - y_k >> self.set["readout.shift"]) for y_k in y]
        return self.error(o, label, 0)

    def predict(self, x):  # RULE-9
        if self.rule in ("ttfs", "spide", "ide"):
            y = self.times(x) if self.rule == "ttfs" else self.counts(x)
        else:
            y = [0] * self.outputs
            for t, x_t in enumerate(x):
                for layer in self.layers:
                    x_t = self.forward(layer, x_t, t)
                y = [y_k + s_k for y_k, s_k in zip(y, x_t)]
        return y.index(max(y))

    def learn(self, x, label):
        method = {"bptt": self.bptt, "ttfs": self.ttfs, "spide": self.equilibrium, "ide": self.equilibrium}
        method.get(self.rule, self.ottt if self.rule.startswith("ottt") else self.desire)(x, label)

    def gradients(self):
        for layer in self.layers:
            self.observe("G", layer.number, 0, layer.gradient)

    def finish(self):
        """RULE-1: the update at the end of a sample; OTTT_O has had its own."""
        if self.rule == "ottt-o":
            return
        for layer in self.layers:
            self.update(layer)
        if self.rule in ("spide", "ide"):
            self.update_recurrent()

    # ---- OTTT

    def ottt(self, x, label):
        p, online = self.p, self.rule == "ottt-o"
        for layer in self.layers:
            layer.A = layer.zeros()
        for t, x_t in enumerate(x):
            for layer in self.layers:
                heard, x_t = x_t, self.forward(layer, x_t, t)
                layer.g = self.gate(layer)
                self.presynaptic_traces(layer, list(heard) + [1], t)
                self.observe("g", layer.number, t, layer.g)
                self.observe("z", layer.number, t, layer.z)
            if t < p["time.softStart"]:
                continue
            e = self.error(x_t, label, 0)  # OTTT-1: of the spikes of this step alone
            self.observe("e", self.output.number, t, e)
            r, k = e, self.set["error.shift"]
            for layer in reversed(self.layers):
                L = [g_i * self.rounded(r_i, k, layer, t, i) for i, (g_i, r_i) in enumerate(zip(layer.g, r))]
                layer.L = [self.hold("L", exact, p["error.learningBits"]) for exact in L]
                self.observe("L", layer.number, t, layer.L)
                r, k = self.sent_back(layer, layer.L), self.set["path.shift"]  # OTTT-2
            for layer in self.layers:
                if online:
                    self.move(layer, t)
                else:
                    self.accumulate(layer, t)
        for layer in self.layers:
            layer.gradient = layer.gradient if online else layer.A

    def accumulate(self, layer, t):  # OTTT-3
        for A, z_j in zip(layer.A, layer.z):
            for i, L_i in enumerate(layer.L):
                A[i] = self.hold("A", A[i] + L_i * z_j, self.set["sum.bits"])
        self.observe("A", layer.number, t, layer.A)

    def move(self, layer, t):  # OTTT-4
        self.add(layer, layer.L, layer.z)
        self.weight_step = t
        self.update(layer)

    def observe(self, signal, layer, step, values):
        """The dW and w of OTTT_O are those of the step."""
        super().observe(signal, layer, self.weight_step if self.rule == "ottt-o" and signal in ("dW", "w") else step, values)

    # ---- desire backpropagation

    def desire(self, x, label):
        p, R = self.p, self.steps - self.set["desire.margin"]
        for layer in self.layers:
            layer.S, layer.c = layer.zeros(), [0] * layer.size
        for t, x_t in enumerate(x):
            for layer in self.layers:
                heard, x_t = x_t, self.forward(layer, x_t, t)
                self.presynaptic_traces(layer, list(heard) + [1], t)
                layer.c = [c_i + s_i for c_i, s_i in zip(layer.c, layer.s)]
                for S, z_j in zip(layer.S, layer.z):  # DESIRE-1
                    for i, s_i in enumerate(layer.s):
                        S[i] = self.hold("S", S[i] + s_i * (z_j >> p["eligibility.shift"]), p["eligibility.bits"])
                self.observe("z", layer.number, t, layer.z)
                self.observe("S", layer.number, t, layer.S)
        for layer in reversed(self.layers):
            if layer is self.output:  # DESIRE-2
                want = [int(k == label) for k in range(layer.size)]
                d = [abs(R * want_k - c_k) for want_k, c_k in zip(want, layer.c)]
                active = [int(d_k > self.set["desire.output"]) for d_k in d]
            else:  # DESIRE-3
                Q = self.sent_back(above, y)
                want = [int(Q_j > 0) for Q_j in Q]
                d = [abs(R * want_j - c_j) for want_j, c_j in zip(want, layer.c)]
                active = [int(abs(Q_j) >= self.set["desire.hidden"]) for Q_j in Q]
                self.observe("Q", layer.number, t, Q)
            y = [a_i * (2 * want_i - 1) * d_i for a_i, want_i, d_i in zip(active, want, d)]
            layer.q = [-a_i * (2 * want_i - 1) for a_i, want_i in zip(active, want)]
            above = layer
            for signal, values in ("c", layer.c), ("y", y), ("q", layer.q):
                self.observe(signal, layer.number, t, values)
        for layer in self.layers:  # DESIRE-4
            for G, S in zip(layer.gradient, layer.S):
                for i, q_i in enumerate(layer.q):
                    G[i] += q_i * S[i]

    # ---- backpropagation through time

    def bptt(self, x, label):
        o = [0] * self.outputs
        for layer in self.layers:
            layer.steps, layer.vbar = [], [0] * layer.size
        for t, x_t in enumerate(x):  # BPTT-1
            for layer in self.layers:
                heard, x_t = list(x_t) + [1], self.forward(layer, x_t, t)
                g = self.gate(layer)
                f = [self.reset_of(v, s, g_i) for v, s, g_i in zip(layer.v, layer.s, g)]
                layer.steps.append((heard, g, f))
                self.observe("g", layer.number, t, g)
                self.observe("f", layer.number, t, f)
            o = [o_k + s_k for o_k, s_k in zip(o, x_t)]
        e = self.error(o, label, self.steps - 1)
        self.observe("e", self.output.number, self.steps - 1, e)
        for t in reversed(range(self.steps)):
            for layer in reversed(self.layers):
                self.step_back(layer, e, t)

    def reset_of(self, v, s, g):
        mode = self.p["trace.mode"]
        if mode == "PRE_ONLY":
            return 4096
        moved = g * quotient(4096 * v, self.p["soma.voltageOne"]) if mode == "FULL" else 0
        return saturate(4096 * (1 - s) - moved, 14)

    def step_back(self, layer, e, t):  # BPTT-2
        bits = self.set["error.bits"]
        if layer is self.output:
            exact = [e_k << self.set["error.shift"] for e_k in e]
        else:
            above = self.layers[layer.number]
            exact = [shift(r, self.set["path.shift"], "NEAREST_EVEN") for r in self.sent_back(above, above.vbar)]
        sbar = [self.hold("sbar", x, bits) for x in exact]
        heard, g, f = layer.steps[t]
        layer.vbar = [self.hold("vbar", g_i * sbar_i + scale(decay(later, self.p["soma.keep"]), f_i), bits)
                      for g_i, sbar_i, later, f_i in zip(g, sbar, layer.vbar, f)]
        self.observe("sbar", layer.number, t, sbar)
        self.observe("vbar", layer.number, t, layer.vbar)
        self.add(layer, layer.vbar, heard)  # BPTT-3

    # ---- times to first spikes

    def times(self, x):
        """TTFS-1 to TTFS-3: the potentials of the outputs; every layer keeps the leads that it hears."""
        W = self.steps
        lead = [next((W - t for t in range(W) if x[t][j]), 0) for j in range(self.inputs)]
        self.observe("x", 0, 0, lead + [self.set["ttfs.bias"]])
        for layer in self.layers:
            layer.lead = lead + [self.set["ttfs.bias"]]
            m, v = self.listen(layer, W)
            self.observe("m", layer.number, 0, m)
            self.observe("v", layer.number, 0, v)
            if layer is not self.output:
                W = self.set["ttfs.window"]
                lead = [self.fire(v_i) for v_i in v]
                self.observe("x", layer.number, 0, lead + [self.set["ttfs.bias"]])
        return [v_k << self.p["weight.shift"] for v_k in v]

    def listen(self, layer, W):  # TTFS-2
        m, v = [0] * layer.size, [0] * layer.size
        for step in range(W):
            for x_j, row in zip(layer.lead, layer.w):
                if x_j and step == W - x_j:
                    m = [m_i + w_ij for m_i, w_ij in zip(m, row)]
            v = [v_i + m_i for v_i, m_i in zip(v, m)]
        return m, v

    def fire(self, v):  # TTFS-3
        X, units = self.set["ttfs.window"], v >> self.set["ttfs.slope"] - self.p["weight.shift"]
        return self.stored("x", max(0, units), max(0, min(X, units)))

    def ttfs(self, x, label):  # TTFS-4
        y = self.times(x)
        delta = self.potential_errors(y, label)
        self.observe("e", self.output.number, self.steps - 1, delta)
        for layer in reversed(self.layers):
            self.add(layer, delta, layer.lead)
            if layer.number > 1:
                below = self.layers[layer.number - 2]
                r = self.sent_back(layer, delta)
                delta = [self.hold("delta", self.rounded(r_j, self.set["path.shift"], below, 0, j), self.set["error.bits"])
                         if x_j > 0 else 0 for j, (r_j, x_j) in enumerate(zip(r, layer.lead))]
                self.observe("delta", below.number, self.steps - 1, delta)

    # ---- SPIDE and IDE

    def counts(self, x):
        """SPIDE-1, SPIDE-2: the potentials of the outputs; keeps n and c, with T for the biases."""
        hidden, V, T = self.layers[0], self.p["soma.threshold"], self.steps
        self.A = 2 * V if self.rule == "spide" else V
        self.R = Layer(1, hidden.size - 1, hidden.size)
        self.R.w = [list(row) for row in self.given["R"]]  # R.w[j][i] is from j to i
        self.c = [0] * hidden.size
        for t, x_t in enumerate(x):
            a = self.synaptic_sum(hidden, x_t)
            a = [a_i + back for a_i, back in zip(a, self.recurrent_sum())]
            s = self.neurons(hidden, a, t, True, 4096, self.A)
            self.c = [c_i + s_i for c_i, s_i in zip(self.c, s)]
        self.n = [sum(column) for column in zip(*x)] + [T]
        self.c.append(T)
        y = [sum(row[k] * c_j for row, c_j in zip(self.output.w, self.c)) << self.p["weight.shift"] for k in range(self.outputs)]
        self.observe("c", 1, T - 1, self.c)
        self.observe("y", 2, T - 1, y)
        return y

    def recurrent_sum(self):
        """R s of the spikes s of the step before."""
        s = self.layers[0].s
        return [sum(row[i] for row, s_j in zip(self.R.w, s) if s_j) for i in range(len(s))]

    def equilibrium(self, x, label):
        y = self.counts(x)
        e = self.potential_errors(y, label)
        self.observe("e", 2, self.steps - 1, e)
        mask = self.mask_of_counts() if self.rule == "spide" else self.mask_of_drive()
        grad = [self.hold("grad", self.rounded(r, self.set["gradient.shift"], self.layers[0], 0, i), self.set["gradient.bits"])
                for i, r in enumerate(self.sent_back(self.output, e))]  # SPIDE-4
        self.observe("mask", 1, self.steps - 1, mask)
        self.observe("grad", 1, self.steps - 1, grad)
        beta = (self.error_spikes if self.rule == "spide" else self.error_sweeps)(mask, grad)
        q = [m * b for m, b in zip(mask, beta)]  # SPIDE-6
        self.add(self.layers[0], q, self.n)
        self.add(self.R, q, self.c[:-1])
        self.add(self.output, e, self.c)
        self.observe("q", 1, self.steps - 1, q)

    def mask_of_counts(self):  # SPIDE-3
        return [int(0 < c_i < self.steps) for c_i in self.c[:-1]]

    def back(self, y):
        """What the neurons send back to each other through R."""
        return [sum(w * y_i for w, y_i in zip(row, y)) << self.p["weight.shift"] for row in self.R.w]

    def error_spikes(self, mask, grad):  # SPIDE-5
        V, bits = self.p["soma.threshold"], self.p["soma.voltageBits"]
        ub = ob = beta = [0] * len(grad)
        for step in range(self.set["phase.steps"]):
            arriving = self.back([m * o for m, o in zip(mask, ob)])
            ub = [self.hold("ub", u + a + g, bits) for u, a, g in zip(ub, arriving, grad)]
            ob = [int(u >= V) - int(u <= -V) for u in ub]
            ub = [self.hold("ub", u - 2 * V * o, bits) for u, o in zip(ub, ob)]
            beta = [b + o for b, o in zip(beta, ob)]
            for signal, values in ("ub", ub), ("ob", ob), ("beta", beta):
                self.observe(signal, 1, step, values)
        return beta

    def update_recurrent(self):  # SPIDE-7
        shown, self.show, self.weight_step = self.show, None, 1
        self.update(self.R)
        self.show = shown
        self.bound()
        self.observe("R", 1, self.steps - 1, self.R.w)

    def bound(self):  # SPIDE-9
        limit = self.A * self.set["recurrent.bound"] >> 8 + self.p["weight.shift"]
        for i in range(self.R.size):
            total = sum(abs(row[i]) for row in self.R.w)
            if total > limit:
                for row in self.R.w:
                    row[i] = quotient(row[i] * limit, total)

    def mask_of_drive(self):  # IDE-1
        V, hidden = self.p["soma.threshold"], self.layers[0]
        d = [V * c_i + v_i - V * s_i + (back << self.p["weight.shift"])
             for c_i, v_i, s_i, back in zip(self.c, hidden.v, hidden.s, self.recurrent_sum())]
        return [int(0 < d_i < V * self.steps) for d_i in d]

    def error_sweeps(self, mask, grad):  # IDE-2
        log2_V, beta = self.p["soma.threshold"].bit_length() - 1, [0] * len(grad)
        for sweep in range(self.set["phase.steps"]):
            r = self.back([m * b for m, b in zip(mask, beta)])
            beta = [self.hold("beta", shift(r_j, log2_V, "NEAREST_EVEN") + g, self.set["gradient.bits"]) for r_j, g in zip(r, grad)]
            self.observe("beta", 1, sweep, beta)
        return beta


def rule_sample(rule, profile, settings, seed, given):
    """The answer to a case: every signal, the weights after the update, the class, the events."""
    x, out = given["x"], {}
    if rule == "ttfs":  # TTFS-1
        out["admitted"] = all(sum(column) <= 1 for column in zip(*x))
        if not out["admitted"]:
            return out
    predicted = RuleNetwork(rule, profile, settings, seed, given).predict(x)
    network = RuleNetwork(rule, profile, settings, seed, given)
    network.learn(x, given["label"])
    if rule != "ottt-o":
        network.gradients()
    network.finish()
    return {**out, **network.signals(), "predicted": predicted, "events": dict(network.events)}
