/// What is wrong with a text, and where; the words for it are in `Diagnostic`.
public struct Problem: Error, Sendable, Hashable {
  public let code: Code
  public let source: Source
  /// UTF-8 offsets into the source's text.
  public let range: Range<Int>
  /// Names at the place that nothing declares.
  public let undeclared: [Undeclared]

  init(_ code: Code, in source: Source, at range: Range<Int>, undeclared: [Undeclared] = []) {
    self.code = code
    self.source = source
    self.range = range
    self.undeclared = undeclared
  }

  /// A part of an expression with its shape, and where its sizes come from.
  public struct Operand: Sendable, Hashable {
    public let text: String
    public let shape: Shape
    public let rows: Origin?
    public let columns: Origin?
  }

  /// The variable or constant whose rows or columns a size is.
  public struct Origin: Sendable, Hashable {
    public let text: String
    public let isRows: Bool
    /// The variable's declaration, as it stands or as it was inferred.
    public let declaration: String?
    public let isDeclared: Bool
  }

  /// A variable with the shape found for it, and the places that settled its sizes.
  public struct Undeclared: Sendable, Hashable {
    public let variable: Variable
    public let places: [Place]
  }

  /// A part of an expression and where it begins, counted in characters from 1.
  public struct Place: Sendable, Hashable {
    public let text: String
    public let line: Int
    public let column: Int
  }

  /// What a function asks of an argument.
  public enum Need: Sendable, Hashable {
    case square, column, columnOrRow
    case vectorOfLength(Dimension)
  }

  /// What a declaration is made of.
  public enum DeclarationPart: Sendable, Hashable {
    case name, colon, kind, attribute
  }

  public enum Code: Sendable, Hashable {
    // Characters and numbers.
    case tooLong(limit: Int)
    case unknownCharacter(UInt32)
    case numberTooLong(digits: Int, limit: Int)
    case numberOutOfRange(String)
    case numberTooLarge(bits: Int)
    // Structure.
    case empty
    case missingOperand(before: String?, after: String?)
    case missingOperator(left: String, right: String)
    case unclosed(bracket: String, of: String?, column: Int)
    case unopened(bracket: String)
    case mismatched(open: String, close: String)
    case unexpected(String)
    case missingExpression
    case notADefinition
    case notAssignable(String)
    case functionWithoutLet(String)
    case malformedFunction
    case missingEquals
    case secondEquals
    // Names.
    case unknownFunction(String, suggestion: String?)
    case functionWithoutArguments(String, usage: String)
    case notAFunction(String)
    case argumentCount(function: String, usage: String, found: Int)
    case usedBeforeDefinition(String)
    case recursion(String)
    case definedTwice(String)
    case definitionOfVariable(String)
    case definitionOfSize(String)
    case differentialOfNonVariable(String)
    case derivativeByNonVariable(String)
    case noDerivative(DerivationError)
    case unknownName(String)
    // Declarations.
    case malformedDeclaration(expected: DeclarationPart)
    case malformedName(String)
    case unknownKind(String, suggestion: String?)
    case unknownAttribute(String, suggestion: String?)
    case attributeNeedsSquare(String, Shape)
    case sizeCount(kind: String, found: Int)
    case declaredTwice(String)
    // Sizes.
    case notASize(String)
    case sizeIsVariable(String)
    case sizeOutOfRange(String)
    case sizesTooLarge
    case unsettledSizes(Dimension, Dimension)
    // Shapes.
    case missingBroadcast(scalar: Operand, matrix: Operand, corrected: String)
    case sumClash(Operand, Operand)
    case productClash(Operand, Operand)
    case entrywiseClash(sign: String, Operand, Operand)
    case divisionByMatrix(Operand, Operand)
    case powerOfNonSquare(Operand, exponent: String)
    case exponentNotScalar(Operand, Operand)
    case exponentNotInteger(String)
    case powerTooHigh(limit: Int)
    case argumentShape(function: String, needs: Need, Operand)
    case argumentClash(function: String, Operand, Operand)
    case axisNotLiteral(function: String)
    case axisMissing(function: String, Operand)
    case equationClash(Operand, Operand)
    case unexpectedShape(Operand, expected: Shape)
    // Indices.
    case indexCount(found: Int, Operand)
    case indexBelowOne
    case indexBeyond(index: Dimension, size: Dimension)
    case emptySpan(from: Dimension, to: Dimension)
    // Functions of one's own.
    case notElementwise(function: String, in: String)
    case notScalarInFunction(name: String, function: String, Shape)
    case expansionTooLarge(limit: Int)
    /// Operands that an operation's own check refuses.
    case operands(ShapeClash)
  }
}

extension Problem {
  /// The code's name, such as "missing-broadcast", for programs.
  public var name: String {
    let label = Mirror(reflecting: code).children.first?.label ?? "\(code)"
    return label.reduce(into: "") { name, letter in name += letter.isUppercase ? "-\(letter.lowercased())" : "\(letter)"
    }
  }

  /// Line and column of the place, counted in characters from 1.
  public var position: (line: Int, column: Int) {
    let before = source.text.utf8.prefix(range.lowerBound)
    let line = before.lazy.filter { $0 == UInt8(ascii: "\n") }.count + 1
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { source.text.utf8.index(after: $0) }
    return (line, source.text[(start ?? before.startIndex)..<before.endIndex].count + 1)
  }

  /// What is wrong, in one sentence.
  public var message: String { Diagnostic.message(of: self) }

  /// What to do next.
  public var help: String? { Diagnostic.help(for: self) }
}

extension Problem: CustomStringConvertible {
  /// The message, the line with the place marked, notes and help.
  public var description: String { Diagnostic.text(of: self) }
}
