extension Store { func text(_ node: Node) -> String { "?" } }
