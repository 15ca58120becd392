#ifndef RUBRICA_CCMARK_SHIM_H
#define RUBRICA_CCMARK_SHIM_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>

// Memory for one parse of this thread: handed out piece by piece, taken back all at once.
//
// cmark makes and drops thousands of small things for a page. Here each costs a few instructions,
// and nobody walks the tree to free it. The first block is kept for the next parse.

typedef struct rubrica_block {
  struct rubrica_block *before;
  char *next, *end;
} rubrica_block;

// A function, since Swift emits functions of a header and what is in them, but no variables.
static rubrica_block **rubrica_blocks(void) {
  static _Thread_local rubrica_block *blocks;
  return &blocks;
}

enum {
  // Of a block that nothing large was asked of.
  rubrica_block_size = 256 << 10,
  // Each piece has its size before it. All sizes are multiples of this, so that pieces are aligned.
  rubrica_unit = 16,
};

static size_t rubrica_rounded(size_t size) {
  if (size > SIZE_MAX / 4) abort();
  return (size + 2 * rubrica_unit - 1) / rubrica_unit * rubrica_unit;
}

static void *rubrica_allocate(size_t size) {
  size_t wanted = rubrica_rounded(size);
  rubrica_block **blocks = rubrica_blocks(), *block = *blocks;
  if (block == NULL || (size_t)(block->end - block->next) < wanted) {
    size_t head = rubrica_rounded(sizeof(rubrica_block));
    size_t room = wanted > rubrica_block_size ? wanted : rubrica_block_size;
    block = (rubrica_block *)malloc(head + room);
    if (block == NULL) abort();
    block->before = *blocks;
    block->next = (char *)block + head;
    block->end = block->next + room;
    *blocks = block;
  }
  char *piece = block->next + rubrica_unit;
  ((size_t *)piece)[-1] = size;
  block->next += wanted;
  return piece;
}

static void *rubrica_calloc(size_t count, size_t size) {
  if (size != 0 && count > SIZE_MAX / 4 / size) abort();
  return memset(rubrica_allocate(count * size), 0, count * size);
}

// Gives room back if the piece is the last one: what is made and dropped at once takes none.
static void rubrica_free(void *piece) {
  if (piece == NULL) return;
  char *start = (char *)piece - rubrica_unit;
  size_t size = ((size_t *)piece)[-1];
  rubrica_block *block = *rubrica_blocks();
  if (start + rubrica_rounded(size) == block->next) block->next = start;
}

static void *rubrica_realloc(void *old, size_t size) {
  if (old == NULL) return rubrica_allocate(size);
  size_t had = ((size_t *)old)[-1];
  rubrica_free(old);
  void *piece = rubrica_allocate(size);
  return piece == old ? piece : memcpy(piece, old, had < size ? had : size);
}

/// The memory in which a parse of this thread happens.
static inline cmark_mem *rubrica_parse_memory(void) {
  static cmark_mem memory = {rubrica_calloc, rubrica_realloc, rubrica_free};
  return &memory;
}

/// Takes back all that was handed out to this thread.
static inline void rubrica_parse_memory_reset(void) {
  rubrica_block *block = *rubrica_blocks();
  if (block == NULL) return;
  while (block->before != NULL) {
    rubrica_block *before = block->before;
    free(block);
    block = before;
  }
  block->next = (char *)block + rubrica_rounded(sizeof(rubrica_block));
  *rubrica_blocks() = block;
}

#endif
