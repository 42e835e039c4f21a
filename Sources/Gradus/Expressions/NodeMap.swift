/// Values for the nodes of one store, found by the node's place: quick where most of a store's nodes have one.
struct NodeMap<Value> {
  private var values: ContiguousArray<Value?> = []

  subscript(node: Node) -> Value? {
    get {
      let place = Int(node.index)
      return place < values.count ? values[place] : nil
    }
    set {
      let place = Int(node.index)
      if place >= values.count {
        let missing = Swift.max(place + 1 - values.count, values.count / 2, 16)
        values.append(contentsOf: repeatElement(nil, count: missing))
      }
      values[place] = newValue
    }
  }
}
