@testable import Gradus

/// An operation applied to variables as one of its examples describes.
struct OperationInstance: CustomStringConvertible {
  let operation: Operation
  let example: Example
  let store = Store()
  let operands: [Variable]
  let node: Node
  private let region: Region

  /// Names of dimensions may be replaced, so that one example also tries vectors, rows and scalars.
  init(_ operation: Operation, _ example: Example, replacing sizes: [String: Dimension] = [:]) throws {
    func replaced(_ dimension: Dimension) -> Dimension { dimension.substituting { sizes[$0] } }
    self.operation = operation
    self.example = example
    operands = example.operands.enumerated().map { place, operand in
      let shape = Shape(replaced(operand.shape.rows), replaced(operand.shape.columns))
      return Variable("A\(place)", shape, OperationInstance.attributes(of: operand.domain))
    }
    region = Region(
      rowOffset: replaced(example.region.rowOffset), columnOffset: replaced(example.region.columnOffset),
      rows: replaced(example.region.rows), columns: replaced(example.region.columns))
    let store = store
    node = try OperationInstance.build(
      operation, in: store, operands.map { store.variable($0) }, axis: example.axis, region: region)
  }

  var description: String {
    "\(operation)(\(operands.map(\.shape.description).joined(separator: "; "))), axis \(example.axis)"
  }

  var call: Call { Call(value: Expression(store, node)) }

  /// The operation with other operands, of the same shapes, in the places of the example's.
  func rebuilt(_ operands: [Node]) throws -> Node {
    try OperationInstance.build(operation, in: store, operands, axis: example.axis, region: region)
  }

  /// A function for the operation that carries one.
  static let cube = ElementwiseFunction(name: "cube", derivative: { 3 * $0.power(2) }, kernel: { $0 * $0 * $0 })

  private static func build(
    _ operation: Operation, in store: Store, _ operands: [Node], axis: Axis, region: Region
  ) throws -> Node {
    let extent = store.extent(Shape(region.rows, region.columns))
    switch operation {
    case .sum: return store.sum(operands)
    case .product: return store.product(operands)
    case .hadamard: return store.hadamard(operands)
    case .scale: return store.scale(operands[0], operands[1])
    case .transpose: return store.transpose(operands[0])
    case .power: return store.power(operands[0], operands[1])
    case .kroneckerLeft: return store.kroneckerLeft(operands[0], operands[1], extent)
    case .kroneckerRight: return store.kroneckerRight(operands[0], operands[1], extent)
    case .unvec: return store.unvec(operands[0], extent)
    case .block: return store.block(operands[0], region)
    case .place: return store.place(operands[0], region)
    case .custom: return store.intern(.custom, payload: store.payload(cube), store.extent(operands[0]), operands[0])
    default: return try store.apply(operation, payload: axis.rawValue, operands)
    }
  }

  private static func attributes(of domain: Domain) -> Attributes {
    switch domain {
    case .invertible: .invertible
    case .positiveDefinite: .positiveDefinite
    case .positive, .aboveOne: .positive
    case .unitInterval: .unitInterval
    case .real, .nonzero, .distinct: []
    }
  }

  /// Values within the example's domains, away from kinks.
  func point(seed: UInt64) -> SamplePoint? {
    var sampler = Sampler(seed: seed)
    return sampler.point(for: [node], in: store, variables: operands)
  }

  /// Every operation that has operands, with each of its examples as it stands and with sizes of 1.
  static func all() throws -> [OperationInstance] {
    try Operation.allCases.flatMap { operation in
      try operation.definition.examples.flatMap { try variants(of: $0, operation) }
    }
  }

  private static func variants(of example: Example, _ operation: Operation) throws -> [OperationInstance] {
    let names = Set(example.operands.flatMap { $0.shape.rows.names + $0.shape.columns.names }).sorted()
    var replacements: [[String: Dimension]] = [[:]]
    for name in names { replacements.append([name: .one]) }
    replacements.append(Dictionary(uniqueKeysWithValues: names.map { ($0, .one) }))
    let instances = try replacements.map { try OperationInstance(operation, example, replacing: $0) }
    // Constructors fold some calls at size 1, such as the transpose of a scalar.
    return instances.filter { $0.store.operation($0.node) == operation }
  }
}
