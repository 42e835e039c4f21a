import Testing

@testable import Gradus

/// Whatever is typed gives an expression or an error with a place in the text.
@Suite struct ReaderFuzzTests {
  /// Texts tried under one seed.
  private static let perSeed = 100

  private static let words = [
    "A", "X", "x", "y", "a", "n", "m", "i", "dX", "I", "pi", "𝟏", "1", "0", "2", "0.5", "1e-5", "λ", "sum", "exp(",
    "sum(", "tr(",
    "det(", "softmax(", "kron(", "ones(", "eye(", "hcat(", "vcat(", "unvec(", "place(", "max(", "diag(", "vec(", "log(",
    "d(",
    "f(", "let ", "let f(x) = ", "Z = ", "=", ";", "\n", "(", ")", "(", ")", "[", "]", ":", ",", "+", "-", "*", "/",
    "^", ".*", "./",
    ".^", "'", "ᵀ", "⁻¹", "²", "⊙", "⊗", "⊘", "·", " ", "  ", ".", "'", "*", "+", "x'*", "*A*", "X[1,:]", "inv(",
  ]

  private static let valid = [
    "sum(log(ones(m)+exp(-y.*(X*w))))", "tr(A'*X*B)", "norm2(X*w-y)^2 + a*norm2(w)^2", "Z = X*W; sum(softmax(Z,1))",
    "let mish(x) = x.*tanh(softplus(x)); sum(mish(X))", "X[2:p+1,1:n]*ones(n)", "kron(B',A)*vec(X)-vec(A*X*B)",
    "x'*(A+a*I)^-1*x", "log(det(X))-1'*X*𝟏", "place(A,m,n,2,3)+unit(m,1)*unit(n,2)'", "hcat(A,B)*vcat(x,y)",
    "max(X,0)*max(x,2)",
  ]

  /// Reads a text and looks at what comes out.
  private func read(_ text: String, declarations: [String] = [], assumptions: [String] = []) {
    let reader = Reader(text, declarations: declarations, assumptions: assumptions)
    do throws(Problem) {
      let store = Store()
      let reading = try reader.read(into: store)
      for root in reading.expressions { _ = store.shape(root).description }
    } catch {
      #expect(
        error.range.lowerBound >= 0 && error.range.upperBound <= error.source.text.utf8.count,
        "\(text.debugDescription)")
      #expect(error.position.line > 0 && error.position.column > 0)
      #expect(
        error.description.hasPrefix("error: ") && error.description.utf8.count < 8_000, "\(text.debugDescription)")
    }
  }

  /// Texts made by a function of a generator, read as expressions.
  private func read(seeds: Int, _ make: (inout SplitMix64) -> String) {
    for seed in Campaign.seeds(seeds) {
      var random = SplitMix64(seed: seed)
      for _ in 0..<ReaderFuzzTests.perSeed { read(make(&random)) }
    }
  }

  @Test func randomBytes() {
    read(seeds: 20) { random in
      let count = Int.random(in: 0...60, using: &random)
      return String(decoding: (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }, as: UTF8.self)
    }
  }

  @Test func randomWords() {
    read(seeds: 30) { random in sentence(of: ReaderFuzzTests.words, upTo: 24, &random) }
  }

  @Test func randomDeclarationsAndAssumptions() {
    let parts = [
      "A", ":", "matrix", "vector", "scalar", "(", ")", "m", "n", ",", "*", "+", "2", "symmetric", "psd", ";", "\n",
      " ", "0",
      "^", "-",
    ]
    for seed in Campaign.seeds(20) {
      var random = SplitMix64(seed: seed)
      for _ in 0..<ReaderFuzzTests.perSeed {
        read("tr(A)", declarations: [sentence(of: parts, upTo: 14, &random)])
        read("tr(A)", assumptions: [sentence(of: ReaderFuzzTests.words, upTo: 10, &random) + " = 1"])
      }
    }
  }

  @Test func mutatedTexts() {
    read(seeds: 30) { random in
      var characters = Array(ReaderFuzzTests.valid.randomElement(using: &random) ?? "")
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0...characters.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0 where place < characters.count: characters.remove(at: place)
        case 1: characters.insert(contentsOf: sentence(of: ReaderFuzzTests.words, upTo: 1, &random), at: place)
        case 2 where place < characters.count:
          characters.swapAt(place, Int.random(in: 0..<characters.count, using: &random))
        default: characters.removeLast(min(characters.count, Int.random(in: 0...3, using: &random)))
        }
      }
      return String(characters)
    }
  }

  private func sentence(of words: [String], upTo count: Int, _ random: inout SplitMix64) -> String {
    (0..<Int.random(in: 1...count, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }.joined()
  }
}
