/// A claimed derivative or differential beside central differences of what it is claimed of.
struct ClaimDifferences {
  let store: Store
  let target: Node
  let claimed: Node
  let variables: [Variable]
  var sizes: [String: Int] = [:]
  var seed: UInt64 = 1

  /// What the claim should be at a point, in numbers and with their error.
  typealias Expectation = @Sendable (CentralDifference, SamplePoint) throws -> CentralDifference.Estimate

  /// The differential along the differentials of the point.
  static let differential: Expectation = { try $0.directional(along: $1.differentials) }

  func compare(points wanted: Int, with expectation: Expectation) -> Trials.Outcome {
    var sampler = Sampler(seed: seed)
    var trials: [Trials.Trial] = []
    for _ in 0..<wanted {
      guard let point = sampler.point(for: [target, claimed], in: store, variables: variables, sizes: sizes),
        let value = try? store.evaluate([claimed], at: point)[0], value.isFinite,
        let difference = try? CentralDifference(store, target, at: point),
        let expected = try? expectation(difference, point)
      else { continue }
      let trial = Trials.Trial(point: point, left: expected.value, right: value, largest: 0)
      let scale = Swift.max(expected.value.maximumMagnitude, value.maximumMagnitude, 1e-3)
      let gap = (expected.value - value).maximumMagnitude
      if gap > Swift.max(Trials.clearDifference * scale, 10 * expected.error.maximumMagnitude) {
        return .differs(trial)
      }
      trials.append(trial)
    }
    return trials.isEmpty ? .untried : .agrees(trials)
  }
}
