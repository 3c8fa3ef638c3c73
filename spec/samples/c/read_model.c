/* Reads a model file with integer weights (clauses FILE-1 to FILE-6) and prints them, an array a line. C99, on any byte order. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

static uint32_t crc = 0xFFFFFFFFu;

static void refuse(const char *why) { fprintf(stderr, "read_model: %s\n", why); exit(2); }

static uint64_t number(FILE *in, int bytes) {
    uint64_t value = 0;
    for (int i = 0; i < bytes; i++) {
        int c = getc(in);
        if (c == EOF) refuse("the file ends too early");
        value |= (uint64_t)c << 8 * i;
        crc ^= (uint32_t)c;
        for (int b = 0; b < 8; b++) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0);
    }
    return value;
}

int main(int argc, char **argv) {
    FILE *in = argc == 2 ? fopen(argv[1], "rb") : NULL;
    if (!in || number(in, 8) != UINT64_C(0x1A444152474F4942) || number(in, 4) != 2 || number(in, 4) != 0)
        refuse("no model of version 2 with integer weights");
    uint64_t seed = number(in, 8), profile = number(in, 4), run = number(in, 4), layers = number(in, 4), size[64], columns[64];
    if (layers < 2 || layers > 64) refuse("layers are not within 2..64");
    for (uint64_t l = 0; l < layers; l++) size[l] = number(in, 4);
    for (uint64_t l = 1; l + 1 < layers; l++) columns[l] = number(in, 4);
    for (uint64_t i = 0; i < profile; i++) number(in, 1); /* text: key = value, a line each */
    printf("%" PRIu64, seed);
    for (uint64_t a = 1; a < 2 * layers - 2; a++) { /* w of layers 1..L, then feedback of layers 1..L-1 */
        uint64_t h = a - layers + 1, length = a < layers ? (size[a - 1] + 1) * size[a] : size[h] * columns[h];
        for (uint64_t i = 0; i < length; i++) printf("%c%" PRId32, i ? ' ' : '\n', (int32_t)(uint32_t)number(in, 4));
    }
    for (uint64_t i = 0; i < run; i++) number(in, 1);
    uint32_t right = ~crc;
    if (number(in, 4) != right || getc(in) != EOF) refuse("the checksum does not fit, or the file goes on");
    return printf("\n") < 0;
}
