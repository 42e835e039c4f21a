/// A plan with memory of its own, to be run many times on one thread at a time.
final class PlanRunner<Scalar: LoopScalar> {
  let plan: Plan
  private let products: Products
  private let threads: Int
  private let inputs: NumberMemory<Scalar>
  private let numbers: NumberMemory<Scalar>
  private let scratch: UnsafeMutablePointer<Scalar>
  private let scratchCount: Int
  private let memory: UnsafeMutablePointer<UnsafeMutablePointer<Scalar>>
  private var factorizations: [Int: BlockedLU] = [:]

  /// Below this many entries a second thread costs more than it brings.
  private static var parallelCount: Int { 1 << 14 }

  /// The first runs of the inputs' memory are the plan's inputs, in its order; they are only read.
  init(_ plan: Plan, inputs: NumberMemory<Scalar>, threads: Int) {
    self.inputs = inputs
    self.plan = plan
    self.threads = max(1, min(threads, ThreadTeam.processorCount))
    products = Products(kernel: Products.standard.kernel, threads: self.threads) ?? Products.standard.serial
    let programs = plan.instructions.compactMap { instruction -> LoopProgram? in
      if case .walk(let program) = instruction { return program }
      return nil
    }
    scratchCount = programs.map { LoopRun<Scalar>.scratchCount($0) }.max() ?? 0
    numbers = NumberMemory([plan.workspaceCount, scratchCount * self.threads])
    let workspace = numbers.places[0]
    scratch = numbers.places[1]
    memory = .allocate(capacity: max(1, plan.places.count))
    for (value, place) in plan.places.enumerated() {
      let base: UnsafeMutablePointer<Scalar>
      switch place {
      case .workspace(let offset): base = workspace + offset
      case .input(let input): base = inputs.places[input]
      case .none: base = workspace
      }
      (memory + value).initialize(to: base)
    }
    for number in plan.numbers { workspace[number.offset] = Scalar(number.value) }
  }

  deinit { memory.deallocate() }

  /// Runs all instructions.
  func run() throws(EvaluationError) {
    try runFirstPhase()
    try runSecondPhase()
  }

  func runFirstPhase() throws(EvaluationError) {
    for instruction in plan.instructions[..<plan.firstPhaseCount] { try perform(instruction) }
  }

  /// With additions, multiples of products are added to memory elsewhere, instead of being kept.
  func runSecondPhase(adding additions: [Int: Addition] = [:]) throws(EvaluationError) {
    for instruction in plan.instructions[plan.firstPhaseCount...] {
      if case .products(let target, let parts, _) = instruction, let addition = additions[target] {
        let shape = plan.shapes[target]
        let memory = MatrixView(addition.memory, rows: shape.rows, columns: shape.columns)
        multiply(parts, by: addition.factor, adding: (1, memory), into: memory)
      } else {
        try perform(instruction)
      }
    }
  }

  /// factor · value is added to what the memory holds.
  struct Addition {
    let memory: UnsafeMutablePointer<Scalar>
    let factor: Scalar
  }

  /// The value of a root, to be read until the next run.
  func result(_ root: Int) -> MatrixView<Scalar> { view(plan.roots[root]) }

  private func view(_ term: PlanTerm) -> MatrixView<Scalar> {
    let shape = plan.shapes[term.id]
    let view = MatrixView(memory[term.id], rows: shape.rows, columns: shape.columns)
    return term.isTransposed ? view.transposed : view
  }

  private func view(_ value: Int) -> MatrixView<Scalar> { view(PlanTerm(id: value)) }

  private func perform(_ instruction: Plan.Instruction) throws(EvaluationError) {
    switch instruction {
    case .walk(let program): walk(program)
    case .products(let target, let parts, let addend):
      multiply(parts, adding: addend.map { (Scalar($0.coefficient), view($0.matrix)) }, into: view(target))
    case .transpose(let target, let source):
      let shape = plan.shapes[source]
      Scalar.transpose(shape.rows, shape.columns, memory[source], shape.columns, memory[target], shape.rows)
    case .diagonalMatrix(let target, let source):
      let size = plan.shapes[target].rows
      memory[target].update(repeating: 0, count: size * size)
      for i in 0..<size { memory[target][i * (size + 1)] = memory[source][i] }
    case .diagonal(let target, let source):
      let size = plan.shapes[target].rows
      for i in 0..<size { memory[target][i] = memory[source][i * (size + 1)] }
    case .call(let target, let call, let operands): try evaluate(call, operands, into: target)
    case .factorization, .inverse, .logDeterminant, .determinant, .solution: try factor(instruction)
    }
  }

  /// Products go into the target one after the other, the first with what is added.
  private func multiply(
    _ parts: [Plan.Product], by factor: Scalar = 1, adding addend: (coefficient: Scalar, matrix: MatrixView<Scalar>)?,
    into target: MatrixView<Scalar>
  ) {
    var rest = addend ?? (0, target)
    for part in parts {
      let scalar = part.scalar.map { memory[$0][0] } ?? 1
      let alpha = factor * Scalar(part.coefficient) * scalar
      Scalar.multiply(products, alpha, view(part.left), view(part.right), rest.coefficient, rest.matrix, target)
      rest = (1, target)
    }
  }

  private func walk(_ program: LoopProgram) {
    let isShared = program.rows * program.columns >= Self.parallelCount
    let bands = Bands(program.rows, of: 1, atMost: isShared ? threads : 1)
    // The runs write different rows, and registers of their own.
    nonisolated(unsafe) let runs = (0..<bands.count).map { part in
      LoopRun(program, memory: memory, scratch: scratch + part * scratchCount, calls: plan.calls)
    }
    ThreadTeam.perform(bands.count, threads: threads) { part in runs[part].run(rows: bands[part]) }
    for (place, run) in runs.enumerated() { run.finish(into: memory, isFirst: place == 0) }
  }

  private func evaluate(_ call: Int, _ operands: [PlanTerm], into target: Int) throws(EvaluationError) {
    let step = plan.calls[call]
    let kernel = Kernel(
      operands: operands.map { matrix(view($0)) }, rows: step.rows, columns: step.columns, axis: step.axis,
      region: step.region, function: step.function)
    let value: DenseMatrix
    do {
      value = try step.operation.definition.evaluate(kernel)
    } catch let error as NumericalError {
      throw .undefined(step.operation, error)
    } catch {
      preconditionFailure("\(step.operation) throws \(error), which is no numerical error")
    }
    value.elements.withUnsafeBufferPointer { values in
      if let base = values.baseAddress { Scalar.narrow(values.count, base, memory[target]) }
    }
  }

  /// The view's entries as doubles.
  func matrix(_ view: MatrixView<Scalar>) -> DenseMatrix {
    let count = view.rows * view.columns
    return DenseMatrix(
      rows: view.rows, columns: view.columns,
      elements: Array(unsafeUninitializedCapacity: count) { buffer, filled in
        if let base = buffer.baseAddress {
          if view.columnStride == 1, view.rowStride == view.columns || view.rows == 1 {
            Scalar.widen(count, view.base, base)
          } else {
            for i in 0..<view.rows {
              for j in 0..<view.columns { base[i * view.columns + j] = Double(view[i, j]) }
            }
          }
        }
        filled = count
      })
  }

  private func factor(_ instruction: Plan.Instruction) throws(EvaluationError) {
    switch instruction {
    case .factorization(let place, let operand):
      withDoubles(view(operand)) { factorizations[place] = BlockedLU($0, products: products) }
    case .inverse(let target, let factors):
      let shape = plan.shapes[target]
      try withDoubleTarget(shape, memory[target]) { (view) throws(NumericalError) in
        try factorizations[factors]?.inverse(into: view)
      }
    case .solution(let target, let factors, let right):
      let shape = plan.shapes[target]
      try withDoubleTarget(shape, memory[target]) { (view) throws(NumericalError) in
        let source = self.view(right)
        for i in 0..<source.rows {
          for j in 0..<source.columns { view[i, j] = Double(source[i, j]) }
        }
        try factorizations[factors]?.solve(inPlace: view)
      }
    case .logDeterminant(let target, let factors):
      memory[target][0] = Scalar(factorizations[factors]?.logAbsoluteDeterminant ?? 0)
    case .determinant(let target, let factors): memory[target][0] = Scalar(factorizations[factors]?.determinant ?? 0)
    default: break
    }
  }

  private func withDoubles(_ view: MatrixView<Scalar>, _ body: (MatrixView<Double>) -> Void) {
    if let view = view as? MatrixView<Double> { return body(view) }
    matrix(view).elements.withUnsafeBufferPointer { elements in
      if let base = elements.baseAddress { body(MatrixView(base, rows: view.rows, columns: view.columns)) }
    }
  }

  /// Lets a double-precision result be written, in place or to be narrowed.
  private func withDoubleTarget(
    _ shape: Plan.Shape, _ target: UnsafeMutablePointer<Scalar>,
    _ body: (MatrixView<Double>) throws(NumericalError) -> Void
  ) throws(EvaluationError) {
    do throws(NumericalError) {
      let view = MatrixView(target, rows: shape.rows, columns: shape.columns)
      if let view = view as? MatrixView<Double> { return try body(view) }
      let wide = UnsafeMutablePointer<Double>.allocate(capacity: shape.count)
      defer { wide.deallocate() }
      try body(MatrixView(wide, rows: shape.rows, columns: shape.columns))
      Scalar.narrow(shape.count, wide, target)
    } catch {
      throw .undefined(.inverse, error)
    }
  }
}
