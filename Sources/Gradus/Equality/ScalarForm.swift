// Functions of commuting entries, brought to a small basis: exponentials of single terms, logarithms, sine and cosine,
// the step, powers of sums.

extension IndexAlgebra {
  /// The content of a sum, a positive number times powers of atoms that every term holds, and what is left of it.
  func factorised(_ form: IndexForm) throws -> (content: IndexTerm, rest: IndexForm) {
    var content = IndexTerm(coefficient: 1)
    var rest = form
    for _ in 0..<4 {
      let common = commonFactors(rest)
      let scale = commonCoefficient(rest)
      if common.isEmpty, scale.isOne { break }
      content.coefficient *= scale
      for factor in common {
        let place = content.factors.firstIndex { $0.head == factor.head && $0.slots == factor.slots }
        if let place { content.factors[place].exponent += factor.exponent } else { content.factors.append(factor) }
      }
      content.factors.removeAll { $0.exponent.isZero }
      var divisor = IndexTerm(coefficient: 1)
      divisor.coefficient /= scale
      divisor.factors = common.map { Factor($0.head, $0.slots, exponent: -$0.exponent) }
      rest = try self.form(
        rest.terms.map { $0.times(divisor, at: Array(form.free.indices), free: form.free.count) }, free: form.free)
    }
    return (content, rest)
  }

  /// The lowest power of each atom without bound indices; below the line this is the common denominator.
  private func commonFactors(_ form: IndexForm) -> [Factor] {
    let free = form.free.count
    var lowest: [Factor: Rational] = [:]
    var seen: [Factor: Int] = [:]
    for term in form.terms {
      for factor in term.factors where factor.slots.allSatisfy({ $0 < free }) && !heads[factor.head].isSelector {
        let atom = Factor(factor.head, factor.slots)
        lowest[atom] = min(lowest[atom] ?? factor.exponent, factor.exponent)
        seen[atom, default: 0] += 1
      }
    }
    var common: [Factor] = []
    for (atom, exponent) in lowest {
      let power = seen[atom] == form.terms.count ? exponent : min(exponent, 0)
      if !power.isZero { common.append(Factor(atom.head, atom.slots, exponent: power)) }
    }
    return common.sorted { ($0.head, $0.slots.first ?? -1) < ($1.head, $1.slots.first ?? -1) }
  }

  func commonCoefficient(_ form: IndexForm) -> Rational {
    var above: UInt = 0
    var below: UInt = 1
    for term in form.terms {
      guard case .small(let p, let q) = term.coefficient.storage else { return 1 }
      above = IndexAlgebra.greatestDivisor(above, p.magnitude)
      let (product, overflow) = (below / IndexAlgebra.greatestDivisor(below, q.magnitude)).multipliedReportingOverflow(
        by: q.magnitude)
      if overflow || product > 1 << 60 { return 1 }
      below = product
    }
    if above == 0 || above > 1 << 60 { return 1 }
    return Rational(Int(above), Int(below))
  }

  private static func greatestDivisor(_ a: UInt, _ b: UInt) -> UInt { b == 0 ? a : greatestDivisor(b, a % b) }

  /// Whether the value is never negative where it is defined.
  func isNonnegative(_ form: IndexForm) -> Bool {
    form.terms.allSatisfy { term in !term.coefficient.isNegative && term.factors.allSatisfy(isNonnegative) }
  }

  func isNonnegative(_ factor: Factor) -> Bool {
    if traits[factor.head].isNonnegative { return true }
    guard let power = factor.exponent.intValue else { return true }
    return power % 2 == 0
  }

  func monomial(_ term: IndexTerm, free: [Dim]) throws -> IndexForm { try form([term], free: free) }

  /// cᵠ for a positive number c, through primes.
  func numberPower(_ number: Rational, _ exponent: Rational) throws -> IndexTerm {
    if number.isOne { return IndexTerm(coefficient: 1) }
    if let whole = exponent.intValue, let power = number.power(whole) { return IndexTerm(coefficient: power) }
    return IndexTerm(
      coefficient: 1,
      factors: try primes(of: number).map { prime, power in
        Factor(
          head(Head(kind: .prime, payload: prime), HeadTraits(isNonnegative: true)),
          exponent: exponent * Rational(power))
      })
  }

  func primes(of number: Rational) throws -> [(prime: Int, power: Int)] {
    guard case .small(let above, let below) = number.storage, above > 0 else {
      throw Undecided(reason: "a number too large")
    }
    var powers: [(prime: Int, power: Int)] = []
    for (value, sign) in [(above, 1), (below, -1)] {
      var rest = value
      var divisor = 2
      while rest > 1, divisor <= 10_000, divisor <= rest / divisor {
        var power = 0
        while rest % divisor == 0 {
          rest /= divisor
          power += 1
        }
        if power > 0 { powers.append((divisor, sign * power)) }
        divisor += 1
      }
      if rest > 1 { powers.append((rest, sign)) }
    }
    return powers
  }

  /// Fᵠ for a number q.
  func power(_ form: IndexForm, _ exponent: Rational) throws -> IndexForm {
    if exponent.isZero { return try constant(1, free: form.free) }
    if exponent.isOne { return form }
    if form.isZero {
      if exponent.isNegative { throw Undecided(reason: "a division by zero") }
      return form
    }
    if let whole = exponent.intValue {
      if let term = form.monomial, term.factors.allSatisfy({ !heads[$0.head].isSelector }) {
        return try wholePower(term, whole, form.free)
      }
      if whole > 0, whole <= IndexAlgebra.expansionLimit {
        var power = form
        for _ in 1..<whole { power = try product(power, form) }
        return power
      }
    }
    let (content, rest) = try factorised(form)
    var result: IndexForm
    var base = rest
    if let whole = exponent.intValue {
      result = try wholePower(content, whole, form.free)
      if let first = rest.terms.first, first.coefficient.isNegative {
        base = try scaled(rest, by: -1)
        if whole % 2 != 0 { result = try scaled(result, by: -1) }
      }
    } else {
      (result, base) = try brokenPower(content, rest, exponent)
    }
    if base.constant == 1 { return result }
    if let term = base.monomial, let whole = exponent.intValue,
      term.factors.allSatisfy({ !heads[$0.head].isSelector })
    {
      return try product(result, try wholePower(term, whole, form.free))
    }
    var atom = try atom(.base, of: base, traits: HeadTraits(isNonnegative: isNonnegative(base)))
    atom.factors[atom.factors.count - 1].exponent = exponent
    return try product(result, try monomial(atom, free: form.free))
  }

  private func wholePower(_ term: IndexTerm, _ exponent: Int, _ free: [Dim]) throws -> IndexForm {
    guard let coefficient = term.coefficient.power(exponent) else { throw Undecided(reason: "a number too large") }
    var power = IndexTerm(coefficient: coefficient, factors: term.factors)
    for place in power.factors.indices { power.factors[place].exponent *= Rational(exponent) }
    return try monomial(power, free: free)
  }

  /// What is known not to be negative leaves the root; a lone odd power must be so where the root is defined; an even one
  /// leaves with its absolute value.
  private func brokenPower(_ content: IndexTerm, _ rest: IndexForm, _ exponent: Rational) throws -> (
    IndexForm, IndexForm
  ) {
    var outside = try numberPower(content.coefficient, exponent)
    var inside = IndexTerm(coefficient: 1)
    let isLone = rest.constant == 1 && content.factors.filter { !isNonnegative($0) }.count == 1
    var absolute: [(Factor, Int)] = []
    for factor in content.factors {
      let product = factor.exponent * exponent
      let isSafe = traits[factor.head].isNonnegative || factor.exponent.intValue == nil
      if isSafe || isLone && !isNonnegative(factor) {
        outside.factors.append(Factor(factor.head, factor.slots, exponent: product))
      } else if let whole = product.intValue, factor.exponent.intValue.map({ $0 % 2 == 0 }) ?? false {
        absolute.append((Factor(factor.head, factor.slots), whole))
      } else {
        inside.factors.append(factor)
      }
    }
    var result = try monomial(outside, free: rest.free)
    for (factor, whole) in absolute {
      let size = try magnitude(try monomial(IndexTerm(coefficient: 1, factors: [factor]), free: rest.free))
      result = try product(result, try power(size, Rational(whole)))
    }
    return (result, try product(rest, try monomial(inside, free: rest.free)))
  }
}
