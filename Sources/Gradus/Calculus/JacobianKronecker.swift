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
    let identity = store.identity(store.extent(node).rows)
    let (left, right) = (kron(store.transpose(node), identity), kron(identity, node))
    let size = store.extent(left).rows
    let generator = store.upperBlocks(left, store.identity(size), right)
    let exponential = store.intern(.matrixExponential, store.extent(generator), generator)
    return store.upperRightBlock(exponential, size)
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
