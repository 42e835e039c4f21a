#include "GradusKernels.h"

// A tile stays in registers while the panels stream past: HEIGHT x VECTORS accumulators, one broadcast entry of `a`
// and VECTORS vectors of `b` must fit the 16 registers of AVX2 or the 32 of AVX-512 (Goto and van de Geijn,
// "Anatomy of high-performance matrix multiplication", ACM Trans. Math. Softw. 34 (2008)).
#if defined(__x86_64__)
#define DEFINE_TILE(NAME, TARGET, SCALAR, LANES, HEIGHT, VECTORS)                                                     \
  __attribute__((target(TARGET))) void NAME(ptrdiff_t depth, const SCALAR *a, const SCALAR *b, SCALAR alpha,          \
                                            SCALAR beta, SCALAR *c, ptrdiff_t stride) {                               \
    typedef SCALAR vector __attribute__((vector_size(LANES * sizeof(SCALAR)), aligned(sizeof(SCALAR)), may_alias));   \
    vector sum[HEIGHT][VECTORS] = {};                                                                                 \
    for (ptrdiff_t p = 0; p < depth; ++p, a += HEIGHT, b += VECTORS * LANES) {                                        \
      vector right[VECTORS];                                                                                          \
      _Pragma("clang loop unroll(full)") for (int j = 0; j < VECTORS; ++j)                                            \
          right[j] = *(const vector *)(b + j * LANES);                                                                \
      _Pragma("clang loop unroll(full)") for (int i = 0; i < HEIGHT; ++i)                                             \
          _Pragma("clang loop unroll(full)") for (int j = 0; j < VECTORS; ++j) sum[i][j] += a[i] * right[j];          \
    }                                                                                                                 \
    _Pragma("clang loop unroll(full)") for (int i = 0; i < HEIGHT; ++i)                                               \
        _Pragma("clang loop unroll(full)") for (int j = 0; j < VECTORS; ++j) {                                        \
      vector *target = (vector *)(c + i * stride + j * LANES);                                                        \
      *target = beta == 0 ? alpha * sum[i][j] : beta * *target + alpha * sum[i][j];                                   \
    }                                                                                                                 \
  }
#else
#define DEFINE_TILE(NAME, TARGET, SCALAR, LANES, HEIGHT, VECTORS)                                                     \
  void NAME(ptrdiff_t depth, const SCALAR *a, const SCALAR *b, SCALAR alpha, SCALAR beta, SCALAR *c,                  \
            ptrdiff_t stride) {}
#endif

DEFINE_TILE(gradus_tile_double_6x8_avx2, "avx2,fma", double, 4, 6, 2)
DEFINE_TILE(gradus_tile_float_6x16_avx2, "avx2,fma", float, 8, 6, 2)
DEFINE_TILE(gradus_tile_double_8x24_avx512, "avx512f,fma", double, 8, 8, 3)
DEFINE_TILE(gradus_tile_float_8x48_avx512, "avx512f,fma", float, 16, 8, 3)
