#include "dispatch.h"

#define DEFINE_LOOP(NAME, SCALAR, PARAMETERS, ARGUMENTS, STATEMENT)                                    \
  GRADUS_INLINE void gradus_##NAME##_##SCALAR##_body PARAMETERS {                                      \
    _Pragma("clang loop vectorize(assume_safety)") for (ptrdiff_t i = 0; i < count; ++i) { STATEMENT; } \
  }                                                                                                    \
  GRADUS_DISPATCHED(gradus_##NAME##_##SCALAR, PARAMETERS, ARGUMENTS)

#define DEFINE_UNARY(NAME, SCALAR, VALUE)                                                              \
  DEFINE_LOOP(NAME, SCALAR, (ptrdiff_t count, const SCALAR *x, SCALAR *y), (count, x, y), y[i] = (VALUE))

#define DEFINE_BINARY(NAME, SCALAR, VALUE)                                                             \
  DEFINE_LOOP(NAME, SCALAR, (ptrdiff_t count, const SCALAR *a, const SCALAR *b, SCALAR *y), (count, a, b, y), \
              y[i] = (VALUE))

#define DEFINE_WITH_NUMBER(NAME, SCALAR, VALUE)                                                        \
  DEFINE_LOOP(NAME, SCALAR, (ptrdiff_t count, const SCALAR *a, SCALAR s, SCALAR *y), (count, a, s, y), y[i] = (VALUE))

#define DEFINE_LOOPS(SCALAR, ROOT, MAGNITUDE)                                                          \
  DEFINE_LOOP(combine, SCALAR,                                                                         \
              (ptrdiff_t count, SCALAR p, const SCALAR *a, SCALAR q, const SCALAR *b, SCALAR *y),      \
              (count, p, a, q, b, y), y[i] = p * a[i] + q * b[i])                                      \
  DEFINE_LOOP(combine_number, SCALAR, (ptrdiff_t count, SCALAR p, const SCALAR *a, SCALAR s, SCALAR *y), \
              (count, p, a, s, y), y[i] = p * a[i] + s)                                                \
  DEFINE_BINARY(multiply, SCALAR, a[i] * b[i])                                                         \
  DEFINE_WITH_NUMBER(multiply_number, SCALAR, a[i] * s)                                                \
  DEFINE_BINARY(larger, SCALAR, b[i] >= a[i] ? b[i] : a[i])                                            \
  DEFINE_WITH_NUMBER(larger_number, SCALAR, s >= a[i] ? s : a[i])                                      \
  DEFINE_BINARY(smaller, SCALAR, b[i] < a[i] ? b[i] : a[i])                                            \
  DEFINE_WITH_NUMBER(smaller_number, SCALAR, s < a[i] ? s : a[i])                                      \
  DEFINE_UNARY(square, SCALAR, x[i] * x[i])                                                            \
  DEFINE_UNARY(root, SCALAR, ROOT(x[i]))                                                               \
  DEFINE_UNARY(reciprocal, SCALAR, 1 / x[i])                                                           \
  DEFINE_UNARY(magnitude, SCALAR, MAGNITUDE(x[i]))                                                     \
  DEFINE_UNARY(sign, SCALAR, x[i] > 0 ? 1 : x[i] < 0 ? -1 : x[i])                                      \
  DEFINE_UNARY(step, SCALAR, x[i] > 0 ? 1 : x[i] != x[i] ? x[i] : 0)                                   \
  DEFINE_UNARY(relu, SCALAR, x[i] <= 0 ? 0 : x[i])                                                     \
  GRADUS_INLINE void gradus_total_##SCALAR##_body(ptrdiff_t count, const SCALAR *x, SCALAR *result) {  \
    /* Only a sum in any order can be taken in vectors. */                                             \
    _Pragma("clang fp reassociate(on)") SCALAR sum = 0;                                                \
    for (ptrdiff_t i = 0; i < count; ++i) sum += x[i];                                                 \
    *result = sum;                                                                                     \
  }                                                                                                    \
  GRADUS_DISPATCHED(gradus_total_##SCALAR, (ptrdiff_t count, const SCALAR *x, SCALAR *result), (count, x, result)) \
  GRADUS_INLINE void gradus_largest_##SCALAR##_body(ptrdiff_t count, const SCALAR *x, SCALAR *result) { \
    SCALAR lanes[32];                                                                                  \
    for (int j = 0; j < 32; ++j) lanes[j] = -(SCALAR)__builtin_inf();                                  \
    ptrdiff_t i = 0;                                                                                   \
    for (; i + 32 <= count; i += 32)                                                                   \
      for (int j = 0; j < 32; ++j) lanes[j] = x[i + j] > lanes[j] ? x[i + j] : lanes[j];               \
    SCALAR top = -(SCALAR)__builtin_inf();                                                             \
    for (int j = 0; j < 32; ++j) top = lanes[j] > top ? lanes[j] : top;                                \
    for (; i < count; ++i) top = x[i] > top ? x[i] : top;                                              \
    *result = top;                                                                                     \
  }                                                                                                    \
  GRADUS_DISPATCHED(gradus_largest_##SCALAR, (ptrdiff_t count, const SCALAR *x, SCALAR *result), (count, x, result))

DEFINE_LOOPS(double, __builtin_elementwise_sqrt, __builtin_fabs)
DEFINE_LOOPS(float, __builtin_elementwise_sqrt, __builtin_fabsf)

// Numbers are widened and narrowed between the precisions.
DEFINE_LOOP(widen, float, (ptrdiff_t count, const float *x, double *y), (count, x, y), y[i] = x[i])
DEFINE_LOOP(narrow, float, (ptrdiff_t count, const double *x, float *y), (count, x, y), y[i] = (float)x[i])
