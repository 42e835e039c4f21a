import Testing

@testable import Gradus

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Whatever is typed gives an expression or an error with a place in the text.
@Suite struct ReaderFuzzTests {
  /// A plain run reads a twentieth of the texts.
  private static let scale = getenv("GRADUS_CAMPAIGN") == nil ? 1 : 20

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

  @Test func randomBytes() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<2_000 * ReaderFuzzTests.scale {
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      read(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func randomWords() {
    var random = SplitMix64(seed: 2)
    for _ in 0..<3_000 * ReaderFuzzTests.scale {
      let text = (0..<Int.random(in: 1...24, using: &random)).map { _ in word(&random) }.joined()
      read(text)
    }
  }

  @Test func randomDeclarationsAndAssumptions() {
    var random = SplitMix64(seed: 3)
    let parts = [
      "A", ":", "matrix", "vector", "scalar", "(", ")", "m", "n", ",", "*", "+", "2", "symmetric", "psd", ";", "\n",
      " ", "0", "^", "-",
    ]
    for _ in 0..<2_000 * ReaderFuzzTests.scale {
      let declaration = (0..<Int.random(in: 1...14, using: &random)).map { _ in
        parts[Int.random(in: 0..<parts.count, using: &random)]
      }.joined()
      read("tr(A)", declarations: [declaration])
      let assumption = (0..<Int.random(in: 1...10, using: &random)).map { _ in word(&random) }.joined()
      read("tr(A)", assumptions: [assumption + " = 1"])
    }
  }

  @Test func mutatedTexts() {
    var random = SplitMix64(seed: 4)
    for _ in 0..<3_000 * ReaderFuzzTests.scale {
      var characters = Array(ReaderFuzzTests.valid[Int.random(in: 0..<ReaderFuzzTests.valid.count, using: &random)])
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0...characters.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0 where place < characters.count: characters.remove(at: place)
        case 1: characters.insert(contentsOf: word(&random), at: place)
        case 2 where place < characters.count:
          characters.swapAt(place, Int.random(in: 0..<characters.count, using: &random))
        default: characters.removeLast(min(characters.count, Int.random(in: 0...3, using: &random)))
        }
      }
      read(String(characters))
    }
  }

  private func word(_ random: inout SplitMix64) -> String {
    ReaderFuzzTests.words[Int.random(in: 0..<ReaderFuzzTests.words.count, using: &random)]
  }
}
