/* The chapters 3, 15 and 16 of the spec as far as they are about files: a profile's text, a recording, a model file. Part of biograd.c. */

/* Reads something, and answers with what it holds; or that it is refused, whatever fail() says. */
static void put_admitted(const void *(*read)(const Node *, const Node *), void (*show)(const void *), const Node *params, const Node *in) {
    jmp_buf outer;
    const void *volatile sound = NULL;
    memcpy(&outer, &give_up, sizeof outer);
    if (setjmp(give_up) == 0) {
        sound = read(params, in);
    }
    memcpy(&give_up, &outer, sizeof outer);
    key("admitted");
    open_with(sound != NULL ? "true" : "false");
    if (sound != NULL) {
        show(sound);
    }
}

/* ---------------------------------------------------------------------------------------------------- chapter 3: a profile's text */

/* What stands from begin to end without the blanks around it, ended by a byte 0. */
static char *stripped(const char *begin, const char *end) {
    while (begin < end && (*begin == ' ' || *begin == '\t')) {
        begin++;
    }
    while (end > begin && (end[-1] == ' ' || end[-1] == '\t')) {
        end--;
    }
    char *copy = take((size_t)(end - begin) + 1, 1);
    memcpy(copy, begin, (size_t)(end - begin));
    return copy;
}

/* An integer of PROF-4, or the text itself. */
static Node value_of(const char *key, const char *text) {
    Node node = {STRING, (int64_t)strlen(text), key, {0}};
    node.is.text = text;
    bool negative = *text == '-';
    const char *digits = text + negative;
    if (*digits != '\0' && strspn(digits, "0123456789") == strlen(digits)) {
        int64_t value = 0;
        for (; *digits != '\0'; digits++) {
            value = value < two_to(40) ? 10 * value + (*digits - '0') : value;
        }
        node.kind = INTEGER;
        node.is.number = negative ? -value : value;
    }
    return node;
}

static bool is_name(const char *text) {
    size_t length = strlen(text);
    return length >= 1 && length <= 32 && *text >= 'a' && *text <= 'z' && strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-") == length;
}

#define COUNTED(...) +1
enum { KEYS_OF_A_PROFILE = 1 PARAMETERS(COUNTED, COUNTED) };

/* PROF-4: a profile's text as an object. */
static Node parse_profile(const char *text, int64_t length) {
    Node object = {OBJECT, 0, NULL, {0}};
    object.is.items = take(KEYS_OF_A_PROFILE, sizeof(Node));
    if (length > 65536 || strlen(text) != (size_t)length) {
        fail("a profile has at most 65536 bytes");
    }
    for (const char *end = text + length; text <= end;) {
        const char *line_end = memchr(text, '\n', (size_t)(end - text)), *next;
        next = line_end == NULL ? end + 1 : line_end + 1;
        if (line_end == NULL) {
            line_end = end;
        } else if (line_end > text && line_end[-1] == '\r') {
            line_end--;
        }
        const char *comment = memchr(text, '#', (size_t)(line_end - text));
        char *line = stripped(text, comment == NULL ? line_end : comment);
        text = next;
        if (*line == '\0') {
            continue;
        }
        char *equals = strchr(line, '=');
        if (equals == NULL) {
            fail("a line is not of the form key = value");
        }
        char *name = stripped(line, equals);
        if (get(&object, name)->kind != MISSING || object.count == KEYS_OF_A_PROFILE) {
            fail("a key stands there twice, or there is no such key");
        }
        char *value = stripped(equals + 1, equals + strlen(equals));
        if (strncmp(value, "0x", 2) == 0) { /* a word of a case, but none of a profile */
            fail("integers are decimal");
        }
        object.is.items[object.count++] = value_of(name, value);
    }
    const Node *name = get(&object, "name");
    if (object.count != KEYS_OF_A_PROFILE || name->kind != STRING || !is_name(name->is.text)) {
        fail("a key is missing, or unknown, or the name is none");
    }
    return object;
}

/* PROF-1, PROF-2: the same with its values in range. */
static Node *sound_profile(const char *text, int64_t length, Profile *p) {
    Node *object = take(1, sizeof *object);
    *object = parse_profile(text, length);
    read_parameters(p, object, NULL);
    require_consistent(p);
    return object;
}

static const void *read_profile(const Node *params, const Node *in) {
    const Node *text = get(in, "text"), *sizes = get(in, "sizes");
    if (text->kind != STRING) {
        fail("field in.text: a string is needed");
    }
    Profile p = {0};
    Node *object = sound_profile(text->is.text, text->count, &p);
    if (sizes->kind != MISSING) {
        int64_t count = count_of(sizes, "in.sizes", 1 << 16);
        require_shape(&p, words(sizes, "in.sizes", count, 0, two_to(20)), count);
        if (get(params, "seed")->kind != MISSING) {
            network_from(object, seed_of(params), in);
        }
    }
    return object;
}

static void put_profile(const void *read) {
    const Node *object = read;
    key("values");
    open_with("{");
    for (int64_t i = 0; i < object->count; i++) {
        key(object->is.items[i].key);
        if (object->is.items[i].kind == INTEGER) {
            put_word(object->is.items[i].is.number);
        } else {
            put_string(object->is.items[i].is.text);
        }
    }
    put("}");
}

static void profile_read(const Node *params, const Node *in) {
    put_admitted(read_profile, put_profile, params, in);
}

/* -------------------------------------------------------------------------------------------------------- bytes of a file */

typedef struct {
    uint8_t *at;
    int64_t count, place;
} Bytes;

static Bytes file_of(const Node *in) {
    const Node *text = get(in, "file");
    if (text->kind != STRING || text->count % 2 != 0 || strspn(text->is.text, "0123456789abcdefABCDEF") != (size_t)text->count) {
        fail("field in.file: two hexadecimal digits a byte are needed");
    }
    Bytes bytes = {take((size_t)text->count / 2 + 1, 1), text->count / 2, 0};
    for (int64_t i = 0; i < bytes.count; i++) {
        char digits[3] = {text->is.text[2 * i], text->is.text[2 * i + 1], '\0'};
        bytes.at[i] = (uint8_t)strtoul(digits, NULL, 16);
    }
    return bytes;
}

/* ------------------------------------------------------------------------------------------------------ chapter 15: recordings */

typedef struct {
    int64_t steps;
    uint8_t *spikes; /* [steps][2312] */
} Binned;

/* DATA-2, DATA-3 */
static const void *bin_events(const Node *params, const Node *in) {
    Binned *binned = take(1, sizeof *binned);
    Bytes file = file_of(in);
    binned->steps = word(get(params, "time.steps"), "params.time.steps", 1, 4096);
    binned->spikes = take((size_t)binned->steps * 2312, 1);
    if (file.count == 0 || file.count % 5 != 0 || file.count > 5 * two_to(17)) {
        fail("no whole events, or too many");
    }
    int64_t before = 0;
    for (uint8_t *e = file.at; e < file.at + file.count; e += 5) {
        int64_t p = e[2] >> 7, time = (int64_t)(e[2] & 127) << 16 | (int64_t)e[3] << 8 | e[4], step = time * binned->steps / 300000;
        if (e[0] > 33 || e[1] > 33 || time < before) {
            fail("a pixel or a time that is none");
        }
        before = time;
        if (step < binned->steps) {
            binned->spikes[step * 2312 + 1156 * p + 34 * e[1] + e[0]] = 1;
        }
    }
    return binned;
}

static void put_binned(const void *read) {
    const Binned *binned = read;
    key("x");
    open_with("[");
    for (int64_t t = 0; t < binned->steps; t++) {
        open_with("[");
        for (int64_t j = 0; j < 2312; j++) {
            if (binned->spikes[t * 2312 + j]) {
                put_word(j);
            }
        }
        put("]");
    }
    put("]");
}

static void data_bin(const Node *params, const Node *in) {
    word(get(params, "time.steps"), "params.time.steps", 1, 4096);
    put_admitted(bin_events, put_binned, params, in);
}

/* ---------------------------------------------------------------------------------------------------- chapter 16: model files */

typedef struct {
    int64_t sizes[64], count, seed, arithmetic, run_bytes;
    Sha256 sha;
    char fingerprint[65];
    int64_t samples, validation, epochs, sleeps, due;
} Model;

/* FILE-1: a little-endian number. */
static uint64_t next_bytes(Bytes *file, int count) {
    uint64_t value = 0;
    if (file->count - file->place < count) {
        fail("the file ends too early");
    }
    for (int i = 0; i < count; i++) {
        value |= (uint64_t)file->at[file->place++] << 8 * i;
    }
    return value;
}

static int64_t next_u32(Bytes *file, int64_t low, int64_t high) {
    int64_t value = (int64_t)next_bytes(file, 4);
    if (value < low || value > high) {
        fail("a number is out of its range");
    }
    return value;
}

static int64_t next_i32(Bytes *file) {
    return wrap((int64_t)next_bytes(file, 4), 32);
}

static double next_f64(Bytes *file) {
    uint64_t bits = next_bytes(file, 8);
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

/* FILE-6 */
static void require_checksum(Bytes *file) {
    uint32_t crc = 0xFFFFFFFF;
    Bytes last = {file->at, file->count, file->count - 4};
    for (int64_t i = 0; i < file->count - 4; i++) {
        crc ^= file->at[i];
        for (int bit = 0; bit < 8; bit++) {
            crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
        }
    }
    if (next_bytes(&last, 4) != (uint32_t)~crc) {
        fail("the checksum does not fit");
    }
}

/* FILE-4 */
static void read_run(Bytes *file, const Profile *p, Model *m) {
    for (int i = 0; i < 32; i++) {
        sprintf(m->fingerprint + 2 * i, "%02x", (unsigned)next_bytes(file, 1));
    }
    m->samples = next_u32(file, 1, INT32_MAX);
    m->validation = next_u32(file, 0, INT32_MAX);
    m->epochs = next_u32(file, 0, 100000);
    if (m->run_bytes != 72 + m->epochs * (8 + 8 * (m->count - 2))) {
        fail("the bytes of the run are not those of its epochs");
    }
    uint64_t samples = next_bytes(file, 8), updates = next_bytes(file, 8), sleeps = next_bytes(file, 8);
    m->due = (int64_t)next_bytes(file, 4);
    m->sleeps = (int64_t)(sleeps & INT64_MAX);
    uint64_t done = (uint64_t)(m->epochs * ((m->samples + p->batch - 1) / p->batch));
    uint64_t slept = (uint64_t)p->sleep_first + (p->sleep_every == 0 ? 0 : done / (uint64_t)p->sleep_every);
    bool begun = sleeps == slept && m->due == 0, before = m->epochs == 0 && sleeps == 0 && m->due == p->sleep_first;
    if (samples != (uint64_t)(m->epochs * m->samples) || updates != done || !(begun || before)) {
        fail("the counts of the run do not belong together");
    }
    for (int64_t n = 0; n < m->epochs; n++) {
        int64_t validation = next_i32(file), test = next_i32(file);
        bool sound = test >= -1 && (m->validation == 0 ? validation == -1 : validation >= 0 && validation <= m->validation);
        for (int64_t l = 1; l < m->count - 1; l++) {
            double angle = next_f64(file);
            sound = sound && (angle != angle || (angle >= 0 && angle <= 180));
        }
        if (!sound) {
            fail("a row of the log is out of range");
        }
    }
}

/* FILE-1 to FILE-7 */
static const void *read_model(const Node *params, const Node *in) {
    (void)params;
    Bytes file = file_of(in);
    Model *m = take(1, sizeof *m);
    Profile p = {0};
    int64_t columns[64], lengths[128] = {0}, total = 0, arrays = 0;
    if (next_bytes(&file, 8) != UINT64_C(0x1A444152474F4942)) {
        fail("no model");
    }
    next_u32(&file, 2, 2);
    m->arithmetic = next_u32(&file, 0, 1);
    uint64_t seed = next_bytes(&file, 8);
    m->seed = seed <= INT64_MAX ? (int64_t)seed : -1 - (int64_t)~seed;
    int64_t profile_bytes = next_u32(&file, 1, 65536), width = m->arithmetic == 0 ? 4 : 8;
    m->run_bytes = next_u32(&file, 0, two_to(30));
    m->count = next_u32(&file, 2, 64);
    for (int64_t l = 0; l < m->count; l++) {
        m->sizes[l] = next_u32(&file, 1, 65535);
    }
    for (int64_t l = 1; l < m->count - 1; l++) {
        columns[l] = next_u32(&file, 1, 65535);
    }
    for (int64_t l = 1; l < m->count; l++) {
        lengths[arrays++] = (m->sizes[l - 1] + 1) * m->sizes[l];
    }
    for (int64_t l = 1; l < m->count - 1; l++) {
        lengths[arrays++] = m->sizes[l] * columns[l];
    }
    for (int64_t a = 0; a < arrays; a++) {
        total += lengths[a];
    }
    if (file.count - file.place != profile_bytes + width * total + m->run_bytes + 4) {
        fail("the file is shorter or longer than its header says");
    }
    require_checksum(&file);
    char *text = take((size_t)profile_bytes + 1, 1);
    memcpy(text, file.at + file.place, (size_t)profile_bytes);
    file.place += profile_bytes;
    for (int64_t i = 0; i < profile_bytes; i++) {
        /* Outside of comments nothing but ASCII stands in a profile; this reader wants it in comments, too. */
        if ((uint8_t)text[i] >= 0x80) {
            fail("a profile with other characters than ASCII");
        }
    }
    sound_profile(text, profile_bytes, &p);
    require_shape(&p, m->sizes, m->count);
    for (int64_t l = 1; l < m->count - 1; l++) {
        if (columns[l] != m->sizes[p.path == LAYERWISE ? l + 1 : m->count - 1]) {
            fail("the columns of the feedback weights are not those of its path");
        }
    }
    memcpy(m->sha.state, SHA_START, sizeof m->sha.state);
    for (int64_t i = 0; i < width * total; i++) {
        sha_byte(&m->sha, file.at[file.place + i]);
    }
    for (int64_t a = 0; a < arrays; a++) {
        int64_t top = two_to((a < m->count - 1 ? p.weight_bits : p.feedback_bits) - 1) - 1;
        for (int64_t i = 0; i < lengths[a]; i++) {
            double real = m->arithmetic == 0 ? 0 : next_f64(&file);
            if ((m->arithmetic == 0 && magnitude(next_i32(&file)) > top) || real - real != 0) {
                fail("a weight is out of range");
            }
        }
    }
    if (m->run_bytes > 0) {
        if (m->run_bytes < 72) {
            fail("the run is too short");
        }
        read_run(&file, &p, m);
    }
    return m;
}

static void put_model(const void *read) {
    Model *m = take(1, sizeof *m);
    memcpy(m, read, sizeof *m);
    key("sizes");
    put_words(m->sizes, m->count);
    key("seed");
    put_word(m->seed);
    key("integers");
    open_with(m->arithmetic == 0 ? "true" : "false");
    put_sha(&m->sha);
    if (m->run_bytes > 0) {
        static const char *const NAMES[] = {"samples", "validation", "epochs", "sleeps", "due"};
        const int64_t values[] = {m->samples, m->validation, m->epochs, m->sleeps, m->due};
        key("run");
        open_with("{");
        key("fingerprint");
        put_string(m->fingerprint);
        for (int i = 0; i < 5; i++) {
            key(NAMES[i]);
            put_word(values[i]);
        }
        put("}");
    }
}

static void model_read(const Node *params, const Node *in) {
    file_of(in);
    put_admitted(read_model, put_model, params, in);
}
