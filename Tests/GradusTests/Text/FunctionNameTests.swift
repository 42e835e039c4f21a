import Testing

@testable import Gradus

@Suite struct FunctionNameTests {
  private static let declarations = [
    "X: matrix(n,n)", "A: matrix(n,n)", "B: matrix(n,n)", "E: matrix(n,n)", "x: vector(n)", "y: vector(n)",
    "z: vector(n)",
    "Z: matrix(m,n)", "a: scalar", "b: scalar", "base: scalar", "v: vector(m*n)", "G: matrix(m*n,n*n)", "s: scalar",
  ]

  /// Every form in which a function says that it can be written.
  @Test func everyFunctionReadsInEveryFormOfItsUsage() throws {
    for (name, function) in FunctionName.all {
      for form in function.usage.replacing(" or ", with: ", ").split(separator: ", ").map(String.init) {
        let text = form.replacing("kron_right(G,A,p,q)", with: "kron_right(G,A,m,n)")
        let tree = Reader(text, declarations: FunctionNameTests.declarations).treeOrProblem()
        #expect(tree.contains("(") || tree.contains("["), "\(name): \(text) gives \(tree)")
        #expect(function.usage.hasPrefix(name + "("))
      }
    }
  }

  @Test func everyOperationWithANameIsAFunction() {
    for operation in Operation.allCases {
      guard let name = operation.definition.notation.name else { continue }
      #expect(FunctionName.all[name] != nil, "\(name)")
    }
  }

  /// The functions that the syntax promises.
  @Test func everyPromisedFunctionIsThere() {
    let promised = """
      exp log sqrt abs sign sin cos tan cot sec csc asin acos atan acot sinh cosh tanh coth sech csch sigmoid relu
      leaky_relu elu gelu silu softplus erf max min pow tr det logdet inv pinv expm logm norm1 norm2 norm_nuclear sum mean
      softmax log_softmax logsumexp diag diagonal vec kron dot inner hcat vcat step argmax commutation vecdiag adj polar
      dexpm dlogm ones zeros eye unvec kron_left kron_right place unit maxout
      """
    for name in promised.split(whereSeparator: \.isWhitespace) {
      #expect(FunctionName.all[String(name)] != nil, "\(name)")
    }
  }

  @Test func anElementwiseFunctionTakesEveryShape() throws {
    for (name, function) in FunctionName.all {
      guard case .elementwise(let operation) = function.form else { continue }
      for argument in ["a", "x", "Z", "x'"] {
        let store = Store()
        let reading = try Reader("\(name)(\(argument))", declarations: FunctionNameTests.declarations).read(into: store)
        #expect(store.operation(reading.expressions[0]) == operation)
      }
    }
  }

  @Test func aWrongCountOfArgumentsIsRefused() {
    for (name, function) in FunctionName.all {
      for count in [0, 1, 2, 3, 4, 5, 6] where !function.arguments.contains(count) {
        let text = "\(name)(\(Array(repeating: "n", count: count).joined(separator: ",")))"
        #expect(Reader(text, declarations: ["x: vector(n)"]).treeOrProblem() == "argument-count", "\(text)")
      }
    }
  }
}
