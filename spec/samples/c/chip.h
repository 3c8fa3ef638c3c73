/* The chapters 11 and 12 of the spec: neurons, synapses, traces and learning rules of the chip. Part of biograd.c, and included there. */

/* ------------------------------------------------------------------------------------ chapter 11: the chip's neuron, synapse */

/* CHIP-2 to CHIP-5 */
static void lif_run(const Node *params, const Node *in) {
    int64_t lost_u = word(get(params, "decayU"), "params.decayU", 0, 4096), lost_v = word(get(params, "decayV"), "params.decayV", 0, 4096);
    int64_t theta = 64 * word(get(params, "vthMant"), "params.vthMant", 0, 131071);
    int64_t r = word(get(params, "refractory"), "params.refractory", 1, 64);
    int64_t bias = word(get(params, "biasMant"), "params.biasMant", -4096, 4095) * two_to(word(get(params, "biasExp"), "params.biasExp", 0, 7));
    int64_t steps = count_of(get(in, "a"), "in.a", MAX_STEPS);
    int64_t *a = words(get(in, "a"), "in.a", steps, -two_to(36), two_to(36));
    int64_t *u = numbers(steps), *v = numbers(steps), *s = numbers(steps);
    int64_t current = 0, voltage = 0, resting = 0;
    for (int64_t t = 0; t < steps; t++) {
        current = wrap(decay(current, 4096 - lost_u) + a[t], 24);
        if (resting > 0) {
            resting--;
        } else {
            voltage = saturate(decay(voltage, 4096 - lost_v) + current + bias, 24);
            s[t] = voltage > theta;
        }
        if (s[t]) {
            voltage = 0;
            resting = r - 1;
        }
        u[t] = current;
        v[t] = voltage;
    }
    key("u");
    put_words(u, steps);
    key("v");
    put_words(v, steps);
    key("s");
    put_words(s, steps);
}

/* CHIP-8 */
static void synapse_weight(const Node *params, const Node *in) {
    static const char *const SIGN_MODES[] = {"MIXED", "EXCITATORY", "INHIBITORY", NULL};
    int mode = choice(get(params, "signMode"), "params.signMode", SIGN_MODES);
    int64_t m = mode == 0, k = word(get(params, "numWeightBits"), "params.numWeightBits", 1, 8 + m), e = word(get(params, "wExp"), "params.wExp", -6, 7);
    int64_t q = two_to(8 + m - k), n = count_of(get(in, "w"), "in.w", MAX_VALUES);
    int64_t *w = words(get(in, "w"), "in.w", n, mode == 0 ? -256 : mode == 1 ? 0 : q - 256, mode == 2 ? 0 : 256 - q);
    for (int64_t i = 0; i < n; i++) {
        if (w[i] % q != 0) {
            fail("field in.w: a multiple of %" PRId64 " is needed", q);
        }
        w[i] *= two_to(6 + e);
    }
    key("effective");
    put_words(w, n);
}

/* --------------------------------------------------------------------------------- chapter 12: the chip's traces and learning */

/* ENG-3 */
static void trace_step(const Node *params, const Node *in) {
    int64_t keep = word(get(params, "keep"), "params.keep", 0, 4096), whole = word(get(params, "impulseInt"), "params.impulseInt", 0, 127);
    int64_t fraction = get(params, "impulseFrac")->kind == MISSING ? 0 : word(get(params, "impulseFrac"), "params.impulseFrac", 0, 255);
    int64_t n = count_of(get(in, "x"), "in.x", MAX_NEURONS), impulse = 256 * whole + fraction;
    int64_t *z = words(get(in, "x"), "in.x", n, 0, 127), *after = numbers(n);
    Draws of_decay = {words(get(in, "drawDecay"), "in.drawDecay", n, 0, 4095), n, NULL, 0}, of_impulse = {NULL, n, NULL, 0};
    if (fraction > 0) {
        of_impulse.rows = words(get(in, "drawImpulse"), "in.drawImpulse", n, 0, 255);
    }
    for (int64_t i = 0; i < n; i++) {
        z[i] = shift(z[i] * keep, 12, STOCHASTIC, (Place){&of_decay, 0, 0, 0, 0, i});
        after[i] = saturate_unsigned(z[i] + shift(impulse, 8, STOCHASTIC, (Place){&of_impulse, 0, 0, 0, 0, i}), 7);
    }
    key("decayed");
    put_words(z, n);
    key("afterImpulse");
    put_words(after, n);
}

/* ENG-1, ENG-5: the words of a rule. */
enum { X0, X1, X2, Y0, Y1, Y2, Y3, W_WORD, D_TAG, T_TAG, Q_WORD, WORDS, ALWAYS };

static const char *const WORD_NAMES[] = {"x0", "x1", "x2", "y0", "y1", "y2", "y3", "w", "d", "t", "q"};

static int64_t width(int variable) {
    return variable == X0 || variable == Y0 ? 1 : variable == W_WORD || variable == D_TAG || variable == T_TAG ? 9 : 7;
}

typedef struct {
    int variable;
    int64_t constant;
    bool sgn;
} Factor;

/* ENG-6. The dependency is X0, Y0 or ALWAYS with the k of u<k>, or WORDS where there is none yet. */
typedef struct {
    int64_t mantissa, exponent, k;
    int dependency, factors;
    Factor factor[65];
} Product;

typedef struct {
    int target, products;
    Product product[16];
} Rule;

static const char *rule_start, *rule_at;

/* ENG-7: whether a rule is within the limits. */
static bool is_within(const Rule *rule) {
    bool within = rule->products >= 1 && rule->products <= 16;
    for (int i = 0; within && i < rule->products; i++) {
        const Product *one = &rule->product[i];
        within = one->dependency != WORDS && one->mantissa != 0 && magnitude(one->mantissa) <= 7 && one->exponent >= -22 && one->exponent <= 8
            && one->factors <= 4 && one->k <= 9;
        for (int j = 0; j < i; j++) {
            within = within && !(one->dependency == ALWAYS && rule->product[j].dependency == ALWAYS && rule->product[j].k != one->k);
        }
    }
    return within;
}

static void refuse(const char *right) {
    fail("field params.rule: column %d: %s", (int)(rule_at - rule_start) + 1, right);
}

static void skip_spaces(void) {
    rule_at += strspn(rule_at, " \t");
}

/* Whether the text goes on with this; it is read then. */
static bool next_is(const char *text) {
    skip_spaces();
    bool is = strncmp(rule_at, text, strlen(text)) == 0;
    rule_at += is ? strlen(text) : 0;
    return is;
}

static int64_t next_number(void) {
    skip_spaces();
    int64_t value = 0;
    size_t digits = strspn(rule_at, "0123456789");
    if (digits < 1 || digits > 6) {
        refuse("a number of 1..6 digits is needed");
    }
    for (; digits > 0; digits--) {
        value = 10 * value + (*rule_at++ - '0');
    }
    return value;
}

/* Whether a power of two follows: its exponent then. */
static bool next_power(bool with_sign, int64_t *exponent) {
    skip_spaces();
    const char *before = rule_at;
    if (*rule_at == '2' && !digit(rule_at[1])) {
        rule_at++;
        if (next_is("^")) {
            bool negative = with_sign && next_is("-");
            if (!negative) {
                next_is("+");
            }
            *exponent = next_number();
            *exponent = negative ? -*exponent : *exponent;
            return true;
        }
    }
    rule_at = before;
    return false;
}

static int next_variable(void) {
    for (int variable = 0; variable < WORDS; variable++) {
        if (next_is(WORD_NAMES[variable])) {
            return variable;
        }
    }
    return WORDS;
}

/* +1 or -1, or 0 where no sign follows. */
static int64_t next_sign(void) {
    return next_is("+") ? 1 : next_is("-") ? -1 : 0;
}

/* operand, after its opening bracket: (v + c), or (c - v) as (v - c) with the mantissa negated */
static Factor next_operand(Product *product, bool sgn) {
    Factor factor = {WORDS, 0, sgn};
    bool has_constant = false;
    int64_t of_variable = 1, of_summand = next_sign(), exponent;
    of_summand = of_summand == 0 ? 1 : of_summand;
    for (int i = 0; i < 2 && of_summand != 0; i++) {
        int variable = next_variable();
        if (variable != WORDS) {
            if (factor.variable != WORDS) {
                refuse("one variable is needed");
            }
            factor.variable = variable;
            of_variable = of_summand;
        } else {
            if (has_constant) {
                refuse("at most one constant is needed");
            }
            has_constant = true;
            if (next_power(false, &exponent)) {
                factor.constant = of_summand * (exponent < 20 ? two_to(exponent) : two_to(20));
            } else {
                factor.constant = of_summand * next_number();
            }
        }
        of_summand = i == 0 ? next_sign() : 0;
    }
    if (!next_is(")") || factor.variable == WORDS) {
        refuse("a variable, a constant and a bracket are needed");
    }
    if (of_variable < 0) {
        factor.constant = -factor.constant;
        product->mantissa = -product->mantissa;
    }
    if (factor.constant < -128 || factor.constant > 127) {
        refuse("constants are -128..127");
    }
    return factor;
}

static void add_factor(Product *product, Factor factor) {
    product->factor[product->factors++] = factor;
}

static void next_atom(Product *product) {
    int64_t exponent;
    if (next_is("sgn")) {
        if (!next_is("(")) {
            refuse("( is needed");
        }
        Factor factor = next_operand(product, true);
        if (width(factor.variable) != 9 && factor.variable != Q_WORD) {
            refuse("sgn is one of w, d, t or q");
        }
        add_factor(product, factor);
    } else if (next_is("(")) {
        add_factor(product, next_operand(product, false));
    } else if (next_power(true, &exponent)) {
        product->exponent += exponent;
    } else if (next_is("u")) {
        if (product->dependency != WORDS || !digit(*rule_at)) {
            refuse("one u0..u9 a product is needed");
        }
        product->k = next_number();
        product->dependency = ALWAYS;
    } else {
        int variable = next_variable();
        if (variable != WORDS) {
            add_factor(product, (Factor){variable, 0, false});
        } else {
            product->mantissa *= next_number();
            if (magnitude(product->mantissa) > two_to(32)) {
                refuse("mantissas are -7..7");
            }
        }
    }
}

/* ENG-6, ENG-7 */
static Product next_product(int64_t with_sign) {
    Product product = {.mantissa = with_sign, .dependency = WORDS};
    int atoms = 0;
    do {
        if (atoms++ == 64) {
            refuse("a product has at most 64 atoms");
        }
        next_atom(&product);
    } while (next_is("*"));
    for (int i = 0; product.dependency == WORDS && i < product.factors; i++) {
        Factor factor = product.factor[i];
        if ((factor.variable == X0 || factor.variable == Y0) && factor.constant == 0 && !factor.sgn) {
            product.dependency = factor.variable;
            memmove(&product.factor[i], &product.factor[i + 1], (size_t)(--product.factors - i) * sizeof(Factor));
        }
    }
    while (magnitude(product.mantissa) > 7 && product.mantissa % 2 == 0 && product.exponent < 8) {
        product.mantissa /= 2;
        product.exponent++;
    }
    if (product.dependency == WORDS || product.mantissa == 0 || magnitude(product.mantissa) > 7 || product.exponent < -22 || product.exponent > 8
            || product.factors > 4 || product.k > 9) {
        refuse("a product has x0, y0 or u0..u9, at most 4 factors besides, a mantissa of -7..7 and an exponent of -22..8");
    }
    return product;
}

/* ENG-5 */
static void parse_rule(const char *text, Rule *rule) {
    static const char *const TARGETS[] = {"dw", "dd", "dt"};
    rule_start = rule_at = text;
    rule->target = W_WORD;
    if (strlen(text) > 1024) {
        refuse("a rule has at most 1024 characters");
    }
    for (int i = 0; i < 3; i++) {
        if (next_is(TARGETS[i])) {
            rule->target = W_WORD + i;
            if (!next_is("=")) {
                refuse("= is needed");
            }
        }
    }
    int64_t with_sign = next_sign();
    with_sign = with_sign == 0 ? 1 : with_sign;
    for (; with_sign != 0; with_sign = next_sign()) {
        if (rule->products == 16) {
            refuse("a rule has at most 16 products");
        }
        Product product = next_product(with_sign);
        for (int i = 0; i < rule->products; i++) {
            if (product.dependency == ALWAYS && rule->product[i].dependency == ALWAYS && rule->product[i].k != product.k) {
                refuse("one k of u<k> a rule is needed");
            }
        }
        rule->product[rule->products++] = product;
    }
    if (*rule_at != '\0') {
        refuse("*, + or - is needed");
    }
}

/* ENG-8 */
static int64_t contribution(const Product *product, int64_t f, bool u_counts, int64_t *const *of, int64_t s) {
    int64_t P = product->dependency != ALWAYS ? of[product->dependency][s] : product->k == 0 || u_counts;
    P *= magnitude(product->mantissa);
    for (int i = 0; i < product->factors; i++) {
        Factor factor = product->factor[i];
        int64_t sum = of[factor.variable][s] + factor.constant;
        P *= factor.sgn ? sign(sum) : saturate(sum, width(factor.variable) + 1);
    }
    int64_t k = product->exponent + f;
    int64_t term = k < 0 ? floor_shift(P, -k) : P * two_to(k);
    return product->mantissa > 0 ? term : -term;
}

/* A rule as a list; its "u" is the u of the rule in text, or without text one that the case decides. */
static void listed_rule(const Node *list, const Rule *of_text, Rule *rule) {
    rule->target = of_text == NULL ? W_WORD : of_text->target;
    rule->products = (int)count_of(list, "params.products", 16);
    for (int i = 0; i < rule->products; i++) {
        const Node *from = item(list, i), *factors = get(from, "factors"), *name = get(from, "dependency");
        Product *to = &rule->product[i];
        *to = (Product){.mantissa = word(get(from, "sMant"), "sMant", -8, 7), .exponent = word(get(from, "sExp"), "sExp", -64, 64)};
        if (get(from, "sExpBiased")->kind != MISSING) {
            word(get(from, "sExpBiased"), "sExpBiased", to->exponent + 7, to->exponent + 7);
        }
        static const char *const DEPENDENCIES[] = {"x0", "y0", "u0", "u", NULL};
        int dependency = choice(name, "dependency", DEPENDENCIES);
        to->dependency = dependency == 0 ? X0 : dependency == 1 ? Y0 : ALWAYS;
        if (dependency == 3) {
            bool known = of_text != NULL && i < of_text->products && of_text->product[i].dependency == ALWAYS;
            to->k = known ? of_text->product[i].k : 1;
        }
        if (factors->kind != ARRAY || factors->count > 64) {
            fail("field factors: an array is needed");
        }
        for (int j = 0; j < factors->count; j++) {
            const Node *factor = item(factors, j), *constant = get(factor, "const"), *sgn = get(factor, "sgn");
            static const char *const VARIABLES[] = {"x0", "x1", "x2", "y0", "y1", "y2", "y3", "w", "d", "t", "q", NULL};
            Factor read = {choice(get(factor, "var"), "var", VARIABLES), 0, sgn->kind == TRUTH && sgn->is.number == 1};
            read.constant = constant->kind == MISSING ? 0 : word(constant, "const", -128, 127);
            to->factor[to->factors++] = read;
        }
    }
    if (!is_within(rule)) {
        fail("field params.products: beyond the limits of ENG-7");
    }
}

static bool same_rule(const Rule *a, const Rule *b) {
    bool same = a->target == b->target && a->products == b->products;
    for (int i = 0; same && i < a->products; i++) {
        const Product *p = &a->product[i], *q = &b->product[i];
        same = p->mantissa == q->mantissa && p->exponent == q->exponent && p->dependency == q->dependency && p->k == q->k && p->factors == q->factors;
        for (int j = 0; same && j < p->factors; j++) {
            const Factor *f = &p->factor[j], *g = &q->factor[j];
            same = f->variable == g->variable && f->constant == g->constant && f->sgn == g->sgn;
        }
    }
    return same;
}

/* The rule of params: text, list, or both where they agree. */
static Rule *rule_of(const Node *params) {
    const Node *text = get(params, "rule"), *list = get(params, "products");
    Rule *of_text = NULL, *of_list = NULL;
    if (text->kind == STRING) {
        of_text = take(1, sizeof *of_text);
        parse_rule(text->is.text, of_text);
    }
    if (list->kind != MISSING) {
        of_list = take(1, sizeof *of_list);
        listed_rule(list, of_text, of_list);
    }
    if ((of_text == NULL && of_list == NULL) || (text->kind != MISSING && text->kind != STRING)) {
        fail("field params.rule: a rule in text is needed, or params.products");
    }
    if (of_text != NULL && of_list != NULL && !same_rule(of_text, of_list)) {
        fail("field params.products: params.rule is another rule");
    }
    return of_text != NULL ? of_text : of_list;
}

/* ENG-5 to ENG-7 */
static void put_rule(const void *rule_read) {
    const Rule *rule = rule_read;
    key("target");
    put_string(WORD_NAMES[rule->target]);
    key("products");
    open_with("[");
    for (int i = 0; i < rule->products; i++) {
        const Product *product = &rule->product[i];
        char u[8];
        sprintf(u, "u%d", (int)product->k);
        open_with("{");
        key("sMant");
        put_word(product->mantissa);
        key("sExp");
        put_word(product->exponent);
        key("dependency");
        put_string(product->dependency == ALWAYS ? u : WORD_NAMES[product->dependency]);
        key("factors");
        open_with("[");
        for (int j = 0; j < product->factors; j++) {
            open_with("{");
            key("var");
            put_string(WORD_NAMES[product->factor[j].variable]);
            key("const");
            put_word(product->factor[j].constant);
            key("sgn");
            open_with(product->factor[j].sgn ? "true" : "false");
            put("}");
        }
        put("]}");
    }
    put("]");
}

static const void *read_rule(const Node *params, const Node *in) {
    (void)params;
    if (get(in, "text")->kind != STRING) {
        fail("field in.text: a string is needed");
    }
    Rule *rule = take(1, sizeof *rule);
    parse_rule(get(in, "text")->is.text, rule);
    return rule;
}

static void rule_read(const Node *params, const Node *in) {
    put_admitted(read_rule, put_rule, params, in);
}

/* ENG-9 */
static void learning_product_series(const Node *params, const Node *in) {
    Rule *rule = rule_of(params);
    int64_t n = count_of(get(in, WORD_NAMES[rule->target]), "in", MAX_NEURONS), *of[WORDS] = {NULL};
    bool asks_for_u = false;
    for (int i = 0; i < rule->products; i++) {
        asks_for_u = asks_for_u || rule->product[i].k > 0;
    }
    bool u_counts = asks_for_u && word(get(in, "u"), "in.u", 0, 1) == 1;
    for (int variable = 0; variable < WORDS; variable++) {
        bool read = variable == rule->target;
        for (int i = 0; i < rule->products; i++) {
            read = read || rule->product[i].dependency == variable;
            for (int j = 0; j < rule->product[i].factors; j++) {
                read = read || rule->product[i].factor[j].variable == variable;
            }
        }
        if (read) {
            int64_t top = width(variable) == 9 ? 255 : two_to(width(variable)) - 1;
            of[variable] = words(get(in, WORD_NAMES[variable]), WORD_NAMES[variable], n, width(variable) == 9 || variable == Q_WORD ? -top : 0, top);
        }
    }
    bool of_weights = rule->target == W_WORD;
    int64_t f = of_weights ? 7 : 0, *accumulated = numbers(n), *moved = numbers(n);
    Draws draws = {of_weights ? words(get(in, "draw"), "in.draw", n, 0, 127) : NULL, n, NULL, 0};
    for (int64_t s = 0; s < n; s++) {
        int64_t sum = two_to(f) * of[rule->target][s];
        for (int i = 0; i < rule->products; i++) {
            sum += contribution(&rule->product[i], f, u_counts, of, s);
        }
        accumulated[s] = of_weights ? saturate(sum, 16) : sum;
        moved[s] = saturate(shift(accumulated[s], f, STOCHASTIC, (Place){&draws, 0, 0, 0, 0, s}), 9);
    }
    if (of_weights) {
        key("wAccumulator");
        put_words(accumulated, n);
    }
    key(WORD_NAMES[rule->target]);
    put_words(moved, n);
}
