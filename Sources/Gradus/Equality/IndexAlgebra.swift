/// Why no canonical form was reached.
struct Undecided: Error {
  let reason: String
}

/// Sums of products of entries over indices, in canonical form: the arithmetic behind the second opinion on equality.
///
/// Nothing here knows the simplifier or its rules.
final class IndexAlgebra {
  let store: Store
  let assumed: [String: Attributes]
  /// Functions of entries stay closed atoms: quicker, and often enough.
  let keepsFunctions: Bool
  private(set) var heads: [Head] = []
  private(set) var traits: [HeadTraits] = []
  private var headPlaces: [Head: Int] = [:]
  private(set) var forms: [IndexForm] = []
  private var formPlaces: [FormKey: Int] = [:]
  var leads: [Int: Int] = [:]
  /// Rewriting of terms by hypotheses and attributes.
  var rules: [TermRule] = []
  /// The names of what was used.
  var used: Set<String> = []
  private var work = 0

  /// Steps of normalisation for one decision, terms of one form, and trials of one labelling.
  static let workLimit = 60_000
  static let termLimit = 3_000
  static let labellingLimit = 600
  /// Powers of sums up to this exponent are multiplied out.
  static let expansionLimit = 8

  init(store: Store, assumed: [String: Attributes] = [:], keepsFunctions: Bool = false) {
    self.store = store
    self.assumed = assumed
    self.keepsFunctions = keepsFunctions
  }

  private struct FormKey: Hashable {
    let free: [Dim]
    let keys: [[Int]]
    let coefficients: [Rational]
  }

  func spend(_ amount: Int = 1) throws(Undecided) {
    work += amount
    let limit = keepsFunctions ? IndexAlgebra.workLimit / 4 : IndexAlgebra.workLimit
    if work > limit { throw Undecided(reason: "more than \(limit) steps of normalisation") }
  }

  func head(_ head: Head, _ known: @autoclosure () -> HeadTraits = HeadTraits()) -> Int {
    if let place = headPlaces[head] { return place }
    headPlaces[head] = heads.count
    heads.append(head)
    traits.append(known())
    return heads.count - 1
  }

  /// The form with these terms, normalised and collected.
  func form(_ terms: [IndexTerm], free: [Dim]) throws -> IndexForm {
    var pending = terms
    var collected: [[Int]: IndexTerm] = [:]
    while let term = pending.popLast() {
      try spend()
      switch try reduced(term, free: free) {
      case .terms(let others): pending += others
      case .normal(let term):
        guard let (key, labelled) = try labelled(term, free: free.count) else { continue }
        if let known = collected[key] {
          let sum = known.coefficient + labelled.coefficient
          collected[key] = sum.isZero ? nil : IndexTerm(coefficient: sum, bound: known.bound, factors: known.factors)
        } else {
          collected[key] = labelled
        }
      }
      if collected.count + pending.count > IndexAlgebra.termLimit {
        throw Undecided(reason: "more than \(IndexAlgebra.termLimit) terms")
      }
    }
    let sorted = collected.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    let key = FormKey(free: free, keys: sorted.map(\.key), coefficients: sorted.map(\.value.coefficient))
    if let place = formPlaces[key] { return forms[place] }
    let form = IndexForm(id: forms.count, free: free, terms: sorted.map(\.value))
    formPlaces[key] = form.id
    forms.append(form)
    return form
  }

  // MARK: Entrywise arithmetic of forms over the same free indices

  func constant(_ value: Rational, free: [Dim] = []) throws -> IndexForm {
    try form([IndexTerm(coefficient: value)], free: free)
  }

  func sum(_ parts: [(Rational, IndexForm)]) throws -> IndexForm {
    try form(parts.flatMap { scale, part in part.terms.map { $0.scaled(by: scale) } }, free: parts.first?.1.free ?? [])
  }

  func product(_ first: IndexForm, _ second: IndexForm, scale: Rational = 1) throws -> IndexForm {
    let same = Array(first.free.indices)
    return try form(
      try distributed([IndexTerm(coefficient: scale)], [(first, same), (second, same)], free: first.free.count),
      free: first.free)
  }

  /// The terms of a product of sums, multiplied out.
  func distributed(_ start: [IndexTerm], _ parts: [(form: IndexForm, indices: [Int])], free: Int) throws -> [IndexTerm]
  {
    var terms = start
    for part in parts {
      if terms.count * part.form.terms.count > IndexAlgebra.termLimit {
        throw Undecided(reason: "more than \(IndexAlgebra.termLimit) terms")
      }
      terms = terms.flatMap { term in part.form.terms.map { term.times($0, at: part.indices, free: free) } }
    }
    return terms
  }

  func scaled(_ form: IndexForm, by factor: Rational) throws -> IndexForm { try sum([(factor, form)]) }

  /// The same terms over renamed free indices.
  func renamed(_ form: IndexForm, _ indices: [Int], free: [Dim]) throws -> IndexForm {
    let start = IndexTerm(coefficient: 1)
    return try self.form(form.terms.map { start.times($0, at: indices, free: free.count) }, free: free)
  }
}
