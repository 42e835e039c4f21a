#include "GradusKernels.h"

// A tile stays in registers while its operands stream past: HEIGHT x VECTORS accumulators, one broadcast entry of `a`
// and VECTORS vectors of `b` must fit the 16 registers of AVX2 or the 32 of AVX-512 (Goto and van de Geijn,
// "Anatomy of high-performance matrix multiplication", ACM Trans. Math. Softw. 34 (2008)). Where operands lie in
// memory is up to the caller: entries of `a` are broadcast one by one, so that any strides will do, and vectors at the
// right edge are loaded and stored in part.
#if defined(__x86_64__)
#include <immintrin.h>

#define GRADUS_UNROLLED _Pragma("clang loop unroll(full)")

#define DEFINE_TILE(NAME, TARGET, SCALAR, VECTOR, MASK, LOAD, STORE, HEIGHT)                                          \
  __attribute__((target(TARGET), always_inline)) static inline void NAME(                                             \
      const int vectors, const gradus_panel_##SCALAR *panel, ptrdiff_t first, MASK last) {                            \
    const ptrdiff_t lanes = sizeof(VECTOR) / sizeof(SCALAR), rows = panel->rows - first;                              \
    const SCALAR *left = panel->a + first / HEIGHT * panel->a_tile, *right = panel->b;                                \
    const SCALAR *line[HEIGHT];                                                                                       \
    /* Rows beyond the lower edge repeat the last one and are not stored. */                                          \
    GRADUS_UNROLLED for (int i = 0; i < HEIGHT; ++i) line[i] = left + (i < rows ? i : rows - 1) * panel->a_row;       \
    VECTOR sum[HEIGHT][3] = {};                                                                                       \
    for (ptrdiff_t p = 0, place = 0; p < panel->depth; ++p, place += panel->a_column, right += panel->b_row) {        \
      VECTOR b[3];                                                                                                    \
      GRADUS_UNROLLED for (int j = 0; j < vectors; ++j)                                                               \
          b[j] = j < vectors - 1 ? *(const VECTOR##_anywhere *)(right + j * lanes) : LOAD(right + j * lanes, last);   \
      GRADUS_UNROLLED for (int i = 0; i < HEIGHT; ++i)                                                                \
          GRADUS_UNROLLED for (int j = 0; j < vectors; ++j) sum[i][j] += line[i][place] * b[j];                       \
    }                                                                                                                 \
    const SCALAR alpha = panel->alpha, beta = panel->beta;                                                            \
    GRADUS_UNROLLED for (int i = 0; i < HEIGHT; ++i) {                                                                \
      if (i >= rows) break;                                                                                           \
      const SCALAR *addend = panel->d + (first + i) * panel->d_row;                                                   \
      SCALAR *target = panel->c + (first + i) * panel->c_row;                                                         \
      GRADUS_UNROLLED for (int j = 0; j < vectors; ++j) {                                                             \
        const MASK part = j < vectors - 1 ? NAME##_all() : last;                                                      \
        VECTOR value = alpha * sum[i][j];                                                                             \
        if (beta != 0) value += beta * LOAD(addend + j * lanes, part);                                                \
        STORE(target + j * lanes, part, value);                                                                       \
      }                                                                                                               \
    }                                                                                                                 \
  }

#define DEFINE_PANEL(NAME, TARGET, SCALAR, VECTOR, MASK, LOAD, STORE, HEIGHT, WIDEST)                                 \
  typedef VECTOR VECTOR##_anywhere __attribute__((aligned(sizeof(SCALAR)), may_alias));                               \
  __attribute__((target(TARGET))) static inline MASK NAME##_tile_all(void) {                                          \
    return NAME##_mask(sizeof(VECTOR) / sizeof(SCALAR));                                                              \
  }                                                                                                                   \
  DEFINE_TILE(NAME##_tile, TARGET, SCALAR, VECTOR, MASK, LOAD, STORE, HEIGHT)                                         \
  __attribute__((target(TARGET))) void NAME(const gradus_panel_##SCALAR *panel) {                                     \
    const ptrdiff_t lanes = sizeof(VECTOR) / sizeof(SCALAR), vectors = (panel->columns + lanes - 1) / lanes;          \
    const MASK last = NAME##_mask(panel->columns - (vectors - 1) * lanes);                                            \
    for (ptrdiff_t first = 0; first < panel->rows; first += HEIGHT) {                                                 \
      if (vectors == 1) NAME##_tile(1, panel, first, last);                                                           \
      if (vectors == 2) NAME##_tile(2, panel, first, last);                                                           \
      if (vectors == 3 && WIDEST == 3) NAME##_tile(3, panel, first, last);                                            \
    }                                                                                                                 \
  }

// Masks of the first `count` lanes.
#define DEFINE_NARROW_MASK(NAME, LANE, LANES)                                                  \
  __attribute__((target("avx2"))) static inline __m256i NAME##_mask(ptrdiff_t count) {         \
    LANE lane[LANES];                                                                          \
    GRADUS_UNROLLED for (int i = 0; i < LANES; ++i) lane[i] = i < count ? -1 : 0;              \
    return _mm256_loadu_si256((const __m256i *)lane);                                          \
  }
#define DEFINE_WIDE_MASK(NAME, MASK) \
  static inline MASK NAME##_mask(ptrdiff_t count) { return (MASK)((1u << count) - 1); }

#define LOAD_WIDE_DOUBLES(FROM, MASK) _mm512_maskz_loadu_pd(MASK, FROM)
#define LOAD_WIDE_FLOATS(FROM, MASK) _mm512_maskz_loadu_ps(MASK, FROM)
#define LOAD_DOUBLES(FROM, MASK) _mm256_maskload_pd(FROM, MASK)
#define LOAD_FLOATS(FROM, MASK) _mm256_maskload_ps(FROM, MASK)

DEFINE_NARROW_MASK(gradus_panel_double_avx2, long long, 4)
DEFINE_NARROW_MASK(gradus_panel_float_avx2, int, 8)
DEFINE_WIDE_MASK(gradus_panel_double_avx512, __mmask8)
DEFINE_WIDE_MASK(gradus_panel_float_avx512, __mmask16)

DEFINE_PANEL(gradus_panel_double_avx2, "avx2,fma", double, __m256d, __m256i, LOAD_DOUBLES, _mm256_maskstore_pd, 6, 2)
DEFINE_PANEL(gradus_panel_float_avx2, "avx2,fma", float, __m256, __m256i, LOAD_FLOATS, _mm256_maskstore_ps, 6, 2)
DEFINE_PANEL(gradus_panel_double_avx512, "avx512f,fma", double, __m512d, __mmask8, LOAD_WIDE_DOUBLES,
             _mm512_mask_storeu_pd, 8, 3)
DEFINE_PANEL(gradus_panel_float_avx512, "avx512f,fma", float, __m512, __mmask16, LOAD_WIDE_FLOATS,
             _mm512_mask_storeu_ps, 8, 3)
#else
void gradus_panel_double_avx2(const gradus_panel_double *panel) {}
void gradus_panel_float_avx2(const gradus_panel_float *panel) {}
void gradus_panel_double_avx512(const gradus_panel_double *panel) {}
void gradus_panel_float_avx512(const gradus_panel_float *panel) {}
#endif
