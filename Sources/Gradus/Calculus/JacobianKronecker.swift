// Kronecker products, their adjoints, and the derivative of the matrix exponential.
extension JacobianReading {
  /// The permutation with vec(A ⊗ B) = shuffle (vec A ⊗ vec B), for A and B of these extents.
  func shuffle(_ a: Extent, _ b: Extent) -> Node {
    kron(store.identity(a.columns), kron(store.commutation(b.columns, a.rows), store.identity(b.rows)))
  }

  /// kron_left(G, B) = R vec B and kron_right(G, A) = Rᵀ vec A, where vec Rᵀ is vec G with the shuffle undone
  /// (Van Loan and Pitsianis 1993).
  mutating func kroneckerAdjoint(_ record: Record) throws(DerivationError) -> Node {
    let (whole, part) = (record.operands[0], record.operands[1])
    let isLeft = record.operation == .kroneckerLeft
    let other = store.extent(part)
    let (a, b) = isLeft ? (record.extent, other) : (other, record.extent)
    let (aSize, bSize) = (store.multiplying(a.rows, a.columns), store.multiplying(b.rows, b.columns))
    let unshuffle = store.transpose(shuffle(a, b))
    if isVarying(whole) {
      let weights =
        isLeft
        ? kron(store.identity(aSize), store.transpose(vec(part)))
        : kron(store.transpose(vec(part)), store.identity(bSize))
      return store.product([weights, unshuffle, try jacobian(of: whole)])
    }
    let rearranged = store.unvec(store.product(unshuffle, vec(whole)), Extent(rows: bSize, columns: aSize))
    return store.product(isLeft ? store.transpose(rearranged) : rearranged, try jacobian(of: part))
  }

  /// The matrix of E ↦ dexpm(A, E): the upper right block of exp [[Aᵀ ⊗ I, I], [0, I ⊗ A]] (Van Loan 1978).
  func exponentialKernel(_ node: Node) -> Node {
    let order = store.extent(node).rows
    let size = store.multiplying(order, order)
    let square = Extent(rows: size, columns: size)
    let double = store.adding(size, size)
    let identity = store.identity(order)
    let top = store.intern(
      .horizontal, Extent(rows: size, columns: double), [kron(store.transpose(node), identity), store.identity(size)])
    let bottom = store.intern(
      .horizontal, Extent(rows: size, columns: double), [store.zeros(square), kron(identity, node)])
    let generator = store.intern(.vertical, Extent(rows: double, columns: double), [top, bottom])
    let exponential = store.intern(.matrixExponential, Extent(rows: double, columns: double), generator)
    let dimension = store.dimension(size)
    let corner = Region(rowOffset: 0, columnOffset: dimension, rows: dimension, columns: dimension)
    return store.block(exponential, corner)
  }

  /// vec(A ⊗ B) = (I ⊗ K ⊗ I)(vec A ⊗ vec B).
  mutating func kronecker(_ record: Record) throws(DerivationError) -> Node {
    let (a, b) = (record.operands[0], record.operands[1])
    let (p, q) = (store.extent(a), store.extent(b))
    let shuffle = self.shuffle(p, q)
    if isVarying(b) {
      let inner = kron(vec(a), store.identity(store.multiplying(q.rows, q.columns)))
      return store.product([shuffle, inner, try jacobian(of: b)])
    }
    let inner = kron(store.identity(store.multiplying(p.rows, p.columns)), vec(b))
    return store.product([shuffle, inner, try jacobian(of: a)])
  }
}
