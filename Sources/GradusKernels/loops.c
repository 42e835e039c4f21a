#include "dispatch.h"

// A loop over one run.
#define DEFINE_UNARY(NAME, FROM, TO, VALUE)                                                               \
  GRADUS_INLINE void gradus_##NAME##_body(ptrdiff_t count, const FROM *x, TO *y) {                        \
    _Pragma("clang loop vectorize(assume_safety)") for (ptrdiff_t i = 0; i < count; ++i) y[i] = (VALUE);  \
  }                                                                                                       \
  GRADUS_DISPATCHED(gradus_##NAME, (ptrdiff_t count, const FROM *x, TO *y), (count, x, y))

// A loop over rows of a contiguous result; what differs from row to row is said by steps, 0 for one row in all.
#define DEFINE_ROWS(NAME, SCALAR, PARAMETERS, ARGUMENTS, ROW, VALUE)                                           \
  GRADUS_INLINE void gradus_##NAME##_##SCALAR##_body PARAMETERS {                                              \
    for (ptrdiff_t row = 0; row < rows; ++row, y += columns) {                                                 \
      ROW;                                                                                                     \
      _Pragma("clang loop vectorize(assume_safety)") for (ptrdiff_t i = 0; i < columns; ++i) y[i] = (VALUE);   \
    }                                                                                                          \
  }                                                                                                            \
  GRADUS_DISPATCHED(gradus_##NAME##_##SCALAR, PARAMETERS, ARGUMENTS)

#define DEFINE_BINARY(NAME, SCALAR, VALUE)                                                             \
  DEFINE_ROWS(NAME, SCALAR,                                                                            \
              (ptrdiff_t rows, ptrdiff_t columns, const SCALAR *left, ptrdiff_t left_step,             \
               const SCALAR *right, ptrdiff_t right_step, SCALAR *y),                                  \
              (rows, columns, left, left_step, right, right_step, y),                                  \
              const SCALAR *a = left + row * left_step; const SCALAR *b = right + row * right_step, VALUE)

#define DEFINE_WITH_NUMBER(NAME, SCALAR, VALUE)                                                        \
  DEFINE_ROWS(NAME, SCALAR,                                                                            \
              (ptrdiff_t rows, ptrdiff_t columns, const SCALAR *left, ptrdiff_t left_step,             \
               const SCALAR *number, ptrdiff_t number_step, SCALAR *y),                                \
              (rows, columns, left, left_step, number, number_step, y),                                \
              const SCALAR *a = left + row * left_step; const SCALAR s = number[row * number_step], VALUE)

#define DEFINE_LOOPS(SCALAR, MAGNITUDE)                                                                \
  DEFINE_ROWS(combine, SCALAR,                                                                         \
              (ptrdiff_t rows, ptrdiff_t columns, SCALAR p, const SCALAR *left, ptrdiff_t left_step, SCALAR q, \
               const SCALAR *right, ptrdiff_t right_step, SCALAR *y),                                  \
              (rows, columns, p, left, left_step, q, right, right_step, y),                            \
              const SCALAR *a = left + row * left_step; const SCALAR *b = right + row * right_step,    \
              p * a[i] + q * b[i])                                                                     \
  DEFINE_ROWS(combine_number, SCALAR,                                                                  \
              (ptrdiff_t rows, ptrdiff_t columns, SCALAR p, const SCALAR *left, ptrdiff_t left_step, SCALAR q, \
               const SCALAR *number, ptrdiff_t number_step, SCALAR *y),                                \
              (rows, columns, p, left, left_step, q, number, number_step, y),                          \
              const SCALAR *a = left + row * left_step; const SCALAR s = q * number[row * number_step], p * a[i] + s) \
  DEFINE_BINARY(multiply, SCALAR, a[i] * b[i])                                                         \
  DEFINE_WITH_NUMBER(multiply_number, SCALAR, a[i] * s)                                                \
  DEFINE_BINARY(larger, SCALAR, b[i] >= a[i] ? b[i] : a[i])                                            \
  DEFINE_WITH_NUMBER(larger_number, SCALAR, s >= a[i] ? s : a[i])                                      \
  DEFINE_BINARY(smaller, SCALAR, b[i] < a[i] ? b[i] : a[i])                                            \
  DEFINE_WITH_NUMBER(smaller_number, SCALAR, s < a[i] ? s : a[i])                                      \
  DEFINE_UNARY(square_##SCALAR, SCALAR, SCALAR, x[i] * x[i])                                           \
  DEFINE_UNARY(root_##SCALAR, SCALAR, SCALAR, __builtin_elementwise_sqrt(x[i]))                        \
  DEFINE_UNARY(reciprocal_##SCALAR, SCALAR, SCALAR, 1 / x[i])                                          \
  DEFINE_UNARY(magnitude_##SCALAR, SCALAR, SCALAR, MAGNITUDE(x[i]))                                    \
  DEFINE_UNARY(sign_##SCALAR, SCALAR, SCALAR, x[i] > 0 ? 1 : x[i] < 0 ? -1 : x[i])                     \
  DEFINE_UNARY(step_##SCALAR, SCALAR, SCALAR, x[i] > 0 ? 1 : x[i] != x[i] ? x[i] : 0)                  \
  DEFINE_UNARY(relu_##SCALAR, SCALAR, SCALAR, x[i] <= 0 ? 0 : x[i])                                    \
  GRADUS_INLINE void gradus_totals_##SCALAR##_body(ptrdiff_t rows, ptrdiff_t columns, const SCALAR *x, \
                                                   SCALAR *result) {                                   \
    for (ptrdiff_t row = 0; row < rows; ++row, x += columns) {                                         \
      /* Only a sum in any order can be taken in vectors. */                                           \
      _Pragma("clang fp reassociate(on)") SCALAR sum = 0;                                              \
      for (ptrdiff_t i = 0; i < columns; ++i) sum += x[i];                                             \
      result[row] = sum;                                                                               \
    }                                                                                                  \
  }                                                                                                    \
  GRADUS_DISPATCHED(gradus_totals_##SCALAR, (ptrdiff_t rows, ptrdiff_t columns, const SCALAR *x, SCALAR *result), \
                    (rows, columns, x, result))                                                        \
  GRADUS_INLINE void gradus_largest_##SCALAR##_body(ptrdiff_t rows, ptrdiff_t columns, const SCALAR *x, \
                                                    SCALAR *result) {                                  \
    for (ptrdiff_t row = 0; row < rows; ++row, x += columns) {                                         \
      SCALAR lanes[32];                                                                                \
      for (int j = 0; j < 32; ++j) lanes[j] = -(SCALAR)__builtin_inf();                                \
      ptrdiff_t i = 0;                                                                                 \
      for (; i + 32 <= columns; i += 32)                                                               \
        for (int j = 0; j < 32; ++j) lanes[j] = x[i + j] > lanes[j] ? x[i + j] : lanes[j];             \
      SCALAR top = -(SCALAR)__builtin_inf();                                                           \
      for (int j = 0; j < 32; ++j) top = lanes[j] > top ? lanes[j] : top;                              \
      for (; i < columns; ++i) top = x[i] > top ? x[i] : top;                                          \
      result[row] = top;                                                                               \
    }                                                                                                  \
  }                                                                                                    \
  GRADUS_DISPATCHED(gradus_largest_##SCALAR, (ptrdiff_t rows, ptrdiff_t columns, const SCALAR *x, SCALAR *result), \
                    (rows, columns, x, result))

DEFINE_LOOPS(double, __builtin_fabs)
DEFINE_LOOPS(float, __builtin_fabsf)

// Numbers are widened and narrowed between the precisions.
DEFINE_UNARY(widen_float, float, double, x[i])
DEFINE_UNARY(narrow_float, double, float, (float)x[i])
