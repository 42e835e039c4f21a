import Testing

@testable import Gradus

struct TreeTextTests: Symbols {
  @Test func shapesAndSharing() {
    let gram = TreeTextTests.A.T * TreeTextTests.A
    #expect(
      (inv(gram) * gram + softmax(gram, axis: .columns)).tree == """
        sum: matrix(k,k)
          softmax 1: matrix(k,k)
            product: matrix(k,k) @1
              transpose: matrix(k,m) @2
                A: matrix(m,k)
              A: matrix(m,k)
          product: matrix(k,k)
            inv: matrix(k,k)
              @1
            @2
            A: matrix(m,k)

        """)
  }

  @Test func jsonListsEveryNodeOnce() {
    let n = Dimension("n")
    let slice = Expression(Variable("x", Shape(n + 1, 1), [.positive])).cut(1, 0, n, 1)
    #expect(
      (slice + slice.power(2) / 3).json == """
        {"nodes": [\
        {"operation": "variable", "shape": ["n+1", 1], "name": "x", "attributes": ["positive"]}, \
        {"operation": "block", "shape": ["n", 1], "offset": [1, 0], "region": ["n", 1], "operands": [0]}, \
        {"operation": "number", "shape": [1, 1], "value": "1/3"}, \
        {"operation": "number", "shape": [1, 1], "value": "2"}, \
        {"operation": "power", "shape": ["n", 1], "operands": [1, 3]}, \
        {"operation": "scale", "shape": ["n", 1], "operands": [2, 4]}, \
        {"operation": "sum", "shape": ["n", 1], "operands": [1, 5]}]}
        """)
  }
}
