import Testing

@testable import Gradus

@Suite struct LayerFileTests {
  private static let head = "layer l\ninput X: matrix(n,i)\nparameter W: matrix(i,o)\n"

  /// Mistakes with the line and the column that they are reported at, and a part of the message.
  @Test(arguments: [
    ("layer l\ninputt X: matrix(n,i)\n", 2, 1, "did you mean input?"),
    ("layer l\ninput\n", 2, 1, "input has no value"),
    ("  X: matrix(n,i)\n", 1, 1, "nothing does"),
    ("layer l\ninput X: matrx(n,i)\n", 2, 10, "matrx"),
    ("layer l\ninput\n  X: matrix(n,i)\n  W: vectr(i)\nforward X*W\n", 4, 6, "vectr"),
    ("layer l\ninput X: matrix(n,i); X: vector(n)\nforward X\n", 2, 23, "X is declared twice"),
    (head + "layout sideways\n", 4, 8, "numerator or denominator"),
    (head + "forward X*W +\n", 4, 14, "operand"),
    (head + "forward\n  H = X*W\n  relu(H) + W\n", 6, 3, "differ in shape"),
    (head + "forward\n  H = X*W\n  K = X*V\n  H + K\n", 6, 9, "V is not declared"),
    (head + "forward\n  W = X*W\n", 5, 3, "W is declared twice"),
    (head + "forward\n  H = X\n  X*W\n", 5, 3, "H is never used"),
    (head + "forward X*W\nloss F.*F\n", 5, 6, "a loss is a scalar"),
    (head + "forward X*W\nassume W' = V\n", 5, 13, "V is not declared"),
    (head, 1, 1, "no forward formula"),
    (head + "forward\n  f = X*W\n  X*W*inv(f)\n", 6, 7, "takes a square matrix"),
  ])
  func mistakesAreShownInTheirPlace(_ text: String, _ line: Int, _ column: Int, _ message: String) {
    do throws(LayerFileError) {
      _ = try LayerFile(text, file: "l.layer").layer()
      Issue.record("accepted: \(text)")
    } catch {
      #expect(error.line == line && error.column == column && error.message.contains(message), "\(error)")
    }
  }

  @Test func linesAndKeysMayBeLaidOutFreely() throws {
    let file = try LayerFile(
      """
      # A comment.
      layer free   # and another
      inputs
        X: matrix(n,i); R: matrix(n,o)
      parameters W: matrix(i,o)\r
      forward
        let cube(x) = x.^3
        H = cube(X*W) +
          R
        tanh(H)
      loss norm2(F)^2
      layout numerator
      """, file: "l.layer")
    let layer = try file.layer()
    #expect(file.name == "free" && file.layout == .numerator)
    #expect(layer.inputs.map(\.name) == ["X", "R"] && layer.form.stages.map(\.name) == ["H", "F", "L"])
    #expect(layer.check().passed)
  }
}
