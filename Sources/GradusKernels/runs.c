#include "dispatch.h"

#define DEFINE_RUNS(SCALAR)                                                                                        \
  GRADUS_INLINE void gradus_add_scaled_##SCALAR##_body(ptrdiff_t count, SCALAR factor, const SCALAR *restrict x,   \
                                                       SCALAR *restrict y) {                                       \
    for (ptrdiff_t i = 0; i < count; ++i) y[i] += factor * x[i];                                                   \
  }                                                                                                                \
  GRADUS_DISPATCHED(gradus_add_scaled_##SCALAR, (ptrdiff_t count, SCALAR factor, const SCALAR *x, SCALAR *y),      \
                    (count, factor, x, y))                                                                         \
  GRADUS_INLINE void gradus_dots_##SCALAR##_body(ptrdiff_t rows, ptrdiff_t columns, const SCALAR *x, const SCALAR *y, \
                                                 ptrdiff_t y_step, SCALAR *result) {                               \
    ptrdiff_t row = 0;                                                                                             \
    /* Four rows at once read the other vector once. */                                                            \
    for (; y_step == 0 && row + 4 <= rows; row += 4, x += 4 * columns) {                                           \
      _Pragma("clang fp reassociate(on)") SCALAR a = 0, b = 0, c = 0, d = 0;                                       \
      for (ptrdiff_t i = 0; i < columns; ++i) {                                                                    \
        a += x[i] * y[i];                                                                                          \
        b += x[i + columns] * y[i];                                                                                \
        c += x[i + 2 * columns] * y[i];                                                                            \
        d += x[i + 3 * columns] * y[i];                                                                            \
      }                                                                                                            \
      result[row] = a, result[row + 1] = b, result[row + 2] = c, result[row + 3] = d;                              \
    }                                                                                                              \
    for (; row < rows; ++row, x += columns, y += y_step) {                                                         \
      /* Only a sum in any order can be taken in vectors. */                                                       \
      _Pragma("clang fp reassociate(on)") SCALAR sum = 0;                                                          \
      for (ptrdiff_t i = 0; i < columns; ++i) sum += x[i] * y[i];                                                  \
      result[row] = sum;                                                                                           \
    }                                                                                                              \
  }                                                                                                                \
  GRADUS_DISPATCHED(gradus_dots_##SCALAR,                                                                          \
                    (ptrdiff_t rows, ptrdiff_t columns, const SCALAR *x, const SCALAR *y, ptrdiff_t y_step,        \
                     SCALAR *result),                                                                              \
                    (rows, columns, x, y, y_step, result))                                                         \
  GRADUS_INLINE void gradus_add_rows_##SCALAR##_body(ptrdiff_t rows, ptrdiff_t columns, const SCALAR *factors,     \
                                                     ptrdiff_t factor_step, const SCALAR *x, SCALAR *restrict y) { \
    ptrdiff_t row = 0;                                                                                             \
    for (; row + 4 <= rows; row += 4, x += 4 * columns, factors += 4 * factor_step) {                              \
      const SCALAR a = factors[0], b = factors[factor_step];                                                       \
      const SCALAR c = factors[2 * factor_step], d = factors[3 * factor_step];                                     \
      for (ptrdiff_t i = 0; i < columns; ++i)                                                                      \
        y[i] += a * x[i] + b * x[i + columns] + (c * x[i + 2 * columns] + d * x[i + 3 * columns]);                 \
    }                                                                                                              \
    for (; row < rows; ++row, x += columns, factors += factor_step)                                                \
      for (ptrdiff_t i = 0; i < columns; ++i) y[i] += factors[0] * x[i];                                           \
  }                                                                                                                \
  GRADUS_DISPATCHED(gradus_add_rows_##SCALAR,                                                                      \
                    (ptrdiff_t rows, ptrdiff_t columns, const SCALAR *factors, ptrdiff_t factor_step, const SCALAR *x, \
                     SCALAR *y),                                                                                   \
                    (rows, columns, factors, factor_step, x, y))

DEFINE_RUNS(double)
DEFINE_RUNS(float)

// By squares of four, which are turned in registers, in bands whose columns fill whole cache lines before they leave.
#define DEFINE_TRANSPOSE(SCALAR)                                                                                     \
  typedef SCALAR gradus_four_##SCALAR __attribute__((vector_size(4 * sizeof(SCALAR)), aligned(sizeof(SCALAR)),       \
                                                     may_alias));                                                    \
  GRADUS_INLINE void gradus_transpose_##SCALAR##_body(ptrdiff_t rows, ptrdiff_t columns, const SCALAR *x,            \
                                                      ptrdiff_t x_row, SCALAR *y, ptrdiff_t y_row) {                 \
    typedef gradus_four_##SCALAR four;                                                                               \
    const ptrdiff_t squareRows = rows & ~(ptrdiff_t)3, squareColumns = columns & ~(ptrdiff_t)3;                      \
    for (ptrdiff_t first = 0; first < squareColumns; first += 32)                                                    \
     for (ptrdiff_t i = 0; i < squareRows; i += 4)                                                                   \
      for (ptrdiff_t j = first; j < squareColumns && j < first + 32; j += 4) {                                       \
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
