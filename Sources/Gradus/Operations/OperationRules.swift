/// The names of the rules about an operation; along an axis it has rules of its own.
struct OperationRuleNames {
  /// The case's name in the words of rule names: `logSumExp` is log_sum_exp, along columns log_sum_exp_columns.
  let core: String

  init(_ node: Node, in store: Store) {
    let record = store[node]
    let words = "\(record.operation)".map { $0.isUppercase ? "_" + $0.lowercased() : String($0) }.joined()
    core = words + OperationRuleNames.axisSuffix(record, in: store)
  }

  var differential: String { "d_" + core }
  var adjoint: String { "adjoint_" + core }
  var jacobian: String { "jacobian_" + core }

  /// All entries are one slice, and so is a column by itself; of a column, log Σ exp has softmax in its differential.
  private static func axisSuffix(_ record: Record, in store: Store) -> String {
    switch record.operation {
    case .total, .mean, .maximum, .argmax, .logSumExp, .softmax, .logSoftmax:
      switch Axis(rawValue: record.payload) ?? .all {
      case .all:
        let isColumn = store.extent(record.operands[0]).columns == .one
        return record.operation == .logSumExp && isColumn ? "_vector" : ""
      case .rows: return store.extent(record.operands[0]).columns == .one ? "" : "_rows"
      case .columns: return "_columns"
      }
    default: return ""
    }
  }
}

extension Operation {

  /// The trace rules that moving an operation to the other side of tr(GᵀdX) is.
  var adjointCitations: [Citation] {
    switch self {
    case .product: [.basic(99)]
    case .hadamard: [.basic(100)]
    case .transpose: [.basic(95)]
    case .sum: [.basic(93)]
    case .trace: [.basic(96)]
    default: definition.cites
    }
  }
}
