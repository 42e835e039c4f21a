#include "GradusKernels.h"

#include <pthread.h>
#include <stdlib.h>

// The memory begins on a cache line, behind one that keeps its size.
enum { LINE = 64 };

static pthread_key_t own_memory;
static void create_key(void) { pthread_key_create(&own_memory, free); }

void *gradus_scratch(size_t bytes) {
  static pthread_once_t created = PTHREAD_ONCE_INIT;
  pthread_once(&created, create_key);
  char *memory = pthread_getspecific(own_memory);
  if (!memory || *(size_t *)memory < bytes) {
    free(memory);
    memory = aligned_alloc(LINE, LINE + (bytes + LINE - 1) / LINE * LINE);
    pthread_setspecific(own_memory, memory);
    if (!memory) return NULL;
    *(size_t *)memory = bytes;
  }
  return memory + LINE;
}
