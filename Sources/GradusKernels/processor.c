#define _GNU_SOURCE
#include "GradusKernels.h"

#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static gradus_vectors detect_vectors(void) {
  const char *limit = getenv("GRADUS_VECTORS");
  if (limit && strcmp(limit, "baseline") == 0) return GRADUS_VECTORS_BASELINE;
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma")) return GRADUS_VECTORS_BASELINE;
  if (limit && strcmp(limit, "avx2") == 0) return GRADUS_VECTORS_AVX2;
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")) return GRADUS_VECTORS_AVX512;
  return GRADUS_VECTORS_AVX2;
#else
  return GRADUS_VECTORS_BASELINE;
#endif
}

gradus_vectors gradus_widest_vectors(void) {
  // Threads that come at once find the same answer, so it does not matter which of them keeps it.
  static _Atomic int known = -1;
  int vectors = atomic_load_explicit(&known, memory_order_relaxed);
  if (vectors < 0) {
    vectors = detect_vectors();
    atomic_store_explicit(&known, vectors, memory_order_relaxed);
  }
  return vectors;
}

#if defined(__linux__)
int gradus_processor_count(void) {
  cpu_set_t allowed;
  return sched_getaffinity(0, sizeof allowed, &allowed) == 0 ? CPU_COUNT(&allowed) : 1;
}

#else
int gradus_processor_count(void) {
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count > 1 ? (int)count : 1;
}
#endif
