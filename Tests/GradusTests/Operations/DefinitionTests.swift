import Testing

@testable import Gradus

/// What every definition must keep, tried at its examples.
@Suite struct DefinitionTests {
  @Test func everyOperationWithOperandsHasAnExampleThatCanBeBuilt() throws {
    for operation in Operation.allCases where !operation.isLeaf {
      let examples = operation.definition.examples
      #expect(!examples.isEmpty, "\(operation)")
      for example in examples {
        let instance = try OperationInstance(operation, example)
        #expect(instance.store.operation(instance.node) == operation, "\(instance) folds")
      }
    }
  }

  @Test func everyDefinitionIsCitedAndNamedOnce() {
    var names: [String: Operation] = [:]
    for operation in Operation.allCases {
      #expect(!operation.definition.cites.isEmpty, "\(operation)")
      // `max` is the one name that stands for two operations, told apart by the number of operands.
      guard let name = operation.definition.notation.name, operation != .larger else { continue }
      #expect(names.updateValue(operation, forKey: name) == nil, "\(name) names two operations")
    }
  }

  @Test func onlyLeavesAreConstantAndOnlyRefusalsAreWithoutDerivative() {
    for operation in Operation.allCases {
      switch operation.definition.calculus {
      case .constant: #expect(operation.isLeaf, "\(operation)")
      case .operands(let dependences):
        // A user's own function takes as many operands as it says.
        let count = operation == .custom ? dependences.count : operation.definition.signature.operands.count
        #expect(dependences.count == count, "\(operation)")
        for dependence in dependences { expectWords(dependence, operation) }
      case .every(let dependence): expectWords(dependence, operation)
      case .jointly, .abbreviation: #expect(!operation.isLeaf, "\(operation)")
      }
    }
  }

  private func expectWords(_ dependence: Dependence, _ operation: Operation) {
    if case .refused(let words) = dependence { #expect(!words.isEmpty, "\(operation) refuses without a word") }
  }

  @Test func valuesAreFiniteAndOfTheShapeStated() throws {
    for instance in try OperationInstance.all() {
      let point = try #require(instance.point(seed: 1), "\(instance)")
      let value = try instance.store.evaluate([instance.node], at: point)[0]
      let shape = instance.store.shape(instance.node)
      #expect(value.isFinite, "\(instance)")
      #expect(value.rows == shape.rows.value(at: point.sizes), "\(instance)")
      #expect(value.columns == shape.columns.value(at: point.sizes), "\(instance)")
    }
  }

  @Test func signaturesSayTheShape() throws {
    for instance in try OperationInstance.all() {
      let signature = instance.operation.definition.signature
      guard !signature.isFree, signature.operands.count == instance.operands.count else { continue }
      let extents = instance.operands.map { instance.store.extent($0.shape) }
      // Entrywise operations of two operands take a scalar beside a matrix, which a signature does not say.
      guard let extent = signature.result(of: extents, in: instance.store) else {
        #expect(extents.contains(.scalar), "\(instance)")
        continue
      }
      #expect(extent == instance.store.extent(instance.node), "\(instance)")
    }
  }
}
