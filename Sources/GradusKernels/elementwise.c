#include "dispatch.h"

#include <stdint.h>

// Functions of single numbers without branches, so that the loops over them become vector code. The reduction of the
// argument follows Cody and Waite, "Software Manual for the Elementary Functions", 1980; the rest are plain series cut
// off below half a unit in the last place.

GRADUS_INLINE uint64_t bits_of(double x) {
  uint64_t bits;
  __builtin_memcpy(&bits, &x, sizeof bits);
  return bits;
}

GRADUS_INLINE double of_bits(uint64_t bits) {
  double x;
  __builtin_memcpy(&x, &bits, sizeof x);
  return x;
}

// Adding and subtracting this rounds to an integer, which stands in the low bits in between.
static const double rounder = 0x1.8p52;

// The upper part of ln 2 has so few digits that products with exponents are exact.
static const double ln2_upper = 0x1.62e42fefa38p-1, ln2_lower = 0x1.ef35793c7673p-45;

// 2^k for an integer k within the exponents of normal numbers.
GRADUS_INLINE double power_of_two(double k) { return of_bits(bits_of(k + (rounder + 1023)) << 52); }

// (e^r - 1 - r) / r^2 for |r| <= ln 2 / 2, of a number or a vector of them: the expansion in Chebyshev polynomials, cut
// off at 2e-17. Its halves are summed side by side, since one sum would leave the processor waiting for itself.
#define EXCESS_RATIO(r, r2, r4)                                                                              \
  (((0x1.af38a9b0ec855p-26 * r + 0x1.289185613a3d6p-22) * r4 +                                                \
    ((0x1.71de0dae63bb3p-19 * r + 0x1.a019b90d2ae7ap-16) * r2 + (0x1.a01a01a7c41d5p-13 * r + 0x1.6c16c1788bd9p-10))) * \
       r4 +                                                                                                  \
   ((0x1.11111111109b3p-7 * r + 0x1.5555555553d63p-5) * r2 + (0x1.5555555555556p-3 * r + 0x1.0000000000001p-1)))

typedef struct {
  double exponent;  // k with x = k ln 2 + r
  double excess;    // e^r - 1 for |r| <= ln 2 / 2
} reduced;

GRADUS_INLINE reduced reduce(double x) {
  double k = (x * 0x1.71547652b82fep0 + rounder) - rounder;
  double r = x - k * ln2_upper - k * ln2_lower;
  double square = r * r;
  return (reduced){k, r + square * EXCESS_RATIO(r, square, (square * square))};
}

GRADUS_INLINE double exp_of(double x) {
  // Beyond these bounds the result has long been infinite or 0; comparisons leave NaN as it is.
  x = x < -746 ? -746 : x;
  x = x > 710 ? 710 : x;
  reduced parts = reduce(x);
  // Two factors, because one alone would overflow before its product does, and underflow likewise.
  double half = (parts.exponent * 0.5 + rounder) - rounder;
  return (1 + parts.excess) * power_of_two(half) * power_of_two(parts.exponent - half);
}

// e^x - 1 for x <= 0.
GRADUS_INLINE double expm1_of_negative(double x) {
  x = x < -60 ? -60 : x;
  reduced parts = reduce(x);
  double scale = power_of_two(parts.exponent);
  return scale * parts.excess + (scale - 1);
}

// ln x for positive normal x, as k ln 2 + ln m with m within a factor sqrt 2 of 1.
GRADUS_INLINE double log_of_normal(double x, double exponent) {
  const uint64_t root_half = 0x3fe6a09e667f3bcd;
  uint64_t steps = (bits_of(x) - root_half + (1024ull << 52)) >> 52;
  double k = of_bits(steps | 0x4330000000000000) - (0x1p52 + 1024);
  double m = of_bits(bits_of(x) - ((steps - 1024) << 52));
  k += exponent;
  // ln(1 + f) = 2 artanh s with s = f / (2 + f), whose series is summed past its first term.
  double f = m - 1;
  double s = f / (2 + f);
  double z = s * s;
  double q = 2.0 / 21;
  q = q * z + 2.0 / 19;
  q = q * z + 2.0 / 17;
  q = q * z + 2.0 / 15;
  q = q * z + 2.0 / 13;
  q = q * z + 2.0 / 11;
  q = q * z + 2.0 / 9;
  q = q * z + 2.0 / 7;
  q = q * z + 2.0 / 5;
  q = q * z + 2.0 / 3;
  // 2 s = f - s f, and s f = f^2 / 2 - s f^2 / 2 leaves only small terms to be added to f.
  double square = 0.5 * f * f;
  return k * ln2_upper + (f - (square - (s * (square + z * q) + k * ln2_lower)));
}

GRADUS_INLINE double log_of(double x) {
  int subnormal = x < 0x1p-1022;
  double result = log_of_normal(subnormal ? x * 0x1p54 : x, subnormal ? -54 : 0);
  result = x == 0 ? -__builtin_inf() : result;
  result = x < 0 ? __builtin_nan("") : result;
  // Infinity and NaN are their own logarithms.
  return x < __builtin_inf() ? result : x;
}

// ln(1 + u) for u in [0, 1], with the digits of u that 1 + u loses put back to first order.
GRADUS_INLINE double log1p_of_unit(double u) {
  double w = 1 + u;
  return log_of_normal(w, 0) + (u - (w - 1)) / w;
}

GRADUS_INLINE double softplus_of(double x) {
  double tail = exp_of(-__builtin_fabs(x));
  double result = (x > 0 ? x : 0) + log1p_of_unit(tail);
  return x == x ? result : x;
}

GRADUS_INLINE double tanh_of(double x) {
  double decay = expm1_of_negative(-2 * __builtin_fabs(x));
  return __builtin_copysign(-decay / (2 + decay), x);
}

GRADUS_INLINE double sigmoid_of(double x) {
  double decay = exp_of(-__builtin_fabs(x));
  return (x < 0 ? decay : 1) / (1 + decay);
}

#if defined(__x86_64__)
#include <immintrin.h>

// The same with an instruction that scales by any power of two at once.
__attribute__((target("avx512f"))) static void wide_exp(ptrdiff_t count, double lowest, const double *x, double *y) {
  for (ptrdiff_t i = 0; i < count; i += 8) {
    const __mmask8 part = count - i < 8 ? (1u << (count - i)) - 1 : 0xff;
    __m512d v = _mm512_maskz_loadu_pd(part, x + i);
    const __mmask8 above = _mm512_cmp_pd_mask(v, _mm512_set1_pd(lowest), _CMP_NLT_UQ);
    // The second operand is the result where one is no number.
    v = _mm512_min_pd(_mm512_set1_pd(710), _mm512_max_pd(_mm512_set1_pd(lowest), v));
    const __m512d k = _mm512_roundscale_pd(v * 0x1.71547652b82fep0, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
    const __m512d r = v - k * ln2_upper - k * ln2_lower;
    const __m512d square = r * r, excess = r + square * EXCESS_RATIO(r, square, (square * square));
    _mm512_mask_storeu_pd(y + i, part, _mm512_maskz_scalef_pd(above, 1 + excess, k));
  }
}
#endif

#define DEFINE_ELEMENTWISE(NAME)                                                                     \
  GRADUS_INLINE void gradus_##NAME##_body(ptrdiff_t count, const double *x, double *y) {             \
    _Pragma("clang loop vectorize(assume_safety)") for (ptrdiff_t i = 0; i < count; ++i) y[i] = NAME##_of(x[i]); \
  }                                                                                                  \
  GRADUS_DISPATCHED(gradus_##NAME, (ptrdiff_t count, const double *x, double *y), (count, x, y))

DEFINE_ELEMENTWISE(log)
DEFINE_ELEMENTWISE(softplus)
DEFINE_ELEMENTWISE(tanh)
DEFINE_ELEMENTWISE(sigmoid)

GRADUS_INLINE void gradus_narrow_exp_body(ptrdiff_t count, double lowest, const double *x, double *y) {
  _Pragma("clang loop vectorize(assume_safety)") for (ptrdiff_t i = 0; i < count; ++i) {
    double value = exp_of(x[i] < lowest ? lowest : x[i]);
    y[i] = x[i] < lowest ? 0 : value;
  }
}
GRADUS_DISPATCHED(gradus_narrow_exp, (ptrdiff_t count, double lowest, const double *x, double *y),
                  (count, lowest, x, y))

void gradus_exp_above(ptrdiff_t count, double lowest, const double *x, double *y) {
#if defined(__x86_64__)
  if (gradus_widest_vectors() == GRADUS_VECTORS_AVX512) return wide_exp(count, lowest, x, y);
#endif
  gradus_narrow_exp(count, lowest, x, y);
}

void gradus_exp(ptrdiff_t count, const double *x, double *y) { gradus_exp_above(count, -746, x, y); }
