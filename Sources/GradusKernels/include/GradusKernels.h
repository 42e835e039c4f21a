#ifndef GRADUS_KERNELS_H
#define GRADUS_KERNELS_H

#include <stddef.h>

/// The widest vectors that both this processor and this code know, or less where the environment variable
/// `GRADUS_VECTORS` says `baseline` or `avx2`.
typedef enum {
  GRADUS_VECTORS_BASELINE = 0,
  GRADUS_VECTORS_AVX2 = 1,
  GRADUS_VECTORS_AVX512 = 2,
} gradus_vectors;

gradus_vectors gradus_widest_vectors(void);

/// How many processors this process may run on, at least 1.
int gradus_processor_count(void);

/// Has the parts `0 ..< count` done by at most so many threads, this one among them, and returns when all are.
///
/// Parts that ask for the same, and threads that come meanwhile, do theirs alone.
void gradus_perform(ptrdiff_t count, ptrdiff_t threads, void (*part)(void *context, ptrdiff_t index), void *context);

/// Memory of the calling thread, at the start of a cache line, which holds until that thread asks again.
///
/// Asking the system anew costs a fault for every page of it.
void *gradus_scratch(size_t bytes);

/// A panel of a matrix product, `C = alpha A B + beta D`, no wider than a tile of the kernel.
///
/// Rows of `A` come in tiles of the kernel's height; entry `(i, p)` of a tile lies `i a_row + p a_column` after its
/// first, and the next tile `a_tile` further. Rows of `B`, `C` and `D` are contiguous; `D` may be `C`, and is not read
/// when `beta` is 0.
#define GRADUS_DECLARE_PANEL(SCALAR)                                     \
  typedef struct {                                                       \
    ptrdiff_t rows, columns, depth;                                      \
    const SCALAR *a;                                                     \
    ptrdiff_t a_row, a_column, a_tile;                                   \
    const SCALAR *b;                                                     \
    ptrdiff_t b_row;                                                     \
    SCALAR alpha, beta;                                                  \
    const SCALAR *d;                                                     \
    ptrdiff_t d_row;                                                     \
    SCALAR *c;                                                           \
    ptrdiff_t c_row;                                                     \
  } gradus_panel_##SCALAR;
GRADUS_DECLARE_PANEL(double)
GRADUS_DECLARE_PANEL(float)

/// Tiles are 6x8 and 6x16 with AVX2, 8x24 and 8x48 with AVX-512, in double and single precision.
///
/// On processors without these instructions the functions do nothing and must not be called.
void gradus_panel_double_avx2(const gradus_panel_double *panel);
void gradus_panel_float_avx2(const gradus_panel_float *panel);
void gradus_panel_double_avx512(const gradus_panel_double *panel);
void gradus_panel_float_avx512(const gradus_panel_float *panel);

/// `y[j, i] = x[i, j]` for rows of `x` and `y` that start so many entries apart.
void gradus_transpose_double(ptrdiff_t rows, ptrdiff_t columns, const double *x, ptrdiff_t x_row, double *y,
                             ptrdiff_t y_row);
void gradus_transpose_float(ptrdiff_t rows, ptrdiff_t columns, const float *x, ptrdiff_t x_row, float *y,
                            ptrdiff_t y_row);

/// `y += factor x`.
void gradus_add_scaled_double(ptrdiff_t count, double factor, const double *x, double *y);
void gradus_add_scaled_float(ptrdiff_t count, float factor, const float *x, float *y);

/// `y[i] = f(x[i])` to within 3 units in the last place, 1 for `exp` and `log`; `y` may be `x` but not overlap it
/// otherwise.
void gradus_exp(ptrdiff_t count, const double *x, double *y);
/// The same where `x` is not below the lowest, and 0 elsewhere.
void gradus_exp_above(ptrdiff_t count, double lowest, const double *x, double *y);
void gradus_log(ptrdiff_t count, const double *x, double *y);
void gradus_softplus(ptrdiff_t count, const double *x, double *y);
void gradus_tanh(ptrdiff_t count, const double *x, double *y);
void gradus_sigmoid(ptrdiff_t count, const double *x, double *y);

/// Loops over contiguous runs; a result may overwrite an argument but not overlap it otherwise.
///
/// The rows of `x` and of results follow each other; a step says how far the other operand moves from row to row, 0
/// where it is one row, or one number, for all. Sums are taken in the order that vectors allow.
#define GRADUS_DECLARE_LOOPS(SCALAR)                                                                                   \
  /* Inner products of rows, and `y` plus multiples of rows. */                                                        \
  void gradus_dots_##SCALAR(ptrdiff_t rows, ptrdiff_t columns, const SCALAR *x, const SCALAR *y, ptrdiff_t y_step,     \
                            SCALAR *result);                                                                           \
  void gradus_add_rows_##SCALAR(ptrdiff_t rows, ptrdiff_t columns, const SCALAR *factors, ptrdiff_t factor_step,       \
                                const SCALAR *x, SCALAR *y);                                                           \
  void gradus_totals_##SCALAR(ptrdiff_t rows, ptrdiff_t columns, const SCALAR *x, SCALAR *result);                     \
  void gradus_largest_##SCALAR(ptrdiff_t rows, ptrdiff_t columns, const SCALAR *x, SCALAR *result);                    \
  /* `p left + q right`. */                                                                                            \
  void gradus_combine_##SCALAR(ptrdiff_t rows, ptrdiff_t columns, SCALAR p, const SCALAR *left, ptrdiff_t left_step,   \
                               SCALAR q, const SCALAR *right, ptrdiff_t right_step, SCALAR *y);                        \
  void gradus_combine_number_##SCALAR(ptrdiff_t rows, ptrdiff_t columns, SCALAR p, const SCALAR *left,                 \
                                      ptrdiff_t left_step, SCALAR q, const SCALAR *number, ptrdiff_t number_step,      \
                                      SCALAR *y);                                                                      \
  GRADUS_DECLARE_BINARY(multiply, SCALAR)                                                                              \
  GRADUS_DECLARE_BINARY(larger, SCALAR)                                                                                \
  GRADUS_DECLARE_BINARY(smaller, SCALAR)                                                                               \
  void gradus_square_##SCALAR(ptrdiff_t count, const SCALAR *x, SCALAR *y);                                            \
  void gradus_root_##SCALAR(ptrdiff_t count, const SCALAR *x, SCALAR *y);                                              \
  void gradus_reciprocal_##SCALAR(ptrdiff_t count, const SCALAR *x, SCALAR *y);                                        \
  void gradus_magnitude_##SCALAR(ptrdiff_t count, const SCALAR *x, SCALAR *y);                                         \
  void gradus_sign_##SCALAR(ptrdiff_t count, const SCALAR *x, SCALAR *y);                                              \
  void gradus_step_##SCALAR(ptrdiff_t count, const SCALAR *x, SCALAR *y);                                              \
  void gradus_relu_##SCALAR(ptrdiff_t count, const SCALAR *x, SCALAR *y);
/// With two matrices or rows, and with numbers.
#define GRADUS_DECLARE_BINARY(NAME, SCALAR)                                                                            \
  void gradus_##NAME##_##SCALAR(ptrdiff_t rows, ptrdiff_t columns, const SCALAR *left, ptrdiff_t left_step,            \
                                const SCALAR *right, ptrdiff_t right_step, SCALAR *y);                                 \
  void gradus_##NAME##_number_##SCALAR(ptrdiff_t rows, ptrdiff_t columns, const SCALAR *left, ptrdiff_t left_step,     \
                                       const SCALAR *number, ptrdiff_t number_step, SCALAR *y);
GRADUS_DECLARE_LOOPS(double)
GRADUS_DECLARE_LOOPS(float)
void gradus_widen_float(ptrdiff_t count, const float *x, double *y);
void gradus_narrow_float(ptrdiff_t count, const double *x, float *y);

#endif
