import Gradus
import Testing

@Suite struct SplitMix64Tests {
  @Test func followsThePublishedSequence() {
    var generator = SplitMix64(seed: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
    ]
    #expect(expected.map { _ in generator.next() } == expected)
  }

  @Test func momentsAreThoseOfTheDistributions() {
    var generator = SplitMix64(seed: 71)
    let count = 20_000
    let uniforms = (0..<count).map { _ in generator.nextUniform() }
    let normals = (0..<count).map { _ in generator.nextNormal() }
    let mean = { (values: [Double]) in values.reduce(0, +) / Double(count) }
    #expect(uniforms.allSatisfy { (0..<1).contains($0) })
    expectClose(mean(uniforms), 0.5, tolerance: 0.01, "seed 71")
    expectClose(mean(normals), 0, tolerance: 0.03, "seed 71")
    expectClose(mean(normals.map { $0 * $0 }), 1, tolerance: 0.04, "seed 71")
    #expect((0..<1000).allSatisfy { _ in (-2.0...3).contains(generator.next(in: -2...3)) })
  }
}
