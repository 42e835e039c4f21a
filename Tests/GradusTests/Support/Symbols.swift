// swift-format-ignore-file: AlwaysUseLowerCamelCase

@testable import Gradus

/// Variables under the names and shapes that the tables of tests use.
protocol Symbols {}

extension Symbols {
  static func matrix(_ name: String, _ rows: Dimension, _ columns: Dimension) -> Expression {
    Expression(Variable(name, Shape(rows, columns)))
  }

  static var A: Expression { matrix("A", "m", "k") }
  static var B: Expression { matrix("B", "n", "k") }
  static var X: Expression { matrix("X", "m", "n") }
  static var Y: Expression { matrix("Y", "m", "n") }
  static var S: Expression { matrix("S", "n", "n") }
  static var W: Expression { matrix("W_1", "n", "n") }
  static var dX: Expression { .differential(of: Variable("X", Shape("m", "n"))) }
  static var x: Expression { matrix("x", "n", 1) }
  static var y: Expression { matrix("y", "n", 1) }
  static var z: Expression { matrix("z2", "k", 1) }
  static var a: Expression { matrix("a", 1, 1) }
  static var b: Expression { matrix("b", 1, 1) }
  static var sigma: Expression { matrix("sigma", 1, 1) }
  static var half: Expression { Expression(Rational(1, 2)) }
  static var third: Expression { Expression(Rational(1, 3)) }

  static func cube(_ a: Expression) -> Expression { RandomExpression.cube(a) }

  static func hcat(_ a: Expression, _ b: Expression) -> Expression { .call(.horizontal, a, b) }
}

extension Expression {
  static func unit(_ length: Dimension, _ index: Dimension) -> Expression {
    SharedStore.building { $0.unit($0.dim(length), at: index) }
  }

  static func commutation(_ rows: Dimension, _ columns: Dimension) -> Expression {
    SharedStore.building { $0.commutation($0.dim(rows), $0.dim(columns)) }
  }

  static func vecDiagonal(_ size: Dimension) -> Expression {
    SharedStore.building { $0.vecDiagonal($0.dim(size)) }
  }

  func unvec(_ rows: Dimension, _ columns: Dimension) -> Expression {
    Expression.build([self]) { store, nodes in store.unvec(nodes[0], store.extent(Shape(rows, columns))) }
  }

  static func kroneckerLeft(_ g: Expression, _ b: Expression, _ rows: Dimension, _ columns: Dimension) -> Expression {
    build([g, b]) { store, nodes in store.kroneckerLeft(nodes[0], nodes[1], store.extent(Shape(rows, columns))) }
  }

  static func placed(
    _ part: Expression, _ rows: Dimension, _ columns: Dimension, at row: Dimension, _ column: Dimension
  ) -> Expression {
    let region = Region(rowOffset: row, columnOffset: column, rows: rows, columns: columns)
    return build([part]) { store, nodes in store.place(nodes[0], region) }
  }

  /// The rectangle that starts at a place counted from 0.
  func cut(_ row: Dimension, _ column: Dimension, _ rows: Dimension, _ columns: Dimension) -> Expression {
    let region = Region(rowOffset: row, columnOffset: column, rows: rows, columns: columns)
    return Expression.build([self]) { store, nodes in store.block(nodes[0], region) }
  }
}
