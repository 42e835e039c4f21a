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
                    (count, x, y, result))                                                                           \
  /* Four rows at once read the other vector once. */                                                               \
  GRADUS_INLINE void gradus_dot_rows_##SCALAR##_body(ptrdiff_t count, const SCALAR *x, ptrdiff_t stride,             \
                                                     const SCALAR *y, SCALAR *result) {                              \
    _Pragma("clang fp reassociate(on)") SCALAR a = 0, b = 0, c = 0, d = 0;                                           \
    for (ptrdiff_t i = 0; i < count; ++i) {                                                                          \
      a += x[i] * y[i];                                                                                              \
      b += x[i + stride] * y[i];                                                                                     \
      c += x[i + 2 * stride] * y[i];                                                                                 \
      d += x[i + 3 * stride] * y[i];                                                                                 \
    }                                                                                                                \
    result[0] = a, result[1] = b, result[2] = c, result[3] = d;                                                      \
  }                                                                                                                  \
  GRADUS_DISPATCHED(gradus_dot_rows_##SCALAR,                                                                        \
                    (ptrdiff_t count, const SCALAR *x, ptrdiff_t stride, const SCALAR *y, SCALAR *result),           \
                    (count, x, stride, y, result))                                                                   \
  GRADUS_INLINE void gradus_add_rows_##SCALAR##_body(ptrdiff_t count, const SCALAR *factors, const SCALAR *x,        \
                                                     ptrdiff_t stride, SCALAR *restrict y) {                         \
    const SCALAR a = factors[0], b = factors[1], c = factors[2], d = factors[3];                                     \
    for (ptrdiff_t i = 0; i < count; ++i)                                                                            \
      y[i] += a * x[i] + b * x[i + stride] + (c * x[i + 2 * stride] + d * x[i + 3 * stride]);                        \
  }                                                                                                                  \
  GRADUS_DISPATCHED(gradus_add_rows_##SCALAR,                                                                        \
                    (ptrdiff_t count, const SCALAR *factors, const SCALAR *x, ptrdiff_t stride, SCALAR *y),          \
                    (count, factors, x, stride, y))

DEFINE_RUNS(double)
DEFINE_RUNS(float)
