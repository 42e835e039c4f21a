import Testing

@testable import Gradus

/// What numbers say of two expressions at several points of several sizes.
enum NumericOpinion {
  case agrees, differs, silent

  init(_ a: Node, _ b: Node, in store: Store, seed: UInt64, points: Int = 4) {
    var sampler = Sampler(seed: seed)
    var tried = 0
    for round in 0..<points {
      // Small sizes, since products of sizes are sizes too and matrix functions of large ones take long.
      let names = store.dimensionNames(in: [a, b], and: [])
      let small = [2, 3, 4, 2, 3].dropFirst((Int(seed) + round) % 3)
      let sizes = names.count > 2 ? Dictionary(zip(names, small), uniquingKeysWith: { first, _ in first }) : [:]
      guard let point = sampler.point(for: [a, b], in: store, sizes: sizes),
        let values = try? store.evaluate([a, b], at: point)
      else { continue }
      let (x, y) = (values[0], values[1])
      let scale = max(1e-6, x.maximumMagnitude, y.maximumMagnitude)
      let gap = (x - y).maximumMagnitude / scale
      if !gap.isFinite || scale > 1e8 { continue }
      tried += 1
      if gap > 1e-5 {
        self = .differs
        return
      }
    }
    self = tried == 0 ? .silent : .agrees
  }
}

@Suite struct SoundnessTests {
  /// No random pair is called equal where numbers differ, or different where they agree.
  @Test func decisionsAgreeWithNumbers() {
    var counts: [String: Int] = [:]
    for seed in Campaign.seeds(250) {
      var source = RandomExpression(seed: seed)
      let store = source.store
      let e = source.next(depth: Int(seed % 4) + 1)
      if store[e].size > 120 { continue }
      var reassociation = Reassociation(store, seed: seed)
      var mutation = Mutation(store, seed: seed)
      let same = reassociation.rewritten(e)
      let other = mutation.mutated(same)
      let engine = EqualityEngine(store: store)
      for (name, candidate) in [("rewritten", same), ("mutated", other)] {
        switch engine.decide(e, candidate) {
        case .equal:
          counts["\(name) equal", default: 0] += 1
          if case .differs = NumericOpinion(e, candidate, in: store, seed: seed) {
            Issue.record("seed \(seed): called equal:  \(store.text(e))  and  \(store.text(candidate))")
          }
        case .different:
          counts["\(name) different", default: 0] += 1
          if name == "rewritten" || NumericOpinion(e, candidate, in: store, seed: seed) == .agrees {
            Issue.record("seed \(seed): called different:  \(store.text(e))  and  \(store.text(candidate))")
          }
        case .undecided:
          counts["\(name) undecided", default: 0] += 1
        }
      }
    }
    #expect(counts["rewritten equal", default: 0] > 0 && counts["mutated different", default: 0] > 0)
  }
}

/// The pairs that the engine must call equal are equal in numbers, too.
@Test func equalPairsAgreeInNumbers() throws {
  var agreeing = 0
  for (row, pair) in EqualPair.all.enumerated() where pair.assumptions.isEmpty {
    let store = Store()
    let (left, right) = try pair.read(into: store)
    switch NumericOpinion(left, right, in: store, seed: UInt64(row), points: 2) {
    case .differs: Issue.record("\(pair.left)  and  \(pair.right) differ")
    case .agrees: agreeing += 1
    case .silent: break
    }
  }
  #expect(agreeing > 150)
}
