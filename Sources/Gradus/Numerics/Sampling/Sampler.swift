/// Draws points at which expressions can be tried: everything finite, nothing near singular, kinks out of reach.
///
/// The same seed gives the same points.
struct Sampler: Sendable {
  let seed: UInt64
  private var generator: SplitMix64

  init(seed: UInt64) {
    self.seed = seed
    generator = SplitMix64(seed: seed)
  }

  /// A point with values for all that occurs in the expressions and for the variables named besides.
  ///
  /// Distributions are tried in turn, then mixed, at sizes drawn anew where they are not fixed. Where no smooth point is
  /// found, the answer is one at which everything is finite; nil where there is none either.
  mutating func point(
    for roots: [Node], in store: Store, variables: [Variable] = [], sizes fixed: [String: Int] = [:]
  ) -> SamplePoint? {
    let occurring = store.variables(in: roots)
    let all = occurring + variables.filter { other in !occurring.contains { $0.name == other.name } }
    let names = store.dimensionNames(in: roots, and: all).filter { fixed[$0] == nil }
    let literals = all.flatMap { [$0.shape.rows.literal, $0.shape.columns.literal] }.compactMap { $0 }
    var fallback: SamplePoint?
    var rounds = 0
    for attempt in 0..<Sampler.sizeAttempts where rounds < Sampler.rounds {
      let drawn = generator.sizes(for: names, besides: Set(literals + fixed.values), attempt: attempt)
      let sizes = fixed.merging(drawn) { known, _ in known }
      guard let evaluation = try? PlainEvaluation(store, roots, sizes: sizes) else {
        if names.isEmpty { return nil }
        continue
      }
      rounds += 1
      for draw in 0..<Distribution.allCases.count + Sampler.mixtures {
        guard let point = point(of: all, evaluation, sizes: sizes, draw: draw),
          let values = try? evaluation.values(at: point)
        else { continue }
        switch evaluation.regularity(of: values) {
        case .smooth: return point
        case .rough: if fallback == nil { fallback = point }
        case .undefined: break
        }
      }
    }
    return fallback
  }

  private static let sizeAttempts = 60
  private static let rounds = 12
  private static let mixtures = 12

  /// The first draws take one distribution for all variables, later ones mix.
  private mutating func point(
    of variables: [Variable], _ evaluation: PlainEvaluation, sizes: [String: Int], draw: Int
  ) -> SamplePoint? {
    let all = Distribution.allCases
    var point = SamplePoint(values: [:], sizes: sizes)
    for variable in variables {
      let distribution = draw < all.count ? all[draw] : all[Int(generator.next() % UInt64(all.count))]
      guard let rows = variable.shape.rows.value(at: sizes), let columns = variable.shape.columns.value(at: sizes),
        let value = variable.attributes.sample(
          rows: rows, columns: columns, from: distribution, using: &generator)
      else { return nil }
      point.values[variable.name] = value
    }
    for step in evaluation.steps {
      guard case .differential(let variable) = step.source else { continue }
      point.differentials[variable.name] = .normal(step.rows, step.columns, using: &generator)
    }
    return point
  }
}
