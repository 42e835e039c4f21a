#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A function of which nothing is known but the names of its derivatives, for rules that hold for every function.
///
/// Of one argument the derivatives of f are f', f'' and f'''; of several f_1, f_2, f_11, f_12 … by the arguments' places.
/// A proof treats the names as opaque; trials evaluate a wave with the name's own frequencies.
struct GenericFunction {
  let name: String
  let arity: Int

  private static let highestOrder = 3

  /// The function and its derivatives.
  var family: [ElementwiseFunction] {
    var all: [ElementwiseFunction] = []
    var orders = [[Int](repeating: 0, count: arity)]
    for _ in 0...GenericFunction.highestOrder {
      all += orders.map { function($0) }
      var next: [[Int]] = []
      for order in orders {
        for place in 0..<arity {
          var higher = order
          higher[place] += 1
          if !next.contains(higher) { next.append(higher) }
        }
      }
      orders = next
    }
    return all
  }

  /// The derivative of the orders given, argument by argument.
  func function(_ orders: [Int]) -> ElementwiseFunction {
    let partials = (0..<arity).map { place in
      let higher = orders.enumerated().map { $0 == place ? $1 + 1 : $1 }
      return { @Sendable [self] (arguments: [Expression]) -> Expression in
        Expression.build(arguments) { store, nodes in store.custom(function(higher), nodes) }
      }
    }
    return ElementwiseFunction(
      name: name(orders), domain: -1e3...1e3, partials: partials, combination: { [self] in value(orders, $0) })
  }

  private func name(_ orders: [Int]) -> String {
    let order = orders.reduce(0, +)
    if arity == 1 || order == 0 { return name + String(repeating: "'", count: order) }
    return name + "_" + orders.enumerated().map { String(repeating: "\($0 + 1)", count: $1) }.joined()
  }

  /// ∂ of sin(Σ aᵢ xᵢ + c) + Π (xᵢ + bᵢ)²/2.
  private func value(_ orders: [Int], _ arguments: [Double]) -> Double {
    let seed = name.utf8.reduce(UInt64(5381)) { ($0 &* 33) ^ UInt64($1) }
    var generator = SplitMix64(seed: seed)
    var phase = generator.next(in: 0...3)
    var scale = 1.0
    var polynomial = 0.5
    for (order, argument) in zip(orders, arguments) {
      let frequency = generator.next(in: 0.6...1.4)
      let base = argument + generator.next(in: 0.5...1.5)
      phase += frequency * argument + Double(order) * .pi / 2
      for _ in 0..<order { scale *= frequency }
      polynomial *= order == 0 ? base * base : order == 1 ? 2 * base : order == 2 ? 2 : 0
    }
    return scale * sin(phase) + polynomial
  }
}
