/// What an atom is, apart from the indices in its slots.
struct Head: Hashable {
  enum Kind: UInt8 {
    case variable, diagonalVariable, differential, dimension, circleNumber, prime, signPower
    /// δ_ij: the indices are equal.
    case delta
    /// The index is the place that the head carries.
    case unit
    /// The first index is the second one, moved by an offset: an index of a part as an index of the whole.
    case shift
    /// The first index runs through pairs: it is (second, third), the third one running faster.
    case pair
    /// The first index is not above the second: an entry on or below the diagonal.
    case lowerMask
    /// A sum of terms as the base of a power that is not expanded.
    case base
    case exponential, logarithm, sine, cosine, step
    /// Any other function of an entry.
    case function
    case inverse, determinant, logDeterminant
    /// Any other function of a whole matrix.
    case matrixFunction
    case argmax, entryProduct
  }

  var kind: Kind
  /// A variable's or a function's place, a dimension, a prime, an operation: whatever the kind needs.
  var payload = 0
  /// The forms of the arguments, by their places.
  var forms: [Int] = []
  var dims: [Dim] = []

  /// Takes the values 0 and 1 only.
  var isSelector: Bool { kind == .delta || kind == .unit || kind == .shift || kind == .pair }
}

/// What is known of an atom's values.
struct HeadTraits {
  /// Orders of the slots that leave the atom as it is, the given order first.
  var symmetries: [[Int]] = []
  /// Any order but the given one changes the sign.
  var isSkew = false
  var isZeroOrOne = false
  var isPlusOrMinusOne = false
  var isNonnegative = false

  /// Whether the order of the slots matters in no way.
  var isPlain: Bool { symmetries.count <= 1 }
}
