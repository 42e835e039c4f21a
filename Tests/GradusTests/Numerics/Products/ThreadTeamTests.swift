import Testing

@testable import Gradus

@Suite struct ThreadTeamTests {
  /// Numbers that parts of one work count, each its own.
  private final class Counts: Sendable {
    nonisolated(unsafe) let numbers: UnsafeMutablePointer<Int>
    let count: Int

    init(_ count: Int) {
      self.count = count
      numbers = .allocate(capacity: count)
      numbers.initialize(repeating: 0, count: count)
    }

    deinit { numbers.deallocate() }

    var all: [Int] { (0..<count).map { numbers[$0] } }
  }

  @Test func everyPartIsDoneOnceBeforeTheWorkIs() {
    for round in 1...3000 {
      let counts = Counts(round % 70)
      ThreadTeam.perform(counts.count, threads: 1 + round % 5) { counts.numbers[$0] += 1 }
      let all = counts.all
      guard all.allSatisfy({ $0 == 1 }) else {
        Issue.record("round \(round): \(all)")
        return
      }
    }
  }

  @Test func partsThatShareTheirWorkDoItThemselves() {
    let counts = Counts(36)
    ThreadTeam.perform(6, threads: 4) { part in
      ThreadTeam.perform(6, threads: 4) { counts.numbers[6 * part + $0] += 1 }
    }
    let all = counts.all
    #expect(all == Array(repeating: 1, count: 36))
  }

  @Test func bandsCoverALengthInWholeUnits() {
    for length in 0...130 {
      for unit in [1, 3, 8] {
        for most in 1...9 {
          let bands = Bands(length, of: unit, atMost: most)
          let ranges = (0..<bands.count).map { bands[$0] }
          let places = ranges.flatMap { Array($0) }
          #expect(places == Array(0..<length), "\(length) by \(unit) in \(most)")
          #expect(bands.count <= most && ranges.dropLast().allSatisfy { $0.count % unit == 0 })
        }
      }
    }
  }

  @Test func numbersBeginOnLinesAndDoNotOverlap() {
    for counts in [[], [0], [1, 0, 9], [3, 1 << 20, 5, 7]] {
      let memory = NumberMemory<Float>(counts)
      for (place, count) in zip(memory.places, counts) {
        #expect(Int(bitPattern: place) % 64 == 0)
        let zeros = (0..<count).allSatisfy { place[$0] == 0 }
        #expect(zeros)
      }
      for (number, (place, count)) in zip(memory.places, counts).enumerated() {
        for entry in 0..<count { place[entry] = Float(number + 1) }
      }
      for (number, (place, count)) in zip(memory.places, counts).enumerated() {
        let isKept = (0..<count).allSatisfy { place[$0] == Float(number + 1) }
        #expect(isKept)
      }
    }
  }
}
