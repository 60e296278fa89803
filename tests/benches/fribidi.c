/* The whole path of FriBidi over a file: levels, joining, shaping, reordering of rows of 72 characters.
   Prints MiB of UTF-8 a second, the best of several rounds. */
#include <fribidi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ROW 72

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

static void *room(size_t items, size_t size) {
  void *memory = calloc(items + 1, size);
  if (!memory) exit(1);
  return memory;
}

int main(int argc, char **argv) {
  FILE *file = argc > 1 ? fopen(argv[1], "rb") : NULL;
  if (!file) return 1;
  fseek(file, 0, SEEK_END);
  long length = ftell(file);
  rewind(file);
  char *text = room(length, 1);
  if (fread(text, 1, length, file) != (size_t)length) return 1;
  FriBidiChar *characters = room(length, sizeof *characters);
  FriBidiCharType *types = room(length, sizeof *types);
  FriBidiBracketType *brackets = room(length, sizeof *brackets);
  FriBidiLevel *levels = room(length, sizeof *levels);
  FriBidiArabicProp *joining = room(length, sizeof *joining);
  double best = 1e9;
  for (int round = 0; round < 7; round++) {
    double start = now();
    for (char *line = text; line < text + length;) {
      char *end = memchr(line, '\n', text + length - line);
      if (!end) end = text + length;
      FriBidiStrIndex count = fribidi_charset_to_unicode(FRIBIDI_CHAR_SET_UTF8, line, end - line, characters);
      if (count > 0) {
        FriBidiParType base = FRIBIDI_PAR_WRTL;
        fribidi_get_bidi_types(characters, count, types);
        fribidi_get_bracket_types(characters, count, types, brackets);
        if (!fribidi_get_par_embedding_levels_ex(types, brackets, count, &base, levels)) return 1;
        fribidi_get_joining_types(characters, count, joining);
        fribidi_join_arabic(types, count, levels, joining);
        fribidi_shape(FRIBIDI_FLAGS_DEFAULT | FRIBIDI_FLAGS_ARABIC, levels, count, joining, characters);
        for (FriBidiStrIndex at = 0; at < count; at += ROW) {
          FriBidiStrIndex row = count - at < ROW ? count - at : ROW;
          if (!fribidi_reorder_line(FRIBIDI_FLAGS_DEFAULT, types, row, at, base, levels, characters, NULL)) return 1;
        }
      }
      line = end + 1;
    }
    double took = now() - start;
    if (took < best) best = took;
  }
  printf("fribidi, whole path: %.1f MiB/s\n", length / best / (1 << 20));
  return 0;
}
