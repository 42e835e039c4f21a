#include "dispatch.h"

#define DEFINE_RUNS(SCALAR)                                                                                        \
  GRADUS_INLINE void gradus_add_scaled_##SCALAR##_body(ptrdiff_t count, SCALAR factor, const SCALAR *restrict x,   \
                                                       SCALAR *restrict y) {                                       \
    for (ptrdiff_t i = 0; i < count; ++i) y[i] += factor * x[i];                                                   \
  }                                                                                                                \
  GRADUS_DISPATCHED(gradus_add_scaled_##SCALAR, (ptrdiff_t count, SCALAR factor, const SCALAR *x, SCALAR *y),      \
                    (count, factor, x, y))                                                                         \
  GRADUS_INLINE void gradus_dot_##SCALAR##_body(ptrdiff_t count, const SCALAR *x, const SCALAR *y, SCALAR *result) { \
    /* Only a sum in any order can be taken in vectors. */                                                         \
    _Pragma("clang fp reassociate(on)") SCALAR sum = 0;                                                            \
    for (ptrdiff_t i = 0; i < count; ++i) sum += x[i] * y[i];                                                      \
    *result = sum;                                                                                                 \
  }                                                                                                                \
  GRADUS_DISPATCHED(gradus_dot_##SCALAR, (ptrdiff_t count, const SCALAR *x, const SCALAR *y, SCALAR *result),      \
                    (count, x, y, result))

DEFINE_RUNS(double)
DEFINE_RUNS(float)
