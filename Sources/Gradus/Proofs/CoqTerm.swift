/// A piece of Coq text and how tightly it binds.
struct CoqTerm {
  enum Precedence: Int, Comparable {
    case definition, sum, product, call, postfix, atom

    static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }
  }

  private let bare: String
  private let precedence: Precedence

  init(_ precedence: Precedence, _ text: String) {
    bare = text
    self.precedence = precedence
  }

  static func atom(_ text: String) -> CoqTerm { CoqTerm(.atom, text) }

  /// A chain that associates to the left.
  static func product(_ factors: [CoqTerm], by sign: String) -> CoqTerm {
    if factors.count == 1 { return factors[0] }
    return CoqTerm(.product, factors.map { $0.text(.call) }.joined(separator: " \(sign) "))
  }

  /// The text, in parentheses where it binds more loosely than its place asks for.
  func text(_ least: Precedence) -> String { precedence < least ? "(\(bare))" : bare }
}

extension CoqTerm {
  init(number: Rational) {
    let magnitude = number.magnitude
    let numerator = CoqTerm.natural(magnitude.numerator.description)
    if magnitude.isInteger {
      self = number.isNegative ? CoqTerm(.sum, "- \(numerator)") : .atom(numerator)
    } else {
      let fraction = "\(numerator) / \(CoqTerm.natural(magnitude.denominator.description))"
      self = number.isNegative ? CoqTerm(.sum, "- (\(fraction))") : CoqTerm(.sum, fraction)
    }
  }

  private static func natural(_ digits: String) -> String {
    digits == "0" || digits == "1" ? digits : "\(digits)%:R"
  }
}

/// Why an expression has no Coq statement.
enum CoqRefusal: Error {
  case operation(Operation)
  case size(Dimension)
  case attribute(String)
  case words(String)

  var reason: String {
    switch self {
    case .operation(let operation): "\(operation) has no counterpart in Vocabulary.v"
    case .size(let dimension): "a size such as \(dimension) is not written in Coq"
    case .attribute(let word): "the attribute \(word) is not written in Coq"
    case .words(let words): words
    }
  }
}

/// How names are written at a place of a statement.
struct CoqNames {
  /// What is applied to a variable's name, such as the point of a differential.
  var point = ""
  var direction = ""
  /// Variables that are functions of the point.
  var moving: Set<String> = []
  /// Whether named sizes are successors: a variable that moves has entries.
  var isNonempty = false
  /// Whether products of sizes count columns first, as vec does.
  var isColumnMajor = false

  func variable(_ variable: Variable) -> CoqTerm {
    let name = CoqNames.identifier(variable.name)
    return moving.contains(variable.name) && !point.isEmpty ? CoqTerm(.call, "\(name) \(point)") : .atom(name)
  }

  func differential(_ variable: Variable) -> CoqTerm {
    let name = "d" + CoqNames.identifier(variable.name)
    return direction.isEmpty ? .atom(name) : CoqTerm(.call, "\(name) \(direction)")
  }

  func size(_ dimension: Dimension, atLeast least: CoqTerm.Precedence) -> String {
    let terms = dimension.terms.map { term -> CoqTerm in
      var factors = term.names.map {
        CoqTerm.atom(isNonempty ? "\(CoqNames.identifier($0)).+1" : CoqNames.identifier($0))
      }
      if isColumnMajor { factors.reverse() }
      if term.coefficient != 1 || factors.isEmpty { factors.insert(.atom("\(term.coefficient)"), at: 0) }
      return .product(factors, by: "*")
    }
    if terms.isEmpty { return "0" }
    if terms.count == 1 { return terms[0].text(least) }
    return CoqTerm(.sum, terms.map { $0.text(.product) }.joined(separator: " + ")).text(least)
  }

  func type(_ shape: Shape) -> String {
    if shape.isScalar { return "R" }
    if shape.columns == .one { return "'cV[R]_\(size(shape.rows, atLeast: .atom).grouped)" }
    return "'M[R]_(\(size(shape.rows, atLeast: .definition)), \(size(shape.columns, atLeast: .definition)))"
  }

  /// A name as Coq takes it: not one of its own words, nor of the vocabulary.
  static func identifier(_ name: String) -> String {
    let plain = name.unicodeScalars.allSatisfy(\.isASCII) ? name : name.unicodeScalars.map { "u\($0.value)" }.joined()
    return reserved.contains(plain) ? plain + "_" : plain
  }

  private static let reserved: Set<String> = {
    let words =
      "R V I u v h t i j l as at cofix else end exists fix for forall fun if in let match mod return then where with "
      + "Prop Set Type pi ones vec unvec diag diagonal total kron inner step relu sigmoid sin cos tan exp ln log sum "
      + "sec csc cot asin acos atan acot sinh cosh tanh coth sech csch softplus silu larger smaller erf "
      + "gelu maximum argmax entry block place resized"
    return Set(words.split(separator: " ").map(String.init))
  }()
}

extension String {
  /// In parentheses unless it is a single word.
  fileprivate var grouped: String { contains(".") ? "(\(self))" : self }
}
