import Gradus

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The identities of the built-in tables from text to simplified derivative with its steps, each in a fresh store.
enum DeriveSuite {
  static func run(_ harness: inout Harness) throws {
    var logarithms: [Double] = []
    for identity in try IdentityTable.builtIn().flatMap(\.identities) {
      guard harness.isAsked(identity.id), let derived = IdentityDerivation.derivative(identity) else { continue }
      if let objection = derived.objection {
        throw Harness.Disagreement(description: "\(identity.id): \(objection)")
      }
      let median = harness.measure(identity.id, atLeast: 0.05) { _ = IdentityDerivation.derivative(identity) }
      logarithms.append(log(median))
    }
    guard !logarithms.isEmpty else { return }
    let mean = exp(logarithms.reduce(0, +) / Double(logarithms.count))
    harness.report(
      "geomean",
      Harness.Timing(median: mean, minimum: mean, maximum: mean, processorMedian: mean, runs: logarithms.count))
  }
}
