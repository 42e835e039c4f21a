import Testing

@testable import Gradus

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Large texts: every pass is linear, and nothing recurses over the nesting.
@Suite struct LimitsTests {
  private static let depth = 100_000

  private func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  @Test func deepNestingIsRead() throws {
    let depth = LimitsTests.depth
    let less = depth / 10
    for (text, tree) in [
      (repeated("(", depth) + "x" + repeated(")", depth), "x"), (repeated("-", less) + "a", "a"),
      ("X" + repeated("'", less), "X"), ("X" + repeated("[:,:]", less), "X"),
      (repeated("((", less) + "a" + repeated("))'", less), "a"),
    ] {
      #expect(Reader(text).treeOrProblem() == tree)
    }
  }

  @Test func deepFunctionsAreRead() throws {
    let depth = LimitsTests.depth / 20
    for text in [
      repeated("sin(", depth) + "x" + repeated(")", depth), "x" + repeated(".^y", depth), "x" + repeated("./y", depth),
      repeated("a^(", depth) + "b" + repeated(")", depth), repeated("inv(", depth) + "X" + repeated(")", depth),
      repeated("sum(", depth) + "X" + repeated(")", depth),
    ] {
      let store = Store()
      let root = try Reader(text).read(into: store).expressions[0]
      #expect(store[root].size > depth)
    }
  }

  @Test func unbalancedNestingIsAnError() {
    let depth = LimitsTests.depth
    for (text, name) in [
      (repeated("(", depth), "unclosed"), (repeated("sin(", depth), "unclosed"), (repeated("X[", depth), "unclosed"),
      (repeated(")", depth), "missing-operand"), ("x" + repeated(")", depth), "unopened"),
      (repeated("+", depth), "empty"),
      (repeated("([", depth), "missing-operand"), (repeated("ones(", depth) + "n" + repeated(")", depth), "not-a-size"),
    ] {
      #expect(Reader(text).treeOrProblem() == name)
    }
  }

  @Test func longTextsAreRead() throws {
    let count = 4_000
    for text in [
      repeated("1+", count) + "1", repeated("x+", count) + "x", (0..<count).map { "a\($0)" }.joined(separator: "*"),
      (0..<count).map { "A\($0)" }.joined(separator: "*"), (0..<count).map { "A\($0)" }.joined(separator: "+"),
      (0..<count).map { "Z\($0 + 1) = sin(Z\($0));" }.joined() + "Z\(count)",
      repeated("\n", count) + "x" + repeated(";", count),
      repeated("n", count) + "'*x", "ones(" + repeated("n+", count) + "n)", "sum(x)" + repeated(" ", count),
      (1...count / 4).map { "x[\($0)]" }.joined(separator: "+"),
    ] {
      _ = try Reader(text).read(into: Store())
    }
  }

  @Test func numbersAndSizesHaveLimits() {
    for (text, name) in [
      (repeated("9", 1000), "number"), (repeated("9", 1001), "number-too-long"),
      ("0." + repeated("3", 2000), "number-too-long"),
      ("1e4096", "number"), ("1e4097", "number-out-of-range"), ("1e" + repeated("9", 500), "number-out-of-range"),
      ("9" + repeated("^9", 20), "number-too-large"),
      ((1...5000).map { "1/\($0)" }.joined(separator: "+"), "number-too-large"),
      ((1...2000).map { "a\($0)/\($0)" }.joined(separator: "+"), "sum"),
      (repeated(repeated("9", 900) + "*", 20) + "x", "number-too-large"),
      (repeated("0.1*x+", 5000) + "x", "scale"), ("X^9999999999", "power-too-high"),
      ("X^" + repeated("9", 50), "exponent-not-integer"),
      ((0..<200).map { "A\($0)" }.joined(separator: "⊗"), "sizes-too-large"), ("ones(n^99)", "sizes-too-large"),
      ("hcat(" + (0..<500).map { "A\($0)" }.joined(separator: ",") + ")", "sizes-too-large"),
      ("x²³⁴⁵⁶⁷⁸⁹⁰¹²³⁴⁵⁶⁷⁸⁹⁰", "number-too-long"),
    ] {
      let store = Store()
      do throws(Problem) {
        let root = try Reader(text).read(into: store).expressions[0]
        #expect("\(store.operation(root))" == name, "\(text.prefix(40))")
      } catch {
        #expect(error.name == name, "\(text.prefix(40))")
      }
    }
  }

  /// Eight times the text takes about eight times the work; a quadratic pass would take 64 times.
  @Test func readingIsLinear() throws {
    func seconds(_ text: String) throws -> Double {
      let start = processorSeconds()
      _ = try Reader(text).read(into: Store())
      return processorSeconds() - start
    }
    for unit in ["x+", "(x)+", "x.*", "sin(x)+", "x'*x*"] {
      let (short, long) = (repeated(unit, 1_000) + "x", repeated(unit, 8_000) + "x")
      let ratio = try seconds(long) / (0..<3).map { _ in try seconds(short) }.reduce(.infinity, min)
      #expect(ratio < 32, "\(unit): eight times the text took \(ratio) times as long")
    }
  }

  /// Time that this thread has run, which other work on the machine does not change.
  private func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
