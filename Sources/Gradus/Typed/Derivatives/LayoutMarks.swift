// Layouts as types, so that a derivative in one is never taken for one in the other.

/// Rows by what is differentiated, columns by the variable.
public enum NumeratorLayout: Sendable { case numerator }

/// Rows by the variable, columns by what is differentiated; a gradient has the variable's shape.
public enum DenominatorLayout: Sendable { case denominator }
