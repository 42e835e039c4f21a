/// How a wrong claim could have been meant: up to a factor, a sign, a transpose or a size.
struct Hint {
  let store: Store
  let trials: Trials
  /// The point at which the claim fails and a better one has to hold.
  var failing: Trials.Trial?

  /// What is said of a left side, a right side, and the left side in the other layout.
  func hint(_ left: Node, _ right: Node, mirrored: Node?) -> String? {
    if let factor = factor(left, right) { return factor }
    if let mirrored, store.extent(mirrored) == store.extent(right), agrees(mirrored, right) {
      return "as its transpose it is right in the other layout"
    }
    let transposed = store.extent(left).transposed
    if !store.isScalar(left), transposed == store.extent(right), agrees(left, store.transpose(right)) {
      return "its transpose is right"
    }
    return size(left, right)
  }

  func agrees(_ left: Node, _ right: Node) -> Bool {
    if let failing, store.extent(left) == store.extent(right) {
      guard let trial = trials.trial(left, right, at: failing.point), trial.agrees else { return false }
    }
    if case .agrees = trials.compare(left, right, points: 3) { return true }
    return false
  }

  /// A number, possibly times or over a size, by which the claim is to be multiplied.
  private func factor(_ left: Node, _ right: Node) -> String? {
    var sampler = Sampler(seed: trials.seed)
    guard store.extent(left) == store.extent(right), let first = trials.trial(left, right, under: [], &sampler),
      let ratio = ratio(first)
    else { return nil }
    var scales: [(words: String, node: Node, number: Double)] = [("", store.one, 1)]
    for (name, size) in first.point.sizes.sorted(by: { $0.key < $1.key }) {
      let scalar = store.scalar(store.dim(Dimension(name)))
      scales.append(("*\(name)", scalar, Double(size)))
      scales.append(("/\(name)", store.reciprocal(scalar), 1 / Double(size)))
    }
    for (over, upper) in scales.enumerated() where upper.words.hasPrefix("*") {
      for (under, lower) in scales.enumerated() where lower.words.hasPrefix("/") && (over + 1) != under {
        scales.append(
          (upper.words + lower.words, store.hadamard([upper.node, lower.node]), upper.number * lower.number))
      }
    }
    for scale in scales {
      guard let number = Hint.fraction(near: ratio / scale.number) else { continue }
      let corrected = store.entrywise(store.hadamard([store.number(number), scale.node]), right)
      guard number != 0, number != 1 || !scale.words.isEmpty, agrees(left, corrected) else { continue }
      if number == -1, scale.words.isEmpty { return "with the other sign it is right" }
      let factor =
        scale.words.hasPrefix("*") && number == 1 ? String(scale.words.dropFirst()) : "\(number)\(scale.words)"
      return "\(factor) times the claim is right"
    }
    return nil
  }

  /// left/right where it is the same in all entries.
  private func ratio(_ trial: Trials.Trial) -> Double? {
    var ratio: Double?
    for (a, b) in zip(trial.left.elements, trial.right.elements) where a != 0 || b != 0 {
      guard b != 0 else { return nil }
      if let ratio, (a / b - ratio).magnitude > 1e-9 * ratio.magnitude { return nil }
      ratio = a / b
    }
    return ratio
  }

  /// The fraction with a denominator up to 12 that a number is.
  private static func fraction(near value: Double) -> Rational? {
    guard value.magnitude < 1e6 else { return nil }
    for denominator in 1...12 {
      let numerator = (value * Double(denominator)).rounded()
      if (value * Double(denominator) - numerator).magnitude < 1e-9 * Swift.max(1, numerator.magnitude) {
        return Rational(Int(numerator)) / Rational(denominator)
      }
    }
    return nil
  }

  /// A size at which, set to 1, the sides agree.
  private func size(_ left: Node, _ right: Node) -> String? {
    let names = store.dimensionNames(in: [left, right], and: store.variables(in: [left, right]))
    for name in names where trials.sizes[name] == nil {
      var single = trials
      single.sizes[name] = 1
      if case .agrees = single.compare(left, right, points: 3) { return "it holds where \(name) = 1" }
    }
    return nil
  }
}
