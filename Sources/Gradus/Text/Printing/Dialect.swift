/// How the parts of an expression are spelled in one notation; which parts there are is decided once, by `Writer`.
public struct Dialect: Sendable {
  /// What stands around and between two parts.
  struct Frame: Sendable {
    let before: String
    let between: String
    let after: String

    init(_ before: String, _ between: String, _ after: String) {
      self.before = before
      self.between = between
      self.after = after
    }
  }

  /// What stands around a part.
  struct Brackets: Sendable {
    let open: String
    let close: String

    init(_ open: String, _ close: String) {
      self.open = open
      self.close = close
    }
  }

  /// Signs between operands, with their spacing.
  struct Signs: Sendable {
    let plus: String
    let minus: String
    let negation: String
    let times: String
    /// Between a factor and one that begins with a digit.
    let timesDigit: String
    let entrywiseTimes: String
    let entrywiseDivide: String
    let divide: String
    /// Nil where the product is a call.
    let kronecker: String?
    let comma: String
    let colon: String
    let equals: String
    let semicolon: String
  }

  /// Marks after a matrix, where mathematics has one; a nil mark is written as a call.
  struct Marks: Sendable {
    let frame: Frame
    let transpose: String
    let inverse: String?
    let inverseTranspose: String?
    let pseudoinverse: String?
  }

  /// The constant matrices; nil where they are calls that say their size.
  struct Constants: Sendable {
    let ones: String
    let zeros: String
    let identity: String
    let subscripted: Frame
  }

  /// Whether the text is read back, to the same expression: then nothing is left to the eye.
  var isReadable: Bool { constants == nil }

  let document: Brackets
  let group: Brackets
  let signs: Signs
  let marks: Marks
  let constants: Constants?
  /// Nil where fractions are written on the line.
  let fraction: Frame?
  let power: Frame
  let entrywisePower: Frame
  /// Integer exponents that have characters of their own.
  let raised: (@Sendable (Int) -> String)?
  let root: Brackets
  let slice: Frame
  let call: Brackets
  let differential: Brackets
  /// Functions that are written around their operand.
  let fences: [Operation: Brackets]
  let frobenius: Brackets?
  let number: @Sendable (String) -> String
  /// Fractions that have characters of their own.
  let fractionCharacter: @Sendable (Rational) -> String?
  let name: @Sendable (String) -> String
  let function: @Sendable (_ name: String, _ latex: String) -> String
  let pi: String
}

extension Dialect {
  /// A positive number as what stands in front and what it is divided by.
  func parts(of value: Rational) -> (front: String, divisor: String?) {
    if let character = fractionCharacter(value) { return (character, nil) }
    let prefersFraction = fraction != nil && !value.isInteger && value.denominator < Integer(10)
    if !prefersFraction, let decimal = value.decimalDescription { return (number(decimal), nil) }
    return (number(value.numerator.description), number(value.denominator.description))
  }

  /// A polynomial in names, closely set. Its last term may be −1, at the end of a stretch from a symbolic index.
  func text(of dimension: Dimension) -> String {
    if dimension.terms.isEmpty { return number("0") }
    var text = ""
    for term in dimension.terms {
      let sign = term.coefficient < 0 ? signs.minus : signs.plus
      if !text.isEmpty { text += sign.filter { $0 != " " } }
      let size = term.coefficient.magnitude
      let names = term.names.map(name)
      let factors = size == 1 && !names.isEmpty ? names : [number("\(size)")] + names
      text += factors.joined(separator: signs.times)
    }
    return text
  }
}
