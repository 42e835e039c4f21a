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

// By squares of four, which are turned in registers.
#define DEFINE_TRANSPOSE(SCALAR)                                                                                     \
  typedef SCALAR gradus_four_##SCALAR __attribute__((vector_size(4 * sizeof(SCALAR)), aligned(sizeof(SCALAR)),       \
                                                     may_alias));                                                    \
  GRADUS_INLINE void gradus_transpose_##SCALAR##_body(ptrdiff_t rows, ptrdiff_t columns, const SCALAR *x,            \
                                                      ptrdiff_t x_row, SCALAR *y, ptrdiff_t y_row) {                 \
    typedef gradus_four_##SCALAR four;                                                                               \
    const ptrdiff_t squareRows = rows & ~(ptrdiff_t)3, squareColumns = columns & ~(ptrdiff_t)3;                      \
    for (ptrdiff_t i = 0; i < squareRows; i += 4)                                                                    \
      for (ptrdiff_t j = 0; j < squareColumns; j += 4) {                                                             \
        const SCALAR *from = x + i * x_row + j;                                                                      \
        SCALAR *to = y + j * y_row + i;                                                                              \
        four a = *(const four *)from, b = *(const four *)(from + x_row);                                             \
        four c = *(const four *)(from + 2 * x_row), d = *(const four *)(from + 3 * x_row);                           \
        four p = __builtin_shufflevector(a, b, 0, 4, 2, 6), q = __builtin_shufflevector(a, b, 1, 5, 3, 7);           \
        four r = __builtin_shufflevector(c, d, 0, 4, 2, 6), s = __builtin_shufflevector(c, d, 1, 5, 3, 7);           \
        *(four *)to = __builtin_shufflevector(p, r, 0, 1, 4, 5);                                                     \
        *(four *)(to + y_row) = __builtin_shufflevector(q, s, 0, 1, 4, 5);                                           \
        *(four *)(to + 2 * y_row) = __builtin_shufflevector(p, r, 2, 3, 6, 7);                                       \
        *(four *)(to + 3 * y_row) = __builtin_shufflevector(q, s, 2, 3, 6, 7);                                       \
      }                                                                                                              \
    for (ptrdiff_t i = 0; i < rows; ++i)                                                                             \
      for (ptrdiff_t j = i < squareRows ? squareColumns : 0; j < columns; ++j) y[j * y_row + i] = x[i * x_row + j];  \
  }                                                                                                                  \
  GRADUS_DISPATCHED(gradus_transpose_##SCALAR,                                                                       \
                    (ptrdiff_t rows, ptrdiff_t columns, const SCALAR *x, ptrdiff_t x_row, SCALAR *y, ptrdiff_t y_row), \
                    (rows, columns, x, x_row, y, y_row))

DEFINE_TRANSPOSE(double)
DEFINE_TRANSPOSE(float)
