/*
 * The lines of cases: a strict reader of JSON, and a writer. There is nothing of the spec in here but its way to write numbers (../../text/cases.md):
 * a word is an integer or, wider than 53 bits, a string "0x..." of its 64 bits.
 *
 * Whatever cannot be answered ends in fail(), which gives up the line and nothing else. All memory of a line is given back after it.
 */
#ifndef BIOGRAD_JSON_H
#define BIOGRAD_JSON_H

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_LINE ((size_t)16 << 20)
#define MAX_DEPTH 32
#define MAX_KEYS 256
#define MAX_ID 1024

/* ---- giving up a line */

static jmp_buf give_up;
static char problem[400];

#if defined(__GNUC__)
__attribute__((format(printf, 1, 2), noreturn))
#endif
static void fail(const char *format, ...) {
    va_list values;
    va_start(values, format);
    vsnprintf(problem, sizeof problem, format, values);
    va_end(values);
    longjmp(give_up, 1);
}

/* ---- memory of a line */

typedef union Block {
    union Block *next;
    int64_t aligned;
    double also;
} Block;

static Block *blocks;

/* So many elements, all of them zero. */
static void *take(size_t count, size_t size) {
    Block *block = count < SIZE_MAX / 2 / size ? calloc(1, sizeof(Block) + count * size) : NULL;
    if (block == NULL) {
        fail("not enough memory");
    }
    block->next = blocks;
    blocks = block;
    return block + 1;
}

static int64_t *numbers(int64_t count) {
    return take((size_t)count, sizeof(int64_t));
}

static void give_back_all(void) {
    while (blocks != NULL) {
        Block *block = blocks;
        blocks = block->next;
        free(block);
    }
}

/* ---- reading */

typedef enum { MISSING, NULL_VALUE, TRUTH, INTEGER, OTHER_NUMBER, STRING, ARRAY, OBJECT } Kind;

typedef struct Node {
    Kind kind;
    int64_t count;            /* elements of an array or object, bytes of a string */
    const char *key;          /* of a member of an object */
    union {
        int64_t number;       /* of an integer; 0 or 1 of a truth value */
        const char *text;
        struct Node *items;
    } is;
} Node;

static const Node NOTHING = {MISSING, 0, NULL, {0}};

/* Values that are read and not yet part of an array or object. */
static Node *stack;
static size_t stacked, stack_size;
static const char *here;

static void push(Node node) {
    if (stacked == stack_size) {
        size_t size = stack_size == 0 ? 1024 : 2 * stack_size;
        Node *larger = realloc(stack, size * sizeof(Node));
        if (larger == NULL) {
            fail("not enough memory");
        }
        stack = larger;
        stack_size = size;
    }
    stack[stacked++] = node;
}

static void skip_blanks(void) {
    while (*here == ' ' || *here == '\t' || *here == '\r' || *here == '\n') {
        here++;
    }
}

static bool digit(char c) {
    return c >= '0' && c <= '9';
}

static void expect(const char *word) {
    for (; *word != '\0'; word++, here++) {
        if (*here != *word) {
            fail("not valid JSON: \"%c\" is expected", *word);
        }
    }
}

static unsigned hex_digits(int count) {
    unsigned value = 0;
    for (; count > 0; count--, here++) {
        const char *at = *here == '\0' ? NULL : strchr("0123456789abcdefABCDEF", *here);
        if (at == NULL) {
            fail("not valid JSON: a hexadecimal digit is expected");
        }
        unsigned d = (unsigned)(at - "0123456789abcdefABCDEF");
        value = 16 * value + (d < 16 ? d : d - 6);
    }
    return value;
}

static char *utf8(char *to, unsigned c) {
    if (c < 0x80) {
        *to++ = (char)c;
    } else if (c < 0x800) {
        *to++ = (char)(0xC0 | c >> 6);
        *to++ = (char)(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        *to++ = (char)(0xE0 | c >> 12);
        *to++ = (char)(0x80 | (c >> 6 & 0x3F));
        *to++ = (char)(0x80 | (c & 0x3F));
    } else {
        *to++ = (char)(0xF0 | c >> 18);
        *to++ = (char)(0x80 | (c >> 12 & 0x3F));
        *to++ = (char)(0x80 | (c >> 6 & 0x3F));
        *to++ = (char)(0x80 | (c & 0x3F));
    }
    return to;
}

static char *escaped(char *to) {
    static const char LETTERS[] = "\"\\/bfnrt", MEANT[] = "\"\\/\b\f\n\r\t";
    char letter = *here++;
    if (letter != 'u') {
        const char *at = letter == '\0' ? NULL : strchr(LETTERS, letter);
        if (at == NULL) {
            fail("not valid JSON: an unknown escape in a string");
        }
        *to = MEANT[at - LETTERS];
        return to + 1;
    }
    unsigned c = hex_digits(4);
    if (c >= 0xD800 && c < 0xDC00) {
        expect("\\u");
        unsigned low = hex_digits(4);
        c = low >= 0xDC00 && low < 0xE000 ? 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00) : 0;
    }
    if (c == 0 || (c >= 0xDC00 && c < 0xE000)) {
        fail("not valid JSON: a string with \\u0000 or half a character");
    }
    return utf8(to, c);
}

static const char *read_string(int64_t *length) {
    expect("\"");
    const char *end = here;
    while (*end != '"') {
        if ((unsigned char)*end < 0x20) {
            fail("not valid JSON: a string that does not end");
        }
        end += *end == '\\' && end[1] != '\0' ? 2 : 1;
    }
    char *text = take((size_t)(end - here) + 1, 1), *to = text;
    while (*here != '"') {
        char c = *here++;
        if (c == '\\') {
            to = escaped(to);
        } else {
            *to++ = c;
        }
    }
    here++;
    *length = to - text;
    return text;
}

static Node read_number(void) {
    Node node = {INTEGER, 0, NULL, {0}};
    bool negative = *here == '-';
    here += negative;
    if (!digit(*here)) {
        fail("not valid JSON: a value is expected");
    }
    const char *first = here;
    uint64_t magnitude = 0;
    for (; digit(*here); here++) {
        uint64_t d = (uint64_t)(*here - '0');
        if (magnitude > (UINT64_MAX - d) / 10) {
            node.kind = OTHER_NUMBER;
        } else {
            magnitude = 10 * magnitude + d;
        }
    }
    if (*first == '0' && here > first + 1) {
        fail("not valid JSON: a number with a leading zero");
    }
    if (*here == '.' || *here == 'e' || *here == 'E') {
        node.kind = OTHER_NUMBER;
        if (*here == '.') {
            here++;
            if (!digit(*here)) {
                fail("not valid JSON: a digit is expected after the point");
            }
            here += strspn(here, "0123456789");
        }
        if (*here == 'e' || *here == 'E') {
            here++;
            here += *here == '+' || *here == '-';
            if (!digit(*here)) {
                fail("not valid JSON: a digit is expected in the exponent");
            }
            here += strspn(here, "0123456789");
        }
    }
    if (magnitude > (uint64_t)INT64_MAX + negative) {
        node.kind = OTHER_NUMBER;
    } else if (node.kind == INTEGER) {
        node.is.number = !negative ? (int64_t)magnitude : magnitude == 0 ? 0 : -1 - (int64_t)(magnitude - 1);
    }
    return node;
}

static void read_value(int depth);

/* Elements up to the closing bracket, which become the items of one node. */
static Node read_items(Kind kind, char close, int depth) {
    Node node = {kind, 0, NULL, {0}};
    size_t first = stacked;
    if (depth == MAX_DEPTH) {
        fail("nested deeper than %d levels", MAX_DEPTH);
    }
    here++;
    skip_blanks();
    while (*here != close) {
        if (stacked > first) {
            expect(",");
            skip_blanks();
        }
        const char *key = NULL;
        if (kind == OBJECT) {
            int64_t length;
            key = read_string(&length);
            for (size_t i = first; i < stacked; i++) {
                if (strcmp(stack[i].key, key) == 0) {
                    fail("the key \"%.60s\" stands twice in an object", key);
                }
            }
            if (stacked - first == MAX_KEYS) {
                fail("an object of more than %d keys", MAX_KEYS);
            }
            skip_blanks();
            expect(":");
        }
        read_value(depth + 1);
        stack[stacked - 1].key = key;
        skip_blanks();
    }
    here++;
    node.count = (int64_t)(stacked - first);
    node.is.items = take(stacked - first, sizeof(Node));
    if (node.count > 0) {
        memcpy(node.is.items, stack + first, (size_t)node.count * sizeof(Node));
    }
    stacked = first;
    return node;
}

static void read_value(int depth) {
    Node node = {NULL_VALUE, 0, NULL, {0}};
    skip_blanks();
    switch (*here) {
        case '{': node = read_items(OBJECT, '}', depth); break;
        case '[': node = read_items(ARRAY, ']', depth); break;
        case '"': node.kind = STRING; node.is.text = read_string(&node.count); break;
        case 't': node.kind = TRUTH; node.is.number = 1; expect("true"); break;
        case 'f': node.kind = TRUTH; expect("false"); break;
        case 'n': expect("null"); break;
        default: node = read_number(); break;
    }
    push(node);
}

static Node read_line(const char *line) {
    stacked = 0;
    here = line;
    read_value(0);
    skip_blanks();
    if (*here != '\0') {
        fail("not valid JSON: something follows the object");
    }
    return stack[0];
}

/* ---- fields; name is what a complaint calls the field, and its last part, after "in." or "params.", is the key */

static const Node *get(const Node *object, const char *key) {
    for (int64_t i = 0; object->kind == OBJECT && i < object->count; i++) {
        if (strcmp(object->is.items[i].key, key) == 0) {
            return &object->is.items[i];
        }
    }
    return &NOTHING;
}

static const Node *item(const Node *array, int64_t index) {
    return array->kind == ARRAY && index >= 0 && index < array->count ? &array->is.items[index] : &NOTHING;
}

static int64_t word(const Node *node, const char *name, int64_t low, int64_t high) {
    int64_t value = node->is.number;
    bool good = node->kind == INTEGER;
    if (node->kind == STRING && node->count >= 3 && node->count <= 18 && strncmp(node->is.text, "0x", 2) == 0
            && strspn(node->is.text + 2, "0123456789abcdefABCDEF") == (size_t)node->count - 2) {
        uint64_t bits = strtoull(node->is.text + 2, NULL, 16);
        value = bits <= INT64_MAX ? (int64_t)bits : -1 - (int64_t)~bits;
        good = true;
    }
    if (!good || value < low || value > high) {
        fail("field %s: an integer of %" PRId64 "..%" PRId64 " is needed", name, low, high);
    }
    return value;
}

static int64_t count_of(const Node *array, const char *name, int64_t most) {
    if (array->kind != ARRAY || array->count < 1 || array->count > most) {
        fail("field %s: an array of 1..%" PRId64 " is needed", name, most);
    }
    return array->count;
}

/* An array of exactly so many words; they are appended at to. */
static void read_words(const Node *array, const char *name, int64_t count, int64_t low, int64_t high, int64_t *to) {
    if (array->kind != ARRAY || array->count != count) {
        fail("field %s: an array of %" PRId64 " integers is needed", name, count);
    }
    for (int64_t i = 0; i < count; i++) {
        to[i] = word(&array->is.items[i], name, low, high);
    }
}

static int64_t *words(const Node *array, const char *name, int64_t count, int64_t low, int64_t high) {
    int64_t *values = numbers(count);
    read_words(array, name, count, low, high, values);
    return values;
}

/* Rows of one size, one after the other. */
static int64_t *rows(const Node *array, const char *name, int64_t count, int64_t columns, int64_t low, int64_t high) {
    if (array->kind != ARRAY || array->count != count) {
        fail("field %s: an array of %" PRId64 " rows is needed", name, count);
    }
    int64_t *values = numbers(count * columns);
    for (int64_t i = 0; i < count; i++) {
        read_words(&array->is.items[i], name, columns, low, high, values + i * columns);
    }
    return values;
}

/* The place of a name in a list of names that ends with NULL. */
static int choice(const Node *node, const char *name, const char *const *names) {
    for (int i = 0; node->kind == STRING && names[i] != NULL; i++) {
        if (strcmp(node->is.text, names[i]) == 0) {
            return i;
        }
    }
    fail("field %s: %s or another of its names is needed", name, names[0]);
}

/* ---- writing */

static char *answer;
static size_t answer_length, answer_size;

static void put(const char *text) {
    size_t length = strlen(text);
    if (answer_length + length + 1 > answer_size) {
        size_t size = 2 * (answer_length + length + 1);
        char *larger = realloc(answer, size);
        if (larger == NULL) {
            fail("not enough memory");
        }
        answer = larger;
        answer_size = size;
    }
    memcpy(answer + answer_length, text, length + 1);
    answer_length += length;
}

/* The comma between two values. */
static void separate(void) {
    if (answer_length > 0 && strchr("[{:", answer[answer_length - 1]) == NULL) {
        put(",");
    }
}

static void put_string(const char *text) {
    separate();
    put("\"");
    for (; *text != '\0'; text++) {
        char one[8] = {*text, '\0'};
        if (*text == '"' || *text == '\\') {
            sprintf(one, "\\%c", *text);
        } else if ((unsigned char)*text < 0x20) {
            sprintf(one, "\\u%04x", (unsigned)(unsigned char)*text);
        }
        put(one);
    }
    put("\"");
}

static void key(const char *name) {
    put_string(name);
    put(":");
}

static void open_with(const char *bracket) {
    separate();
    put(bracket);
}

static void put_word(int64_t value) {
    char text[32];
    bool wide = value <= -((int64_t)1 << 53) || value >= (int64_t)1 << 53;
    sprintf(text, wide ? "\"0x%016" PRIx64 "\"" : "%" PRId64, value);
    separate();
    put(text);
}

static void put_words(const int64_t *values, int64_t count) {
    open_with("[");
    for (int64_t i = 0; i < count; i++) {
        put_word(values[i]);
    }
    put("]");
}

static void put_rows(const int64_t *values, int64_t count, int64_t columns) {
    open_with("[");
    for (int64_t i = 0; i < count; i++) {
        put_words(values + i * columns, columns);
    }
    put("]");
}

#endif
