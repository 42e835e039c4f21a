/// Looks for a small point with short numbers at which a derivative is wrong too.
struct ShorterPoint {
  let check: DerivativeCheck

  /// The differences must be this large, relatively, to be seen at a glance.
  private static let visible = 1e-2
  private static let smallest = 2

  func search(from found: SamplePoint) -> (point: SamplePoint, entry: EntryComparison.Entry)? {
    var small = check.sizes
    for name in found.sizes.keys where small[name] == nil { small[name] = Self.smallest }
    var candidates = [found]
    var sampler = Sampler(seed: check.seed &+ 17)
    for _ in 0..<4 {
      let drawn = sampler.point(
        for: [check.target, check.derivative], in: check.store, variables: check.variables + [check.variable],
        sizes: small)
      guard check.hypotheses.isEmpty, let drawn else { break }
      candidates.insert(drawn, at: candidates.count - 1)
    }
    for visible in [Self.visible, 0] {
      for candidate in candidates {
        for digits in [1.0, 10, 100] {
          let point = rounded(candidate, digits)
          if let entry = differing(at: point), isVisible(entry, visible) { return (point, entry) }
        }
      }
    }
    return nil
  }

  private func isVisible(_ entry: EntryComparison.Entry, _ limit: Double) -> Bool {
    (entry.claimed - entry.difference).magnitude > limit * max(entry.claimed.magnitude, entry.difference.magnitude)
  }

  /// The entry that differs, where the point keeps every attribute and hypothesis.
  private func differing(at point: SamplePoint) -> EntryComparison.Entry? {
    let occurring = check.store.variables(in: [check.target, check.derivative]) + [check.variable]
    let keepsAttributes = occurring.allSatisfy { variable in
      point.values[variable.name].map { variable.attributes.holds(for: $0) } ?? true
    }
    let holds = check.hypotheses.allSatisfy { hypothesis in
      guard let sides = try? check.store.evaluate([hypothesis.left, hypothesis.right], at: point) else { return false }
      return (sides[0] - sides[1]).maximumMagnitude < 1e-12
    }
    guard keepsAttributes, holds, case .differs(let entry, _) = check.trial(at: point)?.outcome() else { return nil }
    return entry
  }

  /// Entries in whole multiples of 1/digits.
  private func rounded(_ point: SamplePoint, _ digits: Double) -> SamplePoint {
    var short = point
    short.values = point.values.mapValues { $0.map { ($0 * digits).rounded() / digits } }
    return short
  }
}
