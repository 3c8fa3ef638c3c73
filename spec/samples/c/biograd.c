/*
 * The integer network of the BioGrad spec in C99, written from the text of the clauses (../../text/clauses) to be read beside it: chapter by chapter,
 * each followed by the operations of ../../text/cases.md that ask for it. It reads cases, one a line, from standard input and writes their answers.
 *
 *     cc -std=c99 -O2 -Wall -Wextra -Werror -o biograd biograd.c
 *     biograd conform --exec ./biograd --claims claims.json
 *
 * Words are int64_t throughout, however narrow they are; their width is a number in the code, as it is in the text. Nothing shifts a negative number.
 */
#include "json.h"

#define MAX_STEPS 10000
#define MAX_NEURONS 4096
#define MAX_VALUES 65536
#define MAX_SYNAPSES (1 << 20)
#define WIDEST INT32_MAX

/* ------------------------------------------------------------------------------------------------------------ signals, OBS-1 */

enum { U, V, S, G, Z, E, O, ERROR, P, N, SP, SN, D, Q, C, DW, W, H, O_SLEEP, B, SIGNALS };

static const char *const SYMBOLS[] = {"u", "v", "s", "g", "z", "E", "o", "e", "p", "n", "sp", "sn", "D", "q", "c", "dW", "w", "H", "O", "B"};

static int64_t events[SIGNALS];

/* OBS-2: an event where the width has changed what is stored. */
static int64_t stored(int signal, int64_t exact, int64_t value) {
    events[signal] += value != exact;
    return value;
}

static void put_events(void) {
    key("events");
    open_with("{");
    for (int signal = 0; signal < SIGNALS; signal++) {
        if (events[signal] > 0) {
            key(SYMBOLS[signal]);
            put_word(events[signal]);
        }
    }
    put("}");
}

/* ---------------------------------------------------------------------------------------------------------- chapter 1: words */

static int64_t two_to(int64_t k) {
    return (int64_t)1 << k;
}

/* floor(x / 2^k) */
static int64_t floor_shift(int64_t x, int64_t k) {
    return x >= 0 ? x >> k : ~(~x >> k);
}

static int64_t magnitude(int64_t x) {
    return x < 0 ? -x : x;
}

static int64_t sign(int64_t x) {
    return (x > 0) - (x < 0);
}

/* WORD-1 */
static int64_t wrap(int64_t x, int64_t b) {
    uint64_t mask = b == 64 ? UINT64_MAX : ((uint64_t)1 << b) - 1;
    uint64_t low = (uint64_t)x & mask;
    bool negative = low >> (b - 1) != 0;
    return negative ? -1 - (int64_t)(~low & mask) : (int64_t)low;
}

/* WORD-2 */
static int64_t saturate(int64_t x, int64_t b) {
    int64_t top = two_to(b - 1) - 1;
    return x > top ? top : x < -top ? -top : x;
}

/* WORD-3 */
static int64_t saturate_unsigned(int64_t x, int64_t b) {
    int64_t top = two_to(b) - 1;
    return x > top ? top : x < 0 ? 0 : x;
}

enum { FLOOR, TOWARD_ZERO, NEAREST_EVEN, AWAY_FROM_ZERO, STOCHASTIC };

static const char *const MODES[] = {"FLOOR", "TOWARD_ZERO", "NEAREST_EVEN", "AWAY_FROM_ZERO", "STOCHASTIC", NULL};

/* What a draw is for (DRAW-4), and where draws come from. */
typedef struct {
    const struct Draws *from;
    int stream;
    int64_t layer, sample, step, index;
} Place;

static int64_t draw(Place place, int64_t bits);

/* WORD-4. A draw is made only where it can matter. */
static int64_t shift(int64_t x, int64_t k, int64_t mode, Place place) {
    int64_t low = floor_shift(x, k);
    int64_t rest = (int64_t)((uint64_t)x & (((uint64_t)1 << k) - 1)); /* x mod 2^k */
    if (rest == 0) {
        return low;
    }
    switch (mode) {
        case FLOOR: return low;
        case TOWARD_ZERO: return x > 0 ? low : low + 1;
        case AWAY_FROM_ZERO: return x > 0 ? low + 1 : low;
        case NEAREST_EVEN: return low + (rest > two_to(k - 1) || (rest == two_to(k - 1) && low % 2 != 0));
        default: return low + (draw(place, k) < rest);
    }
}

/* WORD-6 */
static int64_t scale(int64_t x, int64_t f) {
    int64_t result = magnitude(x) * magnitude(f) >> 12;
    return (x < 0) != (f < 0) ? -result : result;
}

/* WORD-5 */
static int64_t decay(int64_t x, int64_t k) {
    return scale(x, k);
}

/* WORD-7 */
static int64_t quotient(int64_t x, int64_t y) {
    return x / y;
}

/* WORD-8 */
static int64_t isqrt(int64_t x) {
    int64_t root = 0;
    for (int64_t bit = two_to(31); bit > 0; bit >>= 1) {
        if ((root + bit) <= x / (root + bit)) {
            root += bit;
        }
    }
    return root;
}

/* ---------------------------------------------------------------------------------------------------------- chapter 2: draws */

/* DRAW-1: c becomes the result. */
static void philox(uint32_t c[4], uint32_t k0, uint32_t k1) {
    for (int round = 0; round < 10; round++) {
        uint64_t a = (uint64_t)0xD2511F53 * c[0], b = (uint64_t)0xCD9E8D57 * c[2];
        c[0] = (uint32_t)(b >> 32) ^ c[1] ^ k0;
        c[1] = (uint32_t)b;
        c[2] = (uint32_t)(a >> 32) ^ c[3] ^ k1;
        c[3] = (uint32_t)a;
        k0 += 0x9E3779B9;
        k1 += 0xBB67AE85;
    }
}

/* DRAW-4; the code of a stream is its place. */
enum {
    INPUT = 1, TRACE, LEARNING_ERROR, WEIGHT, SLEEP_RATE, SLEEP_POSITIVE, SLEEP_NEGATIVE, SLEEP_FEEDBACK, INITIAL_WEIGHT, INITIAL_FEEDBACK, ORDER,
    TEST_INPUT, FED_BACK_ERROR
};

static const char *const STREAMS[] = {"(none)", "INPUT", "TRACE", "LEARNING_ERROR", "WEIGHT", "SLEEP_RATE", "SLEEP_POSITIVE", "SLEEP_NEGATIVE",
    "SLEEP_FEEDBACK", "INITIAL_WEIGHT", "INITIAL_FEEDBACK", "ORDER", "TEST_INPUT", "FED_BACK_ERROR", NULL};

/* Where draws come from: rows that a case gives, else the draws that a case of a network gives, else a seed. */
typedef struct Draws {
    const int64_t *rows;
    int64_t columns;
    const Node *given;
    uint64_t seed;
} Draws;

/* DRAW-2, DRAW-3 */
static int64_t draw_of_seed(uint64_t seed, Place place, int64_t bits) {
    int64_t lane_bits = bits <= 8 ? 8 : bits <= 16 ? 16 : 32, lanes = 128 / lane_bits;
    uint32_t c[4] = {(uint32_t)(place.index / lanes), (uint32_t)place.step, (uint32_t)place.sample,
        (uint32_t)place.stream << 16 | (uint32_t)place.layer};
    philox(c, (uint32_t)seed, (uint32_t)(seed >> 32));
    int64_t from = place.index % lanes * lane_bits; /* the lane's lowest bit of the 128 */
    return (int64_t)(c[from / 32] >> from % 32) & (two_to(bits) - 1);
}

static int64_t draw(Place place, int64_t bits) {
    const Draws *draws = place.from;
    if (draws->rows != NULL) {
        return draws->rows[place.step * draws->columns + place.index];
    }
    if (draws->given != NULL) {
        const Node *layers = get(draws->given, STREAMS[place.stream]);
        const Node *row = item(item(layers, place.layer == 0 ? 0 : place.layer - 1), place.step);
        return word(item(row, place.index), STREAMS[place.stream], 0, two_to(bits) - 1);
    }
    return draw_of_seed(draws->seed, place, bits);
}

/* CODE-1. Intensities 0 and 255 need no draw. */
static int64_t coded(int64_t p, Place place) {
    return p == 0 ? 0 : p == 255 ? 1 : draw(place, 8) < p + p / 128;
}

/* -------------------------------------------------------------------------------------- operations of the chapters 1 and 2 */

static void round_shift(const Node *params, const Node *in) {
    int mode = choice(get(params, "mode"), "params.mode", MODES);
    int64_t k = word(get(params, "k"), "params.k", 0, mode == STOCHASTIC ? 32 : 62);
    int64_t n = count_of(get(in, "x"), "in.x", MAX_VALUES);
    int64_t *x = words(get(in, "x"), "in.x", n, -two_to(62) + 1, two_to(62) - 1);
    Draws draws = {mode == STOCHASTIC && k > 0 ? words(get(in, "draw"), "in.draw", n, 0, two_to(k) - 1) : NULL, n, NULL, 0};
    for (int64_t i = 0; i < n; i++) {
        x[i] = shift(x[i], k, mode, (Place){&draws, 0, 0, 0, 0, i});
    }
    key("y");
    put_words(x, n);
}

static void word_wrap(const Node *params, const Node *in) {
    int64_t bits = word(get(params, "bits"), "params.bits", 1, 64);
    int64_t n = count_of(get(in, "x"), "in.x", MAX_VALUES);
    int64_t *x = words(get(in, "x"), "in.x", n, INT64_MIN, INT64_MAX);
    for (int64_t i = 0; i < n; i++) {
        x[i] = wrap(x[i], bits);
    }
    key("y");
    put_words(x, n);
}

static void word_saturate(const Node *params, const Node *in) {
    if (get(params, "signed")->kind != TRUTH) {
        fail("field params.signed: true or false is needed");
    }
    bool with_sign = get(params, "signed")->is.number == 1;
    int64_t bits = word(get(params, "bits"), "params.bits", with_sign ? 2 : 1, with_sign ? 63 : 62);
    int64_t n = count_of(get(in, "x"), "in.x", MAX_VALUES);
    int64_t *x = words(get(in, "x"), "in.x", n, INT64_MIN, INT64_MAX);
    for (int64_t i = 0; i < n; i++) {
        x[i] = with_sign ? saturate(x[i], bits) : saturate_unsigned(x[i], bits);
    }
    key("y");
    put_words(x, n);
}

static void word_decay(const Node *params, const Node *in) {
    int64_t factor = word(get(params, "factor"), "params.factor", -8191, 8191);
    int64_t n = count_of(get(in, "x"), "in.x", MAX_VALUES);
    int64_t *x = words(get(in, "x"), "in.x", n, -two_to(50) + 1, two_to(50) - 1);
    for (int64_t i = 0; i < n; i++) {
        x[i] = factor >= 0 && factor <= 4096 ? decay(x[i], factor) : scale(x[i], factor);
    }
    key("y");
    put_words(x, n);
}

static void random_philox(const Node *params, const Node *in) {
    (void)params;
    int64_t n = count_of(get(in, "counter"), "in.counter", MAX_VALUES);
    int64_t *counter = rows(get(in, "counter"), "in.counter", n, 4, 0, UINT32_MAX);
    int64_t *keys = rows(get(in, "key"), "in.key", n, 2, 0, UINT32_MAX);
    for (int64_t b = 0; b < n; b++) {
        uint32_t c[4];
        for (int i = 0; i < 4; i++) {
            c[i] = (uint32_t)counter[4 * b + i];
        }
        philox(c, (uint32_t)keys[2 * b], (uint32_t)keys[2 * b + 1]);
        for (int i = 0; i < 4; i++) {
            counter[4 * b + i] = c[i];
        }
    }
    key("words");
    put_rows(counter, n, 4);
}

static uint64_t seed_of(const Node *params) {
    return (uint64_t)word(get(params, "seed"), "params.seed", INT64_MIN, INT64_MAX);
}

static void random_draw(const Node *params, const Node *in) {
    Place place = {NULL, choice(get(params, "stream"), "params.stream", STREAMS), word(get(params, "layer"), "params.layer", 0, 65535),
        word(get(params, "sample"), "params.sample", 0, UINT32_MAX), word(get(params, "step"), "params.step", 0, INT32_MAX), 0};
    int64_t bits = word(get(params, "bits"), "params.bits", 1, 32);
    int64_t n = count_of(get(in, "index"), "in.index", MAX_VALUES);
    int64_t *index = words(get(in, "index"), "in.index", n, 0, INT32_MAX);
    for (int64_t i = 0; i < n; i++) {
        place.index = index[i];
        index[i] = draw_of_seed(seed_of(params), place, bits);
    }
    key("draw");
    put_words(index, n);
}

/* ------------------------------------------------------------------------------------------------------- chapter 3: profiles */

enum { PRE_ONLY, DETACHED, FULL };
enum { SOFTMAX, DIFFERENCE };
enum { DIRECT, LAYERWISE };
enum { ALIGNED, RANDOM };

static const char *const TRACE_MODES[] = {"PRE_ONLY", "DETACHED", "FULL", NULL};
static const char *const FUNCTIONS[] = {"SOFTMAX", "DIFFERENCE", NULL};
static const char *const PATHS[] = {"DIRECT", "LAYERWISE", NULL};
static const char *const STARTS[] = {"ALIGNED", "RANDOM", NULL};

/* PROF-1: NUMBER(field, key, least, most) and NAME(field, key, names). Bounds depend on parameters that stand before them. */
#define PARAMETERS(NUMBER, NAME) \
    NUMBER(steps, "time.steps", 1, 4096) \
    NUMBER(soft_start, "time.softStart", 0, p->steps - 1) \
    NUMBER(weight_bits, "weight.bits", 2, 24) \
    NUMBER(weight_shift, "weight.shift", 0, 24) \
    NUMBER(weight_spread, "weight.spread", 0, two_to(23)) \
    NUMBER(current_bits, "soma.currentBits", 3, 32) \
    NUMBER(voltage_bits, "soma.voltageBits", 3, 32) \
    NUMBER(voltage_one, "soma.voltageOne", 1, two_to(30)) \
    NUMBER(keep, "soma.keep", 0, 4096) \
    NUMBER(threshold, "soma.threshold", 0, two_to(p->voltage_bits - 1) - 2) \
    NUMBER(window, "soma.window", 0, INT32_MAX) \
    NAME(trace_mode, "trace.mode", TRACE_MODES) \
    NUMBER(trace_bits, "trace.bits", 1, 17) \
    NUMBER(impulse, "trace.impulse", 1, two_to(p->trace_bits) - 1) \
    NUMBER(trace_keep, "trace.keep", 0, 4096) \
    NAME(trace_rounding, "trace.rounding", MODES) \
    NUMBER(eligibility_bits, "eligibility.bits", 2, 31) \
    NUMBER(eligibility_shift, "eligibility.shift", 0, 17) \
    NAME(error_function, "error.function", FUNCTIONS) \
    NUMBER(error_fraction, "error.fraction", 1, 16) \
    NUMBER(potential_bits, "error.potentialBits", p->error_fraction + 2, 31) \
    NUMBER(dendrite_bits, "error.dendriteBits", 2, 31) \
    NUMBER(learning_bits, "error.learningBits", 2, 24) \
    NUMBER(hidden_shift, "error.hiddenShift", -16, 24) \
    NUMBER(output_shift, "error.outputShift", -16, 24) \
    NAME(error_rounding, "error.rounding", MODES) \
    NUMBER(hidden_multiplier, "update.hiddenMultiplier", 0, 65535) \
    NUMBER(output_multiplier, "update.outputMultiplier", 0, 65535) \
    NUMBER(update_shift, "update.shift", 0, 62) \
    NUMBER(accumulator_bits, "update.accumulatorBits", 2, 62) \
    NUMBER(accumulator_fraction, "update.accumulatorFraction", 0, 32) \
    NAME(update_rounding, "update.rounding", MODES) \
    NUMBER(batch, "update.batch", 1, 65536) \
    NUMBER(halve_every, "update.halveEvery", 0, INT32_MAX) \
    NAME(path, "feedback.path", PATHS) \
    NUMBER(path_shift, "feedback.pathShift", 0, 32) \
    NAME(start, "feedback.start", STARTS) \
    NUMBER(feedback_bits, "feedback.bits", 2, 24) \
    NUMBER(feedback_fraction, "feedback.fraction", 0, 24) \
    NUMBER(feedback_spread, "feedback.spread", 0, two_to(p->feedback_bits - 1) - 1) \
    NUMBER(sleep_first, "sleep.first", 0, 4096) \
    NUMBER(sleep_every, "sleep.every", 0, INT32_MAX) \
    NUMBER(trajectories, "sleep.trajectories", 1, 4096) \
    NUMBER(sleep_steps, "sleep.steps", 1, 4096) \
    NUMBER(hebb_shift, "sleep.hebbShift", 0, 24) \
    NUMBER(sleep_shift, "sleep.shift", 0, 32) \
    NAME(sleep_rounding, "sleep.rounding", MODES)

typedef struct {
#define FIELD(field, ...) int64_t field;
    PARAMETERS(FIELD, FIELD)
} Profile;

/* The parameters whose keys stand in wanted, each between blanks; all of them where it is NULL. */
static void read_parameters(Profile *p, const Node *params, const char *wanted) {
#define WANTED(key) (wanted == NULL || strstr(wanted, " " key " ") != NULL)
#define READ_NUMBER(field, key, least, most) if (WANTED(key)) p->field = word(get(params, key), "params." key, least, most);
#define READ_NAME(field, key, names) if (WANTED(key)) p->field = choice(get(params, key), "params." key, names);
    PARAMETERS(READ_NUMBER, READ_NAME)
}

static int64_t bits_of(int64_t x) {
    int64_t bits = 0;
    for (; x > 0; x >>= 1) {
        bits++;
    }
    return bits;
}

/* PROF-2 */
static void require_consistent(const Profile *p) {
    int64_t multiplier = p->hidden_multiplier > p->output_multiplier ? p->hidden_multiplier : p->output_multiplier;
    if (p->learning_bits - 1 + p->eligibility_bits - 1 + bits_of(p->batch) + bits_of(multiplier) > 62) {
        fail("field params: products of learning need more than 62 bits");
    }
    if (p->accumulator_bits < p->weight_bits + p->accumulator_fraction) {
        fail("field params: update.accumulatorBits is less than weight.bits + update.accumulatorFraction");
    }
}

/* ------------------------------------------------------------------------------------------- chapter 4: layers, forward pass */

/* A layer; of two dimensions the rows follow one another. The last row of the synapses is the biases (SYN-1). */
typedef struct {
    int64_t number, below, size; /* l, size(l-1), size(l) */
    int64_t columns;             /* K(l), of hidden layers */
    int64_t *w, *gradient;       /* [below + 1][size] */
    int64_t *B;                  /* [size][columns] */
    int64_t *u, *v, *s, *g;      /* [size] */
    int64_t *z, *y, *E;          /* [below + 1][size], in mode PRE_ONLY z is [below + 1] */
    int64_t *f, *D, *q;          /* [size] */
} Layer;

static int64_t synapses(const Layer *l) {
    return (l->below + 1) * l->size;
}

static void require_few(int64_t count) {
    if (count > MAX_SYNAPSES) {
        fail("field in: %" PRId64 " synapses; at most %d are answered", count, MAX_SYNAPSES);
    }
}

static Layer layer_of(int64_t number, int64_t below, int64_t size, int64_t columns) {
    Layer l = {.number = number, .below = below, .size = size, .columns = columns};
    int64_t **of_synapses[] = {&l.w, &l.gradient, &l.z, &l.y, &l.E};
    int64_t **of_neurons[] = {&l.u, &l.v, &l.s, &l.g, &l.f, &l.D, &l.q};
    require_few(synapses(&l));
    for (size_t i = 0; i < sizeof of_synapses / sizeof *of_synapses; i++) {
        *of_synapses[i] = numbers(synapses(&l));
    }
    for (size_t i = 0; i < sizeof of_neurons / sizeof *of_neurons; i++) {
        *of_neurons[i] = numbers(size);
    }
    l.B = numbers(size * columns);
    return l;
}

static void clear(int64_t *values, int64_t count) {
    memset(values, 0, (size_t)count * sizeof *values);
}

static void clear_soma(Layer *l) {
    clear(l->v, l->size);
    clear(l->s, l->size);
}

/* SOMA-1 to SOMA-4; without the bias SLEEP-2. */
static void soma(const Profile *p, Layer *l, const int64_t *x, bool with_bias) {
    int64_t *a = l->u;
    for (int64_t i = 0; i < l->size; i++) {
        a[i] = with_bias ? l->w[l->below * l->size + i] : 0;
    }
    for (int64_t j = 0; j < l->below; j++) {
        for (int64_t i = 0; x[j] != 0 && i < l->size; i++) {
            a[i] += l->w[j * l->size + i] * x[j];
        }
    }
    for (int64_t i = 0; i < l->size; i++) {
        int64_t current = a[i] * two_to(p->weight_shift);
        l->u[i] = stored(U, current, wrap(current, p->current_bits));
        int64_t rest = l->s[i] ? 0 : l->v[i];
        int64_t voltage = decay(rest, p->keep) + l->u[i];
        l->v[i] = stored(V, voltage, saturate(voltage, p->voltage_bits));
        l->s[i] = l->v[i] > p->threshold;
    }
}

/* GATE-1 */
static int64_t gate(const Profile *p, int64_t v) {
    return magnitude(v - p->threshold) < p->window;
}

static void gate_of(const Node *params, const Node *in) {
    Profile p = {.voltage_bits = 32};
    read_parameters(&p, params, " soma.threshold soma.window ");
    int64_t n = count_of(get(in, "v"), "in.v", MAX_VALUES);
    int64_t *v = words(get(in, "v"), "in.v", n, -WIDEST, WIDEST);
    for (int64_t i = 0; i < n; i++) {
        v[i] = gate(&p, v[i]);
    }
    key("g");
    put_words(v, n);
}

/* ---------------------------------------------------------------------------------------- chapter 5: traces and eligibility */

/* How many traces a layer has. */
static int64_t traces(const Profile *p, const Layer *l) {
    return p->trace_mode == PRE_ONLY ? l->below + 1 : synapses(l);
}

/* ELIG-1 to ELIG-3 of step t of sample n; ELIG-5: the bias has x = 1. */
static void eligibility(const Profile *p, Layer *l, const int64_t *x, const Draws *draws, int64_t n, int64_t t) {
    bool one_a_neuron = p->trace_mode == PRE_ONLY;
    int64_t traces_of_j = one_a_neuron ? 1 : l->size;
    for (int64_t i = 0; i < traces(p, l); i++) {
        int64_t j = i / traces_of_j;
        int64_t x_j = j == l->below ? 1 : x[j];
        int64_t before = one_a_neuron ? l->z[i] : l->y[i];
        Place place = {draws, TRACE, l->number, n, t, i};
        int64_t exact = shift(before * p->trace_keep, 12, p->trace_rounding, place) + p->impulse * x_j;
        l->z[i] = stored(Z, exact, one_a_neuron ? saturate_unsigned(exact, p->trace_bits) : saturate(exact, p->trace_bits + 1));
    }
    for (int64_t s = 0; s < synapses(l); s++) {
        int64_t z = one_a_neuron ? l->z[s / l->size] : l->z[s];
        int64_t exact = l->E[s] + l->g[s % l->size] * floor_shift(z, p->eligibility_shift);
        l->E[s] = stored(E, exact, saturate(exact, p->eligibility_bits));
    }
}

/* ELIG-4 */
static void reset_factors(const Profile *p, Layer *l) {
    for (int64_t i = 0; i < l->size; i++) {
        l->f[i] = 4096 * (1 - l->s[i]);
        if (p->trace_mode == FULL) {
            l->f[i] = saturate(l->f[i] - l->g[i] * quotient(4096 * l->v[i], p->voltage_one), 14);
        }
    }
    for (int64_t s = 0; s < synapses(l); s++) {
        int64_t exact = scale(l->z[s], l->f[s % l->size]);
        l->y[s] = stored(Z, exact, saturate(exact, p->trace_bits + 1));
    }
}

static void eligibility_run(const Node *params, const Node *in) {
    Profile p = {0};
    read_parameters(&p, params, " trace.mode trace.bits trace.impulse trace.keep trace.rounding eligibility.bits eligibility.shift ");
    if (p.trace_mode == FULL) {
        read_parameters(&p, params, " soma.voltageOne ");
    }
    int64_t steps = count_of(get(in, "x"), "in.x", MAX_STEPS);
    int64_t below = count_of(item(get(in, "x"), 0), "in.x[0]", MAX_NEURONS);
    int64_t size = count_of(item(get(in, "v"), 0), "in.v[0]", MAX_NEURONS);
    Layer l = layer_of(1, below, size, 0);
    require_few(steps * synapses(&l));
    int64_t *x = rows(get(in, "x"), "in.x", steps, below, 0, 1);
    int64_t *v = rows(get(in, "v"), "in.v", steps, size, -WIDEST, WIDEST);
    int64_t *s = rows(get(in, "s"), "in.s", steps, size, 0, 1);
    int64_t *g = rows(get(in, "g"), "in.g", steps, size, 0, 1);
    int64_t n = traces(&p, &l);
    Draws draws = {NULL, n, NULL, 0};
    if (p.trace_rounding == STOCHASTIC) {
        draws.rows = rows(get(in, "draw"), "in.draw", steps, n, 0, 4095);
    }
    int64_t *z = numbers(steps * n), *e = numbers(steps * synapses(&l)), *f = numbers(steps * size);
    for (int64_t t = 0; t < steps; t++) {
        l.v = v + t * size;
        l.s = s + t * size;
        l.g = g + t * size;
        eligibility(&p, &l, x + t * below, &draws, 0, t);
        memcpy(z + t * n, l.z, (size_t)n * sizeof *z);
        memcpy(e + t * synapses(&l), l.E, (size_t)synapses(&l) * sizeof *e);
        if (p.trace_mode != PRE_ONLY) {
            reset_factors(&p, &l);
            memcpy(f + t * size, l.f, (size_t)size * sizeof *f);
        }
    }
    key("z");
    put_rows(z, steps, n);
    key("E");
    put_rows(e, steps, synapses(&l));
    if (p.trace_mode != PRE_ONLY) {
        key("f");
        put_rows(f, steps, size);
    }
}

/* --------------------------------------------------------------------------------------------------------- chapter 6: errors */

/* ERR-2, ERR-3: the errors e of K outputs with the counts o at step t. */
static void errors(const Profile *p, const int64_t *o, int64_t K, int64_t label, int64_t t, int64_t *e) {
    static const int64_t TABLE[] = {65536, 24109, 8869, 3263, 1200, 442, 162, 60, 22, 8, 3, 1, 0};
    int64_t F = two_to(p->error_fraction), largest = 0, sum = 0;
    for (int64_t k = 0; k < K; k++) {
        largest = o[k] > largest ? o[k] : largest;
    }
    for (int64_t k = 0; k < K; k++) {
        int64_t d = largest - o[k];
        e[k] = p->error_function == SOFTMAX ? TABLE[d < 12 ? d : 12] : o[k];
        sum += e[k];
    }
    if (p->error_function == DIFFERENCE) {
        sum = t + 1;
    }
    for (int64_t k = 0; k < K; k++) {
        e[k] = (2 * F * e[k] + sum) / (2 * sum) - F * (k == label);
    }
}

/* ERR-4, of the positive neurons; of the negative ones with the sign -1. */
static void error_neurons(const Profile *p, int signal, int64_t K, const int64_t *e, int64_t e_sign, int64_t *potential, int64_t *spiked) {
    int64_t F = two_to(p->error_fraction);
    for (int64_t k = 0; k < K; k++) {
        int64_t exact = potential[k] - F * spiked[k] + e_sign * e[k];
        potential[k] = stored(signal, exact, saturate(exact, p->potential_bits));
        spiked[k] = potential[k] > F;
    }
}

/* ERR-5, of an output layer; ERR-6, of a hidden layer. */
static void dendrites(const Profile *p, Layer *l, bool output, int64_t K, const int64_t *sp, const int64_t *sn) {
    for (int64_t i = 0; i < l->size; i++) {
        int64_t exact = l->D[i];
        if (output) {
            exact += sp[i] - sn[i];
        } else {
            for (int64_t k = 0; k < K; k++) {
                exact += l->B[i * K + k] * (sp[k] - sn[k]);
            }
        }
        l->D[i] = stored(D, exact, saturate(exact, p->dendrite_bits));
    }
}

/* ERR-7 */
static void learning_errors(const Profile *p, Layer *l, int64_t h, const Draws *draws, int64_t n) {
    for (int64_t i = 0; i < l->size; i++) {
        Place place = {draws, LEARNING_ERROR, l->number, n, 0, i};
        int64_t exact = h >= 0 ? shift(l->D[i], h, p->error_rounding, place) : l->D[i] * two_to(-h);
        l->q[i] = stored(Q, exact, saturate(exact, p->learning_bits));
    }
}

/* ERR-8, of layer l, which feeds back to the layer below it. */
static void feed_back(const Profile *p, const Layer *l, const Draws *draws, int64_t n, int64_t *c) {
    const int64_t *E_of_biases = l->E + l->below * l->size;
    for (int64_t m = 0; m < l->size; m++) {
        Place place = {draws, FED_BACK_ERROR, l->number, n, 0, m};
        int64_t exact = shift(l->q[m] * E_of_biases[m], p->path_shift, p->error_rounding, place);
        c[m] = stored(C, exact, saturate(exact, p->learning_bits));
    }
}

/* ERR-9 */
static void layerwise_dendrites(const Profile *p, Layer *l, const int64_t *c) {
    for (int64_t i = 0; i < l->size; i++) {
        int64_t exact = 0;
        for (int64_t m = 0; m < l->columns; m++) {
            exact += l->B[i * l->columns + m] * c[m];
        }
        l->D[i] = stored(D, exact, saturate(exact, p->dendrite_bits));
    }
}

static void softmax_integer(const Node *params, const Node *in) {
    Profile p = {0};
    read_parameters(&p, params, " error.function error.fraction ");
    int64_t n = count_of(get(in, "o"), "in.o", MAX_VALUES);
    int64_t K = count_of(item(get(in, "o"), 0), "in.o[0]", MAX_VALUES / n);
    int64_t *o = rows(get(in, "o"), "in.o", n, K, 0, 4096);
    int64_t *label = words(get(in, "label"), "in.label", n, 0, K - 1);
    int64_t *t = p.error_function == DIFFERENCE ? words(get(in, "t"), "in.t", n, 0, 4095) : numbers(n);
    int64_t *e = numbers(n * K);
    for (int64_t r = 0; r < n; r++) {
        errors(&p, o + r * K, K, label[r], t[r], e + r * K);
    }
    key("e");
    put_rows(e, n, K);
}

/* State that a case may begin with, else 0. */
static void begin_with(const Node *in, const char *name, int64_t *state, int64_t count, int64_t low, int64_t high) {
    if (get(in, name)->kind != MISSING) {
        read_words(get(in, name), name, count, low, high, state);
    }
}

static void error_neuron_run(const Node *params, const Node *in) {
    Profile p = {0};
    read_parameters(&p, params, " error.fraction error.potentialBits ");
    int64_t steps = count_of(get(in, "e"), "in.e", MAX_STEPS), F = two_to(p.error_fraction), top = two_to(p.potential_bits - 1) - 1;
    int64_t K = count_of(item(get(in, "e"), 0), "in.e[0]", MAX_VALUES / steps);
    int64_t *e = rows(get(in, "e"), "in.e", steps, K, -F, F);
    static const char *const NAMES[] = {"p", "n", "sp", "sn"};
    int64_t *state[4], *shown[4];
    for (int i = 0; i < 4; i++) {
        state[i] = numbers(K);
        shown[i] = numbers(steps * K);
        begin_with(in, NAMES[i], state[i], K, i < 2 ? -top : 0, i < 2 ? top : 1);
    }
    for (int64_t t = 0; t < steps; t++) {
        error_neurons(&p, P, K, e + t * K, 1, state[0], state[2]);
        error_neurons(&p, N, K, e + t * K, -1, state[1], state[3]);
        for (int i = 0; i < 4; i++) {
            memcpy(shown[i] + t * K, state[i], (size_t)K * sizeof **state);
        }
    }
    for (int i = 0; i < 4; i++) {
        key(NAMES[i]);
        put_rows(shown[i], steps, K);
    }
}

static void dendrite_run(const Node *params, const Node *in) {
    Profile p = {0};
    const Node *feedback = get(in, "B");
    bool output = feedback->kind == MISSING;
    read_parameters(&p, params, " error.dendriteBits error.learningBits error.rounding ");
    read_parameters(&p, params, output ? " error.outputShift " : " error.hiddenShift ");
    int64_t h = output ? p.output_shift : p.hidden_shift;
    int64_t steps = count_of(get(in, "sp"), "in.sp", MAX_STEPS), K = count_of(item(get(in, "sp"), 0), "in.sp[0]", 256);
    int64_t *sp = rows(get(in, "sp"), "in.sp", steps, K, 0, 1), *sn = rows(get(in, "sn"), "in.sn", steps, K, 0, 1);
    int64_t size = output ? K : count_of(feedback, "in.B", MAX_VALUES / steps), top = two_to(p.dendrite_bits - 1) - 1;
    Layer l = layer_of(1, 0, size, K);
    if (!output) {
        l.B = rows(feedback, "in.B", size, K, -two_to(23) + 1, two_to(23) - 1);
    }
    Draws draws = {NULL, size, NULL, 0};
    if (p.error_rounding == STOCHASTIC && h > 0) {
        draws.rows = words(get(in, "draw"), "in.draw", size, 0, two_to(h) - 1);
    }
    begin_with(in, "D", l.D, size, -top, top);
    int64_t *d = numbers(steps * size);
    for (int64_t t = 0; t < steps; t++) {
        dendrites(&p, &l, output, K, sp + t * K, sn + t * K);
        memcpy(d + t * size, l.D, (size_t)size * sizeof *d);
    }
    learning_errors(&p, &l, h, &draws, 0);
    key("D");
    put_rows(d, steps, size);
    key("q");
    put_words(l.q, size);
}

/* -------------------------------------------------------------------------------------------------- chapter 7: weight update */

/* LEARN-1: what a sample adds to the gradient sum. */
static void add_gradient(Layer *l) {
    for (int64_t s = 0; s < synapses(l); s++) {
        l->gradient[s] += l->q[s % l->size] * l->E[s];
    }
}

/* LEARN-2, with the multiplier m and sample n the last of the batch. */
static int64_t product(const Profile *p, int64_t m, int64_t gradient, int64_t n) {
    int64_t halved = p->halve_every == 0 ? 0 : n / p->halve_every;
    int64_t k = p->update_shift + halved;
    return floor_shift(m * gradient, k < 62 ? k : 62);
}

/* LEARN-3: the accumulator. */
static int64_t accumulator(const Profile *p, int64_t w, int64_t change) {
    int64_t exact = w * two_to(p->accumulator_fraction) - change;
    return stored(DW, exact, saturate(exact, p->accumulator_bits));
}

/* LEARN-3: the new weight. One whose product is 0 stays. */
static int64_t new_weight(const Profile *p, int64_t w, int64_t change, Place place) {
    if (change == 0) {
        return w;
    }
    int64_t exact = shift(accumulator(p, w, change), p->accumulator_fraction, p->update_rounding, place);
    return stored(W, exact, saturate(exact, p->weight_bits));
}

static void update(const Profile *p, Layer *l, int64_t m, const Draws *draws, int64_t n) {
    for (int64_t s = 0; s < synapses(l); s++) {
        l->w[s] = new_weight(p, l->w[s], product(p, m, l->gradient[s], n), (Place){draws, WEIGHT, l->number, n, 0, s});
    }
}

static void weight_update(const Node *params, const Node *in) {
    Profile p = {0};
    read_parameters(&p, params, " weight.bits error.learningBits eligibility.bits update.hiddenMultiplier update.shift update.accumulatorBits "
        "update.accumulatorFraction update.rounding update.halveEvery ");
    int64_t samples = p.batch = count_of(get(in, "q"), "in.q", 4096);
    require_consistent(&p);
    int64_t rows_of_w = count_of(get(in, "w"), "in.w", MAX_NEURONS + 1), size = count_of(item(get(in, "w"), 0), "in.w[0]", MAX_VALUES / rows_of_w);
    int64_t n = word(get(in, "sample"), "in.sample", 0, UINT32_MAX);
    int64_t heaviest = two_to(p.weight_bits - 1) - 1, largest_q = two_to(p.learning_bits - 1) - 1, largest_E = two_to(p.eligibility_bits - 1) - 1;
    Layer l = layer_of(1, rows_of_w - 1, size, 0);
    l.w = rows(get(in, "w"), "in.w", rows_of_w, size, -heaviest, heaviest);
    int64_t *q = rows(get(in, "q"), "in.q", samples, size, -largest_q, largest_q);
    count_of(get(in, "E"), "in.E", samples);
    for (int64_t b = 0; b < samples; b++) {
        l.q = q + b * size;
        l.E = rows(item(get(in, "E"), b), "in.E", rows_of_w, size, -largest_E, largest_E);
        add_gradient(&l);
    }
    Draws draws = {NULL, synapses(&l), NULL, 0};
    if (p.update_rounding == STOCHASTIC && p.accumulator_fraction > 0) {
        draws.rows = rows(get(in, "draw"), "in.draw", rows_of_w, size, 0, two_to(p.accumulator_fraction) - 1);
    }
    int64_t *change = numbers(synapses(&l)), *c = numbers(synapses(&l));
    for (int64_t s = 0; s < synapses(&l); s++) {
        change[s] = product(&p, p.hidden_multiplier, l.gradient[s], n);
        c[s] = accumulator(&p, l.w[s], change[s]);
    }
    update(&p, &l, p.hidden_multiplier, &draws, n);
    static const char *const NAMES[] = {"G", "P", "c", "w"};
    const int64_t *shown[] = {l.gradient, change, c, l.w};
    for (int i = 0; i < 4; i++) {
        key(NAMES[i]);
        put_rows(shown[i], rows_of_w, size);
    }
}

/* ---------------------------------------------------------------------------------------------------------- chapter 8: sleep */

/* SLEEP-4: what a trajectory adds to the sums of H_i O_k and of O_k^2. */
static void correlate(const int64_t *h, int64_t size, const int64_t *o, int64_t K, int64_t *hebb, int64_t *square) {
    for (int64_t k = 0; k < K; k++) {
        for (int64_t i = 0; i < size; i++) {
            hebb[i * K + k] += h[i] * o[k];
        }
        square[k] += o[k] * o[k];
    }
}

/* SLEEP-4 at the end of sleep q. */
static void align(const Profile *p, Layer *l, const int64_t *hebb, const int64_t *square, const Draws *draws, int64_t q) {
    for (int64_t i = 0; i < l->size * l->columns; i++) {
        int64_t change = two_to(p->hebb_shift) * hebb[i] - square[i % l->columns] * l->B[i];
        int64_t exact = l->B[i] + shift(change, p->sleep_shift, p->sleep_rounding, (Place){draws, SLEEP_FEEDBACK, l->number, q, 0, i});
        l->B[i] = stored(B, exact, saturate(exact, p->feedback_bits));
    }
}

static void sleep_update(const Node *params, const Node *in) {
    Profile p = {0};
    read_parameters(&p, params, " sleep.hebbShift sleep.shift sleep.rounding feedback.bits ");
    int64_t M = count_of(get(in, "H"), "in.H", 4096), size = count_of(get(in, "B"), "in.B", MAX_NEURONS);
    int64_t K = count_of(item(get(in, "B"), 0), "in.B[0]", MAX_VALUES / size), top = two_to(p.feedback_bits - 1) - 1;
    int64_t *h = rows(get(in, "H"), "in.H", M, size, -4096, 4096), *o = rows(get(in, "O"), "in.O", M, K, 0, 4096);
    Layer l = layer_of(1, 0, size, K);
    l.B = rows(get(in, "B"), "in.B", size, K, -top, top);
    Draws draws = {NULL, size * K, NULL, 0};
    if (p.sleep_rounding == STOCHASTIC && p.sleep_shift > 0) {
        draws.rows = rows(get(in, "draw"), "in.draw", size, K, 0, two_to(p.sleep_shift) - 1);
    }
    int64_t *hebb = numbers(size * K), *square = numbers(K);
    for (int64_t m = 0; m < M; m++) {
        correlate(h + m * size, size, o + m * K, K, hebb, square);
    }
    align(&p, &l, hebb, square, &draws, 0);
    key("hebb");
    put_rows(hebb, size, K);
    key("square");
    put_words(square, K);
    key("B");
    put_rows(l.B, size, K);
}

#include "network.h"
#include "files.h"
#include "chip.h"

/* ------------------------------------------------------------------------------------------------------- from line to line */

static const struct {
    const char *name;
    void (*answer)(const Node *params, const Node *in);
} OPERATIONS[] = {
    {"round.shift", round_shift}, {"word.wrap", word_wrap}, {"word.saturate", word_saturate}, {"decay", word_decay}, {"random.philox", random_philox},
    {"random.draw", random_draw}, {"softmax.integer", softmax_integer},
    {"lif.run", lif_run}, {"gate", gate_of}, {"errorNeuron.run", error_neuron_run}, {"dendrite.run", dendrite_run},
    {"synapse.weight", synapse_weight}, {"trace.step", trace_step}, {"eligibility.run", eligibility_run},
    {"learning.productSeries", learning_product_series}, {"weight.update", weight_update}, {"sleep.update", sleep_update},
    {"network.start", network_start}, {"network.sample", network_sample}, {"network.sleep", network_sleep}, {"network.test", network_test},
    {"profile.read", profile_read}, {"rule.read", rule_read}, {"data.bin", data_bin}, {"model.read", model_read},
    {"training.digest", training_digest},
};

static void answer_case(const Node *question) {
    const Node *op = get(question, "op"), *params = get(question, "params"), *in = get(question, "in");
    if (op->kind != STRING || params->kind != OBJECT || in->kind != OBJECT) {
        fail("a case has op, a string, and params and in, both objects");
    }
    if (get(params, "emulator")->kind != MISSING) {
        fail("field params.emulator: variants of emulators are not implemented");
    }
    for (size_t i = 0; i < sizeof OPERATIONS / sizeof *OPERATIONS; i++) {
        if (strcmp(op->is.text, OPERATIONS[i].name) == 0) {
            key("out");
            open_with("{");
            memset(events, 0, sizeof events);
            OPERATIONS[i].answer(params, in);
            put("}");
            return;
        }
    }
    fail("field op: \"%.60s\" is not implemented", op->is.text);
}

static char id[MAX_ID + 1];

static void begin_answer(bool with_id) {
    answer_length = 0;
    put("{");
    key("id");
    if (with_id) {
        put_string(id);
    } else {
        put("null");
    }
}

/* An answer, or {"id":..,"error":".."}. */
static void answer_line(const char *line) {
    static bool with_id;
    with_id = false;
    if (setjmp(give_up) == 0) {
        Node question = read_line(line);
        const Node *name = get(&question, "id");
        if (name->kind != STRING || name->count < 1 || name->count > MAX_ID) {
            fail("field id: a string is needed");
        }
        memcpy(id, name->is.text, (size_t)name->count + 1);
        with_id = true;
        begin_answer(true);
        answer_case(&question);
    } else {
        begin_answer(with_id);
        key("error");
        put_string(problem);
    }
    put("}\n");
    give_back_all();
    fputs(answer, stdout);
    fflush(stdout);
}

int main(void) {
    char *line = malloc(MAX_LINE + 1);
    size_t length = 0;
    bool text = true;
    if (line == NULL) {
        return 3;
    }
    for (int c = getchar();; c = getchar()) {
        if (c != '\n' && c != EOF) {
            text = text && c != '\0';
            if (length < MAX_LINE) {
                line[length] = (char)c;
            }
            length++;
            continue;
        }
        bool whole = length < MAX_LINE && text;
        line[length < MAX_LINE ? length : 0] = '\0';
        if (!whole) {
            puts("{\"id\":null,\"error\":\"a line of 16 MiB or more, or with a byte 0\"}");
            fflush(stdout);
        } else if (line[strspn(line, " \t\r")] != '\0') {
            answer_line(line);
        }
        length = 0;
        text = true;
        if (c == EOF) {
            free(line);
            return ferror(stdin) || ferror(stdout) ? 3 : 0;
        }
    }
}
