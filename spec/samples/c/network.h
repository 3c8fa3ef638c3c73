/* The chapters 8 (the trajectories of a sleep), 9 and 10 of the spec: whole networks. Part of biograd.c, and included there. */

typedef struct {
    Profile p;
    int64_t count;                   /* L */
    int64_t inputs, outputs;         /* size(0), K */
    Layer *layers;                   /* layer l is layers[l - 1] */
    Draws draws;
    int64_t *o, *e, *pos, *neg, *sp, *sn; /* [K] */
    bool watched;
} Network;

/* ------------------------------------------------------------------------------------------------ chapter 10: what is shown */

typedef struct {
    int signal;
    int64_t layer, count;
    int64_t *values;
} Shown;

static Shown *shown;
static int64_t shown_count, shown_size;

static void show(const Network *net, int signal, int64_t layer, const int64_t *values, int64_t count) {
    if (!net->watched) {
        return;
    }
    if (shown_count == shown_size) {
        Shown *larger = take((size_t)(2 * shown_size + 64), sizeof *larger);
        if (shown_count > 0) {
            memcpy(larger, shown, (size_t)shown_count * sizeof *larger);
        }
        shown = larger;
        shown_size = 2 * shown_size + 64;
    }
    shown[shown_count] = (Shown){signal, layer, count, numbers(count)};
    memcpy(shown[shown_count++].values, values, (size_t)count * sizeof *values);
}

static void forget_shown(void) {
    shown = NULL;
    shown_count = shown_size = 0;
}

/* All values of a signal of a layer, a row a step, or one row alone. */
static void put_shown(int signal, int64_t layer, bool once) {
    if (!once) {
        open_with("[");
    }
    for (int64_t i = 0; i < shown_count; i++) {
        if (shown[i].signal == signal && shown[i].layer == layer) {
            put_words(shown[i].values, shown[i].count);
        }
    }
    if (!once) {
        put("]");
    }
}

/* Signal by signal: [layer][step][index], of signals of the outputs [step][index], of what arises once a sample [layer][index]; s of layer 0 is x. */
static void put_all_shown(int64_t layers) {
    for (int signal = 0; signal < SIGNALS; signal++) {
        bool of_outputs = signal == O || (signal >= ERROR && signal <= SN) || signal == H || signal == O_SLEEP;
        bool once = signal == Q || signal == DW || signal == W || signal == B;
        bool any = false;
        for (int64_t layer = 0; layer <= layers; layer++) {
            bool has = false;
            for (int64_t i = 0; i < shown_count; i++) {
                has = has || (shown[i].signal == signal && shown[i].layer == layer);
            }
            if (!has) {
                continue;
            }
            if (layer == 0) {
                key("x");
                put_shown(S, 0, false);
                continue;
            }
            if (!any) {
                key(SYMBOLS[signal]);
                open_with(of_outputs ? "" : "[");
            }
            any = true;
            put_shown(signal, layer, once);
        }
        put(any && !of_outputs ? "]" : "");
    }
}

/* ------------------------------------------------------------------------------------------------ chapter 9: initial weights */

static Layer *layer(const Network *net, int64_t l) {
    return &net->layers[l - 1];
}

/* The layer that hidden layer l is fed back from: a(l) of chapter 6. */
static int64_t source(const Network *net, int64_t l) {
    return net->p.path == LAYERWISE ? l + 1 : net->count;
}

/* PROF-2 for a shape. */
static void require_shape(const Profile *p, const int64_t *sizes, int64_t count) {
    if (count < 2 || count > 64) {
        fail("field in.sizes: 2..64 sizes are needed");
    }
    for (int64_t l = 0; l < count; l++) {
        bool hidden = l > 0 && l < count - 1;
        if (sizes[l] < 1 || sizes[l] > 65535 || (l > 0 && (sizes[l - 1] + 1) * sizes[l] > two_to(28))
                || (hidden && sizes[l] * sizes[count - 1] > two_to(28))) {
            fail("field in.sizes: layers of 1..65535 neurons and at most 2^28 synapses are needed");
        }
    }
    for (int64_t l = 1; l < count; l++) {
        bool feeds_back = l == count - 1 || (p->path == LAYERWISE && l > 1);
        if ((sizes[l - 1] + 1) * (two_to(p->weight_bits - 1) - 1) > INT32_MAX
                || (feeds_back && sizes[l] * (two_to(p->feedback_bits - 1) - 1) > INT32_MAX)) {
            fail("field in.sizes: too many neurons for weights of this width");
        }
    }
}

/* The profile in params and the sizes in in make a network whose weights are 0. */
static Network *network_of(const Node *profile, const Node *in) {
    Network *net = take(1, sizeof *net);
    read_parameters(&net->p, profile, NULL);
    require_consistent(&net->p);
    int64_t count = count_of(get(in, "sizes"), "in.sizes", 64), total = 0;
    int64_t *sizes = words(get(in, "sizes"), "in.sizes", count, 1, MAX_NEURONS);
    require_shape(&net->p, sizes, count);
    net->count = count - 1;
    net->inputs = sizes[0];
    net->outputs = sizes[count - 1];
    net->layers = take((size_t)net->count, sizeof *net->layers);
    for (int64_t l = 1; l <= net->count; l++) {
        int64_t columns = l == net->count ? 0 : sizes[source(net, l)];
        require_few(total += (sizes[l - 1] + 1) * sizes[l] + sizes[l] * columns);
        *layer(net, l) = layer_of(l, sizes[l - 1], sizes[l], columns);
    }
    int64_t **of_outputs[] = {&net->o, &net->e, &net->pos, &net->neg, &net->sp, &net->sn};
    for (size_t i = 0; i < sizeof of_outputs / sizeof *of_outputs; i++) {
        *of_outputs[i] = numbers(net->outputs);
    }
    return net;
}

/* NET-4, NET-5: a uniform integer of -R..R. */
static int64_t uniform(int64_t R, Place place) {
    return floor_shift(draw(place, 32) * (2 * R + 1), 32) - R;
}

/* NET-4 */
static void initial_weights(const Network *net) {
    for (int64_t l = 1; l <= net->count; l++) {
        Layer *of = layer(net, l);
        int64_t R = isqrt(net->p.weight_spread * net->p.weight_spread / of->below), top = two_to(net->p.weight_bits - 1) - 1;
        for (int64_t s = 0; s < synapses(of); s++) {
            of->w[s] = uniform(R < top ? R : top, (Place){&net->draws, INITIAL_WEIGHT, l, 0, 0, s});
        }
    }
}

/* NET-5: what does not fit 64 bits is refused. */
static int64_t times(int64_t a, int64_t b) {
    bool negative = (a < 0) != (b < 0);
    uint64_t x = (uint64_t)magnitude(a), y = (uint64_t)magnitude(b), most = (uint64_t)INT64_MAX + negative;
    if (y != 0 && x > most / y) {
        fail("field params.profile: the feedback weights cannot start ALIGNED within 64 bits");
    }
    return negative && x * y > 0 ? -1 - (int64_t)(x * y - 1) : (int64_t)(x * y);
}

static int64_t plus(int64_t a, int64_t b) {
    if (b > 0 ? a > INT64_MAX - b : a < INT64_MIN - b) {
        fail("field params.profile: the feedback weights cannot start ALIGNED within 64 bits");
    }
    return a + b;
}

/* NET-5, ALIGNED */
static void aligned_feedback(const Network *net) {
    const Profile *p = &net->p;
    const int64_t *above = NULL; /* M(l+1) */
    for (int64_t l = net->count - 1; l >= 1; l--) {
        Layer *of = layer(net, l), *next = layer(net, l + 1);
        int64_t *M = numbers(of->size * of->columns);
        for (int64_t i = 0; i < of->size; i++) {
            for (int64_t k = 0; k < of->columns; k++) {
                int64_t sum = 0;
                if (source(net, l) == l + 1) {
                    sum = next->w[i * next->size + k] * two_to(p->weight_shift);
                } else {
                    for (int64_t j = 0; j < next->size; j++) {
                        sum = plus(sum, times(next->w[i * next->size + j] * two_to(p->weight_shift), above[j * of->columns + k]));
                    }
                    sum = quotient(sum, p->voltage_one);
                }
                M[i * of->columns + k] = sum;
                int64_t exact = quotient(times(two_to(p->feedback_fraction), sum), p->voltage_one);
                of->B[i * of->columns + k] = stored(B, exact, saturate(exact, p->feedback_bits));
            }
        }
        above = M;
    }
}

/* NET-5 */
static void initial_feedback(const Network *net) {
    if (net->p.start == ALIGNED) {
        aligned_feedback(net);
        return;
    }
    for (int64_t l = 1; l < net->count; l++) {
        Layer *of = layer(net, l);
        for (int64_t i = 0; i < of->size * of->columns; i++) {
            of->B[i] = uniform(net->p.feedback_spread, (Place){&net->draws, INITIAL_FEEDBACK, l, 0, 0, i});
        }
    }
}

/* ------------------------------------------------------------------------------------- chapter 9: samples, updates and sleep */

/* NET-1 without the update: sample number n, given as spikes x [T][inputs], or as intensities. */
static void learn_sample(const Network *net, int64_t n, const int64_t *x, const int64_t *intensities, int64_t label) {
    const Profile *p = &net->p;
    int64_t L = net->count, K = net->outputs;
    int64_t *spikes = numbers(net->inputs), *const of_outputs[] = {net->o, net->e, net->pos, net->neg, net->sp, net->sn};
    for (size_t i = 0; i < sizeof of_outputs / sizeof *of_outputs; i++) {
        clear(of_outputs[i], K);
    }
    for (int64_t l = 1; l <= L; l++) {
        Layer *of = layer(net, l);
        clear_soma(of);
        clear(of->z, synapses(of));
        clear(of->y, synapses(of));
        clear(of->E, synapses(of));
        clear(of->D, of->size);
    }
    for (int64_t t = 0; t < p->steps; t++) {
        for (int64_t j = 0; j < net->inputs; j++) {
            spikes[j] = x != NULL ? x[t * net->inputs + j] : coded(intensities[j], (Place){&net->draws, INPUT, 0, n, t, j});
        }
        show(net, S, 0, spikes, net->inputs);
        const int64_t *below = spikes;
        for (int64_t l = 1; l <= L; l++) {
            Layer *of = layer(net, l);
            soma(p, of, below, true);
            for (int64_t i = 0; i < of->size; i++) {
                of->g[i] = gate(p, of->v[i]);
            }
            eligibility(p, of, below, &net->draws, n, t);
            if (p->trace_mode != PRE_ONLY && t < p->steps - 1) {
                reset_factors(p, of);
            }
            show(net, U, l, of->u, of->size);
            show(net, V, l, of->v, of->size);
            show(net, S, l, of->s, of->size);
            show(net, G, l, of->g, of->size);
            show(net, Z, l, of->z, traces(p, of));
            show(net, E, l, of->E, synapses(of));
            below = of->s;
        }
        for (int64_t k = 0; k < K; k++) { /* ERR-1 */
            net->o[k] += below[k];
        }
        show(net, O, L, net->o, K);
        if (t < p->soft_start) {
            continue;
        }
        errors(p, net->o, K, label, t, net->e);
        error_neurons(p, P, K, net->e, 1, net->pos, net->sp);
        error_neurons(p, N, K, net->e, -1, net->neg, net->sn);
        for (int i = 1; i < 6; i++) {
            show(net, O + i, L, of_outputs[i], K);
        }
        for (int64_t l = p->path == LAYERWISE ? L : 1; l <= L; l++) {
            dendrites(p, layer(net, l), l == L, K, net->sp, net->sn);
            show(net, D, l, layer(net, l)->D, layer(net, l)->size);
        }
    }
    for (int64_t i = 0; i < L; i++) {
        int64_t l = p->path == LAYERWISE ? L - i : i + 1;
        Layer *of = layer(net, l);
        if (p->path == LAYERWISE && l < L) {
            int64_t *c = numbers(of->columns);
            feed_back(p, layer(net, l + 1), &net->draws, n, c);
            show(net, C, l + 1, c, of->columns);
            layerwise_dendrites(p, of, c);
            show(net, D, l, of->D, of->size);
        }
        learning_errors(p, of, l == L ? p->output_shift : p->hidden_shift, &net->draws, n);
        show(net, Q, l, of->q, of->size);
        add_gradient(of);
    }
}

/* LEARN-2 to LEARN-4 of all layers, after sample n. */
static void update_all(const Network *net, int64_t n) {
    for (int64_t l = 1; l <= net->count; l++) {
        Layer *of = layer(net, l);
        int64_t *moved = NULL;
        if (net->watched) {
            moved = numbers(synapses(of));
            memcpy(moved, of->w, (size_t)synapses(of) * sizeof *moved);
        }
        update(&net->p, of, l == net->count ? net->p.output_multiplier : net->p.hidden_multiplier, &net->draws, n);
        clear(of->gradient, synapses(of));
        for (int64_t s = 0; net->watched && s < synapses(of); s++) {
            moved[s] = of->w[s] - moved[s];
        }
        show(net, DW, l, moved, synapses(of));
        show(net, W, l, of->w, synapses(of));
    }
}

/* SLEEP-1 to SLEEP-3: trajectory m of layer l in sleep q; h and o become its counts. */
static void trajectory(const Network *net, int64_t l, int64_t q, int64_t m, int64_t *x, int64_t *h, int64_t *o) {
    const Profile *p = &net->p;
    const Draws *draws = &net->draws;
    int64_t size = layer(net, l)->size, top = source(net, l);
    int64_t intensity = draw((Place){draws, SLEEP_RATE, l, q, 0, m}, 8);
    clear(h, size);
    clear(o, layer(net, top)->size);
    for (int64_t above = l + 1; above <= top; above++) {
        clear_soma(layer(net, above));
    }
    for (int64_t step = m * p->sleep_steps; step < (m + 1) * p->sleep_steps; step++) {
        for (int64_t i = 0; i < size; i++) {
            x[i] = coded(intensity, (Place){draws, SLEEP_POSITIVE, l, q, step, i}) - coded(intensity, (Place){draws, SLEEP_NEGATIVE, l, q, step, i});
            h[i] += x[i];
        }
        const int64_t *below = x;
        for (int64_t above = l + 1; above <= top; above++) {
            Layer *of = layer(net, above);
            soma(p, of, below, above > l + 1);
            show(net, U, above, of->u, of->size);
            show(net, V, above, of->v, of->size);
            show(net, S, above, of->s, of->size);
            below = of->s;
        }
        for (int64_t k = 0; k < layer(net, top)->size; k++) {
            o[k] += below[k];
        }
    }
    show(net, H, l, h, size);
    show(net, O_SLEEP, top, o, layer(net, top)->size);
}

/* SLEEP-1 to SLEEP-4 of hidden layer l. */
static void sleep_layer(const Network *net, int64_t l, int64_t q) {
    Layer *of = layer(net, l);
    int64_t *x = numbers(of->size), *h = numbers(of->size), *o = numbers(of->columns);
    int64_t *hebb = numbers(of->size * of->columns), *square = numbers(of->columns);
    for (int64_t m = 0; m < net->p.trajectories; m++) {
        trajectory(net, l, q, m, x, h, o);
        correlate(h, of->size, o, of->columns, hebb, square);
    }
    align(&net->p, of, hebb, square, &net->draws, q);
    show(net, B, l, of->B, of->size * of->columns);
}

/* NET-2 */
static int64_t predicted(const Network *net) {
    int64_t best = 0;
    for (int64_t k = 1; k < net->outputs; k++) {
        best = net->o[k] > net->o[best] ? k : best;
    }
    return best;
}

/* ------------------------------------------------------------------------------------------------------------ NET-8: digest */

static uint32_t turned(uint32_t x, int by) {
    return x >> by | x << (32 - by);
}

/* SHA-256 (FIPS 180-4): the first 32 bits of the fractions of the square roots of 8 primes, and of the cube roots of 64. */
static const uint32_t SHA_START[] = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

static const uint32_t SHA_ROUND[] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

typedef struct {
    uint32_t state[8];
    uint8_t block[64];
    uint64_t length;
} Sha256;

static void sha_block(Sha256 *sha) {
    uint32_t w[64], h[8];
    for (int i = 0; i < 64; i++) {
        const uint8_t *at = &sha->block[4 * (i % 16)];
        w[i] = (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
        if (i >= 16) {
            uint32_t a = w[i - 15], b = w[i - 2];
            w[i] = w[i - 16] + w[i - 7] + (turned(a, 7) ^ turned(a, 18) ^ a >> 3) + (turned(b, 17) ^ turned(b, 19) ^ b >> 10);
        }
    }
    memcpy(h, sha->state, sizeof h);
    for (int i = 0; i < 64; i++) {
        uint32_t one = h[7] + (turned(h[4], 6) ^ turned(h[4], 11) ^ turned(h[4], 25)) + ((h[4] & h[5]) ^ (~h[4] & h[6])) + SHA_ROUND[i] + w[i];
        uint32_t two = (turned(h[0], 2) ^ turned(h[0], 13) ^ turned(h[0], 22)) + ((h[0] & h[1]) ^ (h[0] & h[2]) ^ (h[1] & h[2]));
        memmove(h + 1, h, 7 * sizeof *h);
        h[4] += one;
        h[0] = one + two;
    }
    for (int i = 0; i < 8; i++) {
        sha->state[i] += h[i];
    }
}

static void sha_byte(Sha256 *sha, uint8_t byte) {
    sha->block[sha->length++ % 64] = byte;
    if (sha->length % 64 == 0) {
        sha_block(sha);
    }
}

static void sha_words(Sha256 *sha, const int64_t *values, int64_t count) {
    for (int64_t i = 0; i < count; i++) {
        for (int byte = 0; byte < 4; byte++) {
            sha_byte(sha, (uint8_t)((uint64_t)values[i] >> 8 * byte));
        }
    }
}

static void put_sha(Sha256 *sha);

/* NET-8 */
static void put_digest(const Network *net) {
    Sha256 sha = {{0}, {0}, 0};
    memcpy(sha.state, SHA_START, sizeof sha.state);
    for (int64_t l = 1; l <= net->count; l++) {
        sha_words(&sha, layer(net, l)->w, synapses(layer(net, l)));
    }
    for (int64_t l = 1; l < net->count; l++) {
        sha_words(&sha, layer(net, l)->B, layer(net, l)->size * layer(net, l)->columns);
    }
    put_sha(&sha);
}

static void put_sha(Sha256 *sha) {
    uint64_t bits = 8 * sha->length;
    sha_byte(sha, 0x80);
    while (sha->length % 64 != 56) {
        sha_byte(sha, 0);
    }
    for (int byte = 7; byte >= 0; byte--) {
        sha_byte(sha, (uint8_t)(bits >> 8 * byte));
    }
    char text[65];
    for (int i = 0; i < 8; i++) {
        sprintf(text + 8 * i, "%08" PRIx32, sha->state[i]);
    }
    key("digest");
    put_string(text);
}

/* -------------------------------------------------------------------------------------- operations of the chapters 8 to 10 */

static void put_feedback(const Network *net) {
    key("B");
    open_with("[");
    for (int64_t l = 1; l < net->count; l++) {
        put_rows(layer(net, l)->B, layer(net, l)->size, layer(net, l)->columns);
    }
    put("]");
}

/* A network with the weights and the draws of a case. */
static Network *given_network(const Node *params, const Node *in) {
    Network *net = network_of(get(params, "profile"), in);
    int64_t heaviest = two_to(net->p.weight_bits - 1) - 1, top = two_to(net->p.feedback_bits - 1) - 1;
    for (int64_t l = 1; l <= net->count; l++) {
        Layer *of = layer(net, l);
        of->w = rows(item(get(in, "w"), l - 1), "in.w", of->below + 1, of->size, -heaviest, heaviest);
        if (l < net->count) {
            of->B = rows(item(get(in, "B"), l - 1), "in.B", of->size, of->columns, -top, top);
        }
    }
    bool seeded = get(params, "seed")->kind != MISSING;
    net->draws = (Draws){NULL, 0, seeded ? NULL : get(in, "draws"), seeded ? seed_of(params) : 0};
    net->watched = true;
    forget_shown();
    return net;
}

static void network_sample(const Node *params, const Node *in) {
    Network *net = given_network(params, in);
    int64_t label = word(get(in, "label"), "in.label", 0, net->outputs - 1), n = word(get(in, "sample"), "in.sample", 0, UINT32_MAX);
    int64_t *x = NULL, *intensities = NULL, total = 0;
    for (int64_t l = 1; l <= net->count; l++) {
        require_few(total += synapses(layer(net, l)) * net->p.steps);
    }
    if (get(in, "x")->kind != MISSING) {
        x = rows(get(in, "x"), "in.x", net->p.steps, net->inputs, 0, 1);
    } else {
        intensities = words(get(in, "intensities"), "in.intensities", net->inputs, 0, 255);
    }
    learn_sample(net, n, x, intensities, label);
    update_all(net, n);
    put_all_shown(net->count);
    key("predicted");
    put_word(predicted(net));
    put_events();
}

/* NET-3: the counts of test sample i. */
static void test_sample(const Network *net, int64_t i, const int64_t *intensities) {
    int64_t *spikes = numbers(net->inputs);
    clear(net->o, net->outputs);
    for (int64_t l = 1; l <= net->count; l++) {
        clear_soma(layer(net, l));
    }
    for (int64_t t = 0; t < net->p.steps; t++) {
        for (int64_t j = 0; j < net->inputs; j++) {
            spikes[j] = coded(intensities[j], (Place){&net->draws, TEST_INPUT, 0, i, t, j});
        }
        const int64_t *below = spikes;
        for (int64_t l = 1; l <= net->count; l++) {
            soma(&net->p, layer(net, l), below, true);
            below = layer(net, l)->s;
        }
        for (int64_t k = 0; k < net->outputs; k++) {
            net->o[k] += below[k];
        }
    }
}

static void network_test(const Node *params, const Node *in) {
    Network *net = given_network(params, in);
    int64_t n = count_of(get(in, "intensities"), "in.intensities", 4096), first = word(get(in, "first"), "in.first", 0, INT32_MAX - 4096);
    int64_t *intensities = rows(get(in, "intensities"), "in.intensities", n, net->inputs, 0, 255), *classes = numbers(n);
    for (int64_t i = 0; i < n; i++) {
        test_sample(net, first + i, intensities + i * net->inputs);
        classes[i] = predicted(net);
    }
    key("predicted");
    put_words(classes, n);
}

static void network_sleep(const Node *params, const Node *in) {
    Network *net = given_network(params, in);
    int64_t total = 0;
    for (int64_t l = 1; l <= net->count; l++) {
        require_few(total += layer(net, l)->size * net->p.trajectories * net->p.sleep_steps);
    }
    int64_t q = get(in, "sleep")->kind == MISSING ? 0 : word(get(in, "sleep"), "in.sleep", 0, UINT32_MAX);
    key("layers");
    open_with("[");
    for (int64_t l = 1; l < net->count; l++) {
        forget_shown();
        sleep_layer(net, l, q);
        open_with("{");
        key("layer");
        put_word(l);
        put_all_shown(net->count);
        put("}");
    }
    put("]");
    put_feedback(net);
    put_events();
}

static Network *network_from(const Node *profile, uint64_t seed, const Node *in) {
    Network *net = network_of(profile, in);
    net->draws.seed = seed;
    initial_weights(net);
    initial_feedback(net);
    return net;
}

static Network *started_network(const Node *params, const Node *in) {
    return network_from(get(params, "profile"), seed_of(params), in);
}

static void network_start(const Node *params, const Node *in) {
    Network *net = started_network(params, in);
    key("w");
    open_with("[");
    for (int64_t l = 1; l <= net->count; l++) {
        put_rows(layer(net, l)->w, layer(net, l)->below + 1, layer(net, l)->size);
    }
    put("]");
    put_feedback(net);
    put_digest(net);
    put_events();
}

/* NET-6 */
static void order(const Network *net, int64_t epoch, int64_t *entries, int64_t count) {
    for (int64_t i = 0; i < count; i++) {
        entries[i] = i;
    }
    for (int64_t i = count - 1; i > 0; i--) {
        int64_t other = draw((Place){&net->draws, ORDER, 0, epoch, 0, i}, 32) * (i + 1) >> 32, entry = entries[i];
        entries[i] = entries[other];
        entries[other] = entry;
    }
}

/* What a training run has done: a task is an update with the samples before it, or a sleep. */
typedef struct {
    int64_t samples, updates, sleeps, tasks, every;
} Progress;

static void put_checkpoint(const Network *net, const Progress *done) {
    open_with("{");
    key("samples");
    put_word(done->samples);
    key("sleeps");
    put_word(done->sleeps);
    put_digest(net);
    put("}");
}

static void task_done(const Network *net, Progress *done, bool last) {
    if (++done->tasks % done->every == 0 || last) {
        put_checkpoint(net, done);
    }
}

static void sleep_all(const Network *net, Progress *done, bool last) {
    for (int64_t l = 1; l < net->count; l++) {
        sleep_layer(net, l, done->sleeps);
    }
    done->sleeps++;
    task_done(net, done, last);
}

/* NET-7, LEARN-4 */
static void training_digest(const Node *params, const Node *in) {
    Network *net = started_network(params, in);
    const Profile *p = &net->p;
    int64_t epochs = word(get(params, "epochs"), "params.epochs", 0, 1000), count = count_of(get(in, "intensities"), "in.intensities", MAX_VALUES);
    Progress done = {.every = word(get(params, "every"), "params.every", 1, 1000000)};
    int64_t *intensities = rows(get(in, "intensities"), "in.intensities", count, net->inputs, 0, 255);
    int64_t *labels = words(get(in, "labels"), "in.labels", count, 0, net->outputs - 1), *entries = numbers(count);
    key("checkpoints");
    open_with("[");
    for (int64_t i = 1; i <= p->sleep_first; i++) {
        sleep_all(net, &done, i == p->sleep_first && epochs == 0);
    }
    for (int64_t epoch = 0; epoch < epochs; epoch++) {
        order(net, epoch, entries, count);
        for (int64_t i = 0; i < count; i++) {
            learn_sample(net, done.samples, NULL, intensities + entries[i] * net->inputs, labels[entries[i]]);
            done.samples++;
            bool last = epoch == epochs - 1 && i == count - 1;
            if ((i + 1) % p->batch == 0 || i == count - 1) {
                update_all(net, done.samples - 1);
                done.updates++;
                bool sleeps = p->sleep_every > 0 && done.updates % p->sleep_every == 0;
                task_done(net, &done, last && !sleeps);
                if (sleeps) {
                    sleep_all(net, &done, last);
                }
            }
        }
    }
    put("]");
    put_digest(net);
    put_events();
}
