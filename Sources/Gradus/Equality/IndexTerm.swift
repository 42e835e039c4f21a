/// An atom with indices in its slots, raised to a power, such as X_ij² or exp(…)_i⁻¹.
struct Factor: Hashable {
  var head: Int
  var slots: [Int]
  var exponent: Rational

  init(_ head: Int, _ slots: [Int] = [], exponent: Rational = 1) {
    self.head = head
    self.slots = slots
    self.exponent = exponent
  }
}

/// A coefficient times factors, summed over the bound indices.
///
/// Indices are numbered: first the free ones of the form that the term stands in, then its own bound ones. An index may
/// stand in any number of slots, so that Hadamard products and diagonals need nothing of their own.
struct IndexTerm {
  var coefficient: Rational
  var bound: [Dim] = []
  var factors: [Factor] = []

  /// How often each index stands in a slot.
  func occurrences(free: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: free + bound.count)
    for factor in factors { for slot in factor.slots { counts[slot] += 1 } }
    return counts
  }

  mutating func replace(_ index: Int, by other: Int) {
    for place in factors.indices {
      for slot in factors[place].slots.indices where factors[place].slots[slot] == index {
        factors[place].slots[slot] = other
      }
    }
  }

  /// Takes out bound indices that stand in no slot.
  mutating func removeBound(_ indices: some Sequence<Int>, free: Int) {
    for index in Set(indices).sorted(by: >) {
      bound.remove(at: index - free)
      for place in factors.indices {
        for slot in factors[place].slots.indices where factors[place].slots[slot] > index {
          factors[place].slots[slot] -= 1
        }
      }
    }
  }

  /// The product with a term whose free indices are the ones named here.
  func times(_ other: IndexTerm, at indices: [Int], free: Int) -> IndexTerm {
    let start = free + bound.count - indices.count
    var product = self
    product.coefficient *= other.coefficient
    product.bound += other.bound
    product.factors.reserveCapacity(factors.count + other.factors.count)
    for factor in other.factors {
      var moved = factor
      for slot in moved.slots.indices {
        let index = moved.slots[slot]
        moved.slots[slot] = index < indices.count ? indices[index] : index + start
      }
      product.factors.append(moved)
    }
    return product
  }

  func scaled(by factor: Rational) -> IndexTerm {
    IndexTerm(coefficient: coefficient * factor, bound: bound, factors: factors)
  }
}

/// A sum of terms in canonical order: the entry of an expression as a function of its free indices.
///
/// Rows and columns of size 1 have no index. Equal forms have equal places in the algebra's table.
struct IndexForm {
  let id: Int
  let free: [Dim]
  let terms: [IndexTerm]

  var isZero: Bool { terms.isEmpty }

  /// The number, if the form is the same one in every entry.
  var constant: Rational? {
    if terms.isEmpty { return 0 }
    return terms.count == 1 && terms[0].factors.isEmpty && terms[0].bound.isEmpty ? terms[0].coefficient : nil
  }

  /// The only term, if it has no bound index.
  var monomial: IndexTerm? { terms.count == 1 && terms[0].bound.isEmpty ? terms[0] : nil }
}
