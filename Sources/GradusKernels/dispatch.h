#ifndef GRADUS_DISPATCH_H
#define GRADUS_DISPATCH_H

#include "GradusKernels.h"

#define GRADUS_INLINE static inline __attribute__((always_inline))

// Defines a function without result from its `_body`, compiled once for each width of vectors, of which the widest that
// runs is taken. The body is always inlined and so takes on the instructions of each copy.
#if defined(__x86_64__)
#define GRADUS_DISPATCHED(NAME, PARAMETERS, ARGUMENTS)                                                             \
  __attribute__((target("avx512f,avx512dq,fma"))) static void NAME##_avx512 PARAMETERS { NAME##_body ARGUMENTS; }  \
  __attribute__((target("avx2,fma"))) static void NAME##_avx2 PARAMETERS { NAME##_body ARGUMENTS; }                \
  void NAME PARAMETERS {                                                                                           \
    switch (gradus_widest_vectors()) {                                                                             \
      case GRADUS_VECTORS_AVX512: NAME##_avx512 ARGUMENTS; break;                                                  \
      case GRADUS_VECTORS_AVX2: NAME##_avx2 ARGUMENTS; break;                                                      \
      case GRADUS_VECTORS_BASELINE: NAME##_body ARGUMENTS; break;                                                  \
    }                                                                                                              \
  }
#else
#define GRADUS_DISPATCHED(NAME, PARAMETERS, ARGUMENTS) \
  void NAME PARAMETERS { NAME##_body ARGUMENTS; }
#endif

#endif
