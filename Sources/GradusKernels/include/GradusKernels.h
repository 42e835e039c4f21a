#ifndef GRADUS_KERNELS_H
#define GRADUS_KERNELS_H

#include <pthread.h>
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

/// The processor of the calling thread, or -1 where the system does not tell.
int gradus_current_processor(void);

/// Lets a thread run on every processor of this process but one, if any other is left.
///
/// Linux tends to wake a worker on the processor of its waker, where both then wait for each other.
void gradus_keep_off_processor(pthread_t thread, int processor);

/// One tile of a matrix product from packed panels: `C = beta C + alpha sum over p of a[p] b[p]^T`.
///
/// `a` holds `depth` columns of the tile's height, `b` as many rows of its width; `C` is row-major with the given
/// stride and is not read when `beta` is 0. The tile is as high and wide as the name says.
/// On processors without these instructions the functions do nothing and must not be called.
void gradus_tile_double_6x8_avx2(ptrdiff_t depth, const double *a, const double *b, double alpha, double beta,
                                 double *c, ptrdiff_t stride);
void gradus_tile_float_6x16_avx2(ptrdiff_t depth, const float *a, const float *b, float alpha, float beta, float *c,
                                 ptrdiff_t stride);
void gradus_tile_double_8x24_avx512(ptrdiff_t depth, const double *a, const double *b, double alpha, double beta,
                                    double *c, ptrdiff_t stride);
void gradus_tile_float_8x48_avx512(ptrdiff_t depth, const float *a, const float *b, float alpha, float beta, float *c,
                                   ptrdiff_t stride);

/// `y += factor x`.
void gradus_add_scaled_double(ptrdiff_t count, double factor, const double *x, double *y);
void gradus_add_scaled_float(ptrdiff_t count, float factor, const float *x, float *y);

/// The inner product of two runs, summed in the order that vectors allow.
void gradus_dot_double(ptrdiff_t count, const double *x, const double *y, double *result);
void gradus_dot_float(ptrdiff_t count, const float *x, const float *y, float *result);

/// The same for four rows that start `stride` entries apart: their inner products with `y`, or `y` plus their multiples.
void gradus_dot_rows_double(ptrdiff_t count, const double *x, ptrdiff_t stride, const double *y, double *result);
void gradus_add_rows_double(ptrdiff_t count, const double *factors, const double *x, ptrdiff_t stride, double *y);
void gradus_dot_rows_float(ptrdiff_t count, const float *x, ptrdiff_t stride, const float *y, float *result);
void gradus_add_rows_float(ptrdiff_t count, const float *factors, const float *x, ptrdiff_t stride, float *y);

/// `y[i] = f(x[i])` to within 3 units in the last place, 1 for `exp` and `log`; `y` may be `x` but not overlap it
/// otherwise.
void gradus_exp(ptrdiff_t count, const double *x, double *y);
void gradus_log(ptrdiff_t count, const double *x, double *y);
void gradus_softplus(ptrdiff_t count, const double *x, double *y);
void gradus_tanh(ptrdiff_t count, const double *x, double *y);
void gradus_sigmoid(ptrdiff_t count, const double *x, double *y);

/// Loops over contiguous runs; a result may overwrite an argument but not overlap it otherwise.
void gradus_combine_double(ptrdiff_t count, double p, const double *a, double q, const double *b, double *y);
void gradus_combine_number_double(ptrdiff_t count, double p, const double *a, double s, double *y);
void gradus_multiply_double(ptrdiff_t count, const double *a, const double *b, double *y);
void gradus_multiply_number_double(ptrdiff_t count, const double *a, double s, double *y);
void gradus_larger_double(ptrdiff_t count, const double *a, const double *b, double *y);
void gradus_larger_number_double(ptrdiff_t count, const double *a, double s, double *y);
void gradus_smaller_double(ptrdiff_t count, const double *a, const double *b, double *y);
void gradus_smaller_number_double(ptrdiff_t count, const double *a, double s, double *y);
void gradus_square_double(ptrdiff_t count, const double *x, double *y);
void gradus_root_double(ptrdiff_t count, const double *x, double *y);
void gradus_reciprocal_double(ptrdiff_t count, const double *x, double *y);
void gradus_magnitude_double(ptrdiff_t count, const double *x, double *y);
void gradus_sign_double(ptrdiff_t count, const double *x, double *y);
void gradus_step_double(ptrdiff_t count, const double *x, double *y);
void gradus_relu_double(ptrdiff_t count, const double *x, double *y);
void gradus_total_double(ptrdiff_t count, const double *x, double *result);
void gradus_largest_double(ptrdiff_t count, const double *x, double *result);
void gradus_combine_float(ptrdiff_t count, float p, const float *a, float q, const float *b, float *y);
void gradus_combine_number_float(ptrdiff_t count, float p, const float *a, float s, float *y);
void gradus_multiply_float(ptrdiff_t count, const float *a, const float *b, float *y);
void gradus_multiply_number_float(ptrdiff_t count, const float *a, float s, float *y);
void gradus_larger_float(ptrdiff_t count, const float *a, const float *b, float *y);
void gradus_larger_number_float(ptrdiff_t count, const float *a, float s, float *y);
void gradus_smaller_float(ptrdiff_t count, const float *a, const float *b, float *y);
void gradus_smaller_number_float(ptrdiff_t count, const float *a, float s, float *y);
void gradus_square_float(ptrdiff_t count, const float *x, float *y);
void gradus_root_float(ptrdiff_t count, const float *x, float *y);
void gradus_reciprocal_float(ptrdiff_t count, const float *x, float *y);
void gradus_magnitude_float(ptrdiff_t count, const float *x, float *y);
void gradus_sign_float(ptrdiff_t count, const float *x, float *y);
void gradus_step_float(ptrdiff_t count, const float *x, float *y);
void gradus_relu_float(ptrdiff_t count, const float *x, float *y);
void gradus_total_float(ptrdiff_t count, const float *x, float *result);
void gradus_largest_float(ptrdiff_t count, const float *x, float *result);
void gradus_widen_float(ptrdiff_t count, const float *x, double *y);
void gradus_narrow_float(ptrdiff_t count, const double *x, float *y);

#endif
