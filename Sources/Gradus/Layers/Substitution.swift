/// Copies expressions into a store with variables replaced, and with sizes replaced everywhere.
struct Substitution {
  let target: Store
  /// What stands for a variable, by its name; of the shape that the variable has after the sizes are replaced.
  var variables: [String: Node] = [:]
  var sizes: [String: Dimension] = [:]

  init(into target: Store) { self.target = target }

  func copy(_ node: Node, from source: Store) -> Node {
    var copies: [Node: Node] = [:]
    for original in source.reachable(from: [node]) {
      let record = source[original]
      copies[original] = copy(record, record.operands.map { copies[$0] ?? target.zero }, from: source)
    }
    return copies[node] ?? target.zero
  }

  func size(_ dimension: Dimension) -> Dimension {
    sizes.isEmpty ? dimension : dimension.substituting { sizes[$0] }
  }

  func shape(_ shape: Shape) -> Shape { Shape(size(shape.rows), size(shape.columns)) }

  private func copy(_ record: Record, _ operands: [Node], from source: Store) -> Node {
    let extent = target.extent(shape(source.shape(record.extent)))
    switch record.operation {
    case .variable:
      let variable = source.variables[record.payload]
      return variables[variable.name]
        ?? target.variable(Variable(variable.name, shape(variable.shape), variable.attributes))
    case .zeros: return target.zeros(extent)
    case .ones: return target.ones(extent)
    case .identity: return target.identity(extent.rows)
    case .dimension: return target.scalar(target.dim(size(source.dimensions[record.payload])))
    case .sum: return target.sum(operands)
    case .product: return target.product(operands)
    case .hadamard: return target.hadamard(operands)
    case .scale: return target.scale(operands[0], operands[1])
    case .transpose: return target.transpose(operands[0])
    case .power: return target.power(operands[0], operands[1])
    default:
      let payload = target.translate(record, from: source, size: size)
      return target.intern(record.operation, payload: payload, extent, operands)
    }
  }
}
