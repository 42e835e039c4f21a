/// One request derived, with everything that it asked for.
struct BatchAnswer {
  let json: JSON

  init(_ request: BatchRequest) throws(BatchError) {
    let clock = ContinuousClock()
    let start = clock.now
    let store = Store()
    let reading = try BatchAnswer.read(request, into: store)
    guard let variable = reading.variables.first(where: { $0.name == request.variable }) else {
      throw .derivation(.unknownVariable(request.variable))
    }
    var second: Variable?
    if let name = request.second {
      second = reading.variables.first { $0.name == name }
      if second == nil { throw .derivation(.unknownVariable(name)) }
    }
    var asked = DerivationRequest(function: reading.expressions[0], variable: variable)
    asked.second = second
    asked.order = request.order
    asked.layout = request.layout
    asked.hypotheses = reading.hypotheses
    asked.structured = request.structured
    asked.mentioned = reading.mentioned
    let derivation: Derivation
    do throws(DerivationError) {
      derivation = try Deriver.derive(asked, in: store)
      if derivation.result == nil, !request.wantsOperator {
        throw derivation.whyNoResult ?? .unknownVariable(request.variable)
      }
    } catch {
      guard request.claim != nil, case .refused = error else { throw .derivation(error) }
      self = BatchAnswer(refused: error, request, reading)
      return
    }
    let seconds = start.duration(to: clock.now)
    let result = derivation.result
    let elapsed = Double(seconds.components.attoseconds) * 1e-18 + Double(seconds.components.seconds)
    let check =
      request.wantsCheck
      ? derivation.check(variables: reading.variables, sizes: request.sizes)?.json : nil
    var warnings = request.warnings + reading.warnings
    let emitted = BatchAnswer.emit(request, derivation, &warnings)
    let size = result.map { store.shape($0) }
    func text(_ dialect: Dialect) -> JSON? {
      result.map { .string(Writer(store: store, dialect: dialect).text(of: $0)) }
    }
    json = .fields([
      ("id", request.identifier), ("status", .string("ok")),
      ("derivative", result.map { .string(store.text($0)) } ?? .null),
      ("differential", .string(store.text(derivation.differential))),
      ("unicode", text(.unicode)), ("latex", text(.latex)),
      ("shape", size.map { .array([BatchAnswer.describe($0.rows), BatchAnswer.describe($0.columns)]) }),
      ("layout", .string(derivation.layout.rawValue)), ("size", result.map { .integer(Int(store[$0].size)) }),
      ("assumptions", .strings(derivation.assumptions)), ("notes", .strings(derivation.notes)),
      ("steps", request.wantsSteps ? .array(derivation.lines(as: .ascii).map(BatchAnswer.describe)) : nil),
      ("emit", emitted), ("check", check), ("claim", BatchAnswer.claim(request)), ("warnings", .strings(warnings)),
      ("seconds", .number(elapsed)),
    ])
  }

  /// What is left where there is no derivative: the verdict on the claim, with the reason.
  private init(refused error: DerivationError, _ request: BatchRequest, _ reading: Reading) {
    let warnings = request.warnings + reading.warnings + [Diagnostic.text(of: error)]
    json = .fields([
      ("id", request.identifier), ("status", .string("ok")), ("derivative", .null),
      ("claim", BatchAnswer.claim(request)), ("warnings", .strings(warnings)),
    ])
  }

  private static func read(_ request: BatchRequest, into store: Store) throws(BatchError) -> Reading {
    var reader = Reader(request.expression, variables: request.variables, assumptions: request.assumptions)
    reader.asked = Set([request.variable] + (request.second.map { [$0] } ?? []))
    do throws(Problem) {
      return try reader.read(into: store)
    } catch {
      throw .problem(error)
    }
  }

  /// The verdict on what is claimed; a claim that cannot be read has no consistent shapes either.
  private static func claim(_ request: BatchRequest) -> JSON? {
    guard let text = request.claim else { return nil }
    var claim = Claim(function: Passage(request.expression), sides: Claim.sides(of: Passage(text)))
    (claim.variable, claim.second, claim.order) = (request.variable, request.second, request.order)
    (claim.layout, claim.structured, claim.sizes) = (request.layout, request.structured, request.sizes)
    claim.assumptions = request.assumptions.map { Passage($0) }
    claim.declared = request.variables
    let judgement: Judgement
    do throws(ClaimError) {
      judgement = try ClaimJudge.judge(claim)
    } catch {
      judgement = Judgement(verdict: .illFormed, reason: error.message)
    }
    return .fields([
      ("verdict", .string(judgement.verdict.rawValue)), ("reason", .string(judgement.reason)),
      ("counterexample", judgement.counterexample?.json), ("correct", judgement.correct.map { .string($0) }),
    ])
  }

  private static func describe(_ dimension: Dimension) -> JSON {
    dimension.literal.map { .integer($0) } ?? .string(dimension.description)
  }

  private static func describe(_ line: StepLine) -> JSON {
    .fields([
      ("rule", .string(line.rule)), ("cites", .strings(line.cites)), ("before", .string(line.before)),
      ("after", .string(line.after)), ("stage", .string(line.stage)), ("place", line.place.map { .string($0) }),
      ("assumption", line.assumption.map { .string($0) }),
    ])
  }

  /// The derivative, or where that is asked for the operator dX ↦ …, in the languages wanted.
  private static func emit(_ request: BatchRequest, _ derivation: Derivation, _ warnings: inout [String]) -> JSON? {
    if request.targets.isEmpty { return nil }
    let store = derivation.store
    let (node, parameters) =
      request.wantsOperator
      ? derivation.operatorForm
      : (derivation.result ?? store.zero, derivation.request.parameters(in: store))
    var emitted: [(String, JSON?)] = []
    for target in request.targets {
      guard let generator = Generator.all.first(where: { $0.name == target }) else {
        warnings.append(
          "no generator is called \(target); there are \(Generator.all.map(\.name).joined(separator: ", "))")
        continue
      }
      do throws(EmissionError) {
        emitted.append((target, .string(try generator.function(store, node, parameters))))
      } catch {
        warnings.append("\(target): \(Diagnostic.text(of: error))")
      }
    }
    return .fields(emitted)
  }
}
