@testable import Gradus

/// A derivative as a source document states it: of a function, by a variable, in a layout, under hypotheses.
struct SeedClaim {
  let id: String
  let function: String
  let variable: String
  let claim: String
  var declarations: [String]
  var layout: Layout?
  var assumptions: [String]

  init(
    _ id: String, _ function: String, by variable: String, _ claim: String, _ declarations: String = "",
    _ layout: Layout? = nil, assuming assumptions: String...
  ) {
    (self.id, self.function, self.variable, self.claim) = (id, function, variable, claim)
    self.declarations = declarations.split(separator: ";").map { String($0.drop { $0 == " " }) }
    (self.layout, self.assumptions) = (layout, assumptions)
  }

  func decision() throws -> Decision {
    let store = Store()
    var reader = Reader(function, declarations: declarations, assumptions: assumptions)
    let first = try reader.read(into: store)
    guard let by = first.variables.first(where: { $0.name == variable }) else { return .undecided("no such variable") }
    var request = DerivationRequest(function: first.expressions[0], variable: by)
    request.layout = layout
    let derivation = try Deriver.derive(request, in: store)
    guard let result = derivation.result else { return .undecided("no result") }
    reader.texts.append(claim)
    reader.expectedShapes[1] = store.shape(result)
    let second = try reader.read(into: store)
    return EqualityEngine(store: store, hypotheses: second.hypotheses).decide(result, second.expressions[1])
  }
}

extension SeedClaim {
  private static let s = "x: scalar;y: scalar;z: scalar;t: scalar;c: scalar;f: scalar;g: scalar;p: scalar"
  private static let v = "x: vector(n);y: vector(n);w: vector(n);z: vector(n);b: scalar;f: vector(n);u: vector(n)"
  private static let sum = "X: matrix(N,n);w: vector(n);y: vector(N);b: scalar"
  private static let layer =
    "x: vector(i);W: matrix(j,i);t: vector(j);b: vector(j);V: matrix(k,j);r: vector(k);q: vector(k)"

  static let derivativeNotes: [SeedClaim] = [
    SeedClaim("dn.sigmoid.1", "1/(1+exp(-x))", by: "x", "exp(-x)/(1+exp(-x))^2", s),
    SeedClaim("dn.sigmoid.2", "1/(1+exp(-x))", by: "x", "1/(1+exp(-x))*(1-1/(1+exp(-x)))", s),
    SeedClaim("dn.tanh.1", "(exp(x)-exp(-x))/(exp(x)+exp(-x))", by: "x", "4/(exp(x)+exp(-x))^2", s),
    SeedClaim(
      "dn.tanh.2", "(exp(x)-exp(-x))/(exp(x)+exp(-x))", by: "x", "1-((exp(x)-exp(-x))/(exp(x)+exp(-x)))^2", s),
    SeedClaim("dn.relu", "max(0,x)", by: "x", "step(x)", s),
    SeedClaim("dn.leaky-relu", "leaky_relu(x,0.01)", by: "x", "step(x)+0.01*(1-step(x))", s),
    SeedClaim("dn.softmax.jacobian", "softmax(x)", by: "x", "diag(softmax(x))-softmax(x)*softmax(x)'", v),
    SeedClaim("dn.softmax.entry", "softmax(x)", by: "x", "(softmax(x)*ones(n)').*(I-ones(n)*softmax(x)')", v),
    SeedClaim("dn.cross-entropy", "-(y'*log(z))", by: "z", "-y./z", v),
  ]

  static let matrixCalculus: [SeedClaim] = [
    SeedClaim("mc.rule.power", "x^n", by: "x", "n*x^(n-1)", "x: scalar;n: scalar"),
    SeedClaim("mc.grad.f", "3*x^2*y", by: "x", "6*y*x", s),
    SeedClaim("mc.grad.g", "2*x+y^8", by: "y", "8*y^7", s),
    SeedClaim(
      "mc.jacobian.fg", "vcat(3*x[1,1]^2*x[2,1],2*x[1,1]+x[2,1]^8)", by: "x",
      "vcat(hcat(6*x[2,1]*x[1,1],3*x[1,1]^2),hcat(2,8*x[2,1]^7))", "x: vector(2)", .numerator),
    SeedClaim("mc.identity", "x", by: "x", "I", v, .numerator),
    SeedClaim("mc.elementwise.add.w", "w+x", by: "w", "I", v, .numerator),
    SeedClaim("mc.elementwise.sub.x", "w-x", by: "x", "-I", v, .numerator),
    SeedClaim("mc.elementwise.mul.w", "w.*x", by: "w", "diag(x)", v, .numerator),
    SeedClaim("mc.elementwise.div.w", "w./x", by: "w", "diag(1./x)", v, .numerator),
    SeedClaim("mc.elementwise.div.x", "w./x", by: "x", "diag(-w./x.^2)", v, .numerator),
    SeedClaim("mc.elementwise.max.w", "max(w,x)", by: "w", "diag(step(w-x))", v, .numerator),
    SeedClaim("mc.elementwise.max.x", "max(w,x)", by: "x", "diag(step(x-w))", v, .numerator),
    SeedClaim("mc.scalar.add.x", "x+b*ones(n)", by: "x", "I", v, .numerator),
    SeedClaim("mc.scalar.add.z", "x+b*ones(n)", by: "b", "ones(n)", v, .numerator),
    SeedClaim("mc.scalar.mul.x", "x*b", by: "x", "b*I", v, .numerator),
    SeedClaim("mc.scalar.mul.z", "x*b", by: "b", "x", v, .numerator),
    SeedClaim("mc.sum.general", "sum(sin(x))", by: "x", "cos(x)'", v, .numerator),
    SeedClaim("mc.sum.x", "sum(x)", by: "x", "ones(n)'", v, .numerator),
    SeedClaim("mc.chain.sin-square", "sin(x^2)", by: "x", "2*x*cos(x^2)", s),
    SeedClaim("mc.chain.total", "x+x^2", by: "x", "1+2*x", s),
    SeedClaim("mc.chain.vector", "vcat(log(x^2),sin(3*x))", by: "x", "vcat(2/x,3*cos(3*x))", s, .numerator),
    SeedClaim(
      "mc.chain.jacobians", "A*tanh(B*exp(x))", by: "x", "A*diag(ones(m)-tanh(B*exp(x)).^2)*B*diag(exp(x))",
      "A: matrix(p,m);B: matrix(m,n);x: vector(n)", .numerator),
    SeedClaim("mc.relu", "max(0,z)", by: "z", "step(z)", s),
    SeedClaim("mc.dot", "dot(w,x)", by: "w", "ones(n)'*diag(x)", v, .numerator),
    SeedClaim("mc.affine.w", "dot(w,x)+b", by: "w", "x'", v, .numerator),
    SeedClaim("mc.affine.b", "dot(w,x)+b", by: "b", "1", v, .numerator),
    SeedClaim("mc.neuron.w", "max(0,dot(w,x)+b)", by: "w", "step(dot(w,x)+b)*x'", v, .numerator),
    SeedClaim("mc.neuron.b", "max(0,dot(w,x)+b)", by: "b", "step(dot(w,x)+b)", v, .numerator),
    SeedClaim(
      "mc.loss.w.sum", "sum((y-relu(X*w+b*ones(N))).^2)/N", by: "w",
      "-2/N*(step(X*w+b*ones(N)).*(y-(X*w+b*ones(N))))'*X", sum, .numerator),
    SeedClaim(
      "mc.loss.w.outside", "sum((y-relu(X*w+b*ones(N))).^2)/N", by: "w", "2/N*(X*w+b*ones(N)-y)'*X", sum, .numerator,
      assuming: "step(X*w+b*ones(N)) = 1"),
    SeedClaim(
      "mc.loss.b.sum", "sum((y-relu(X*w+b*ones(N))).^2)/N", by: "b",
      "2/N*sum(step(X*w+b*ones(N)).*(X*w+b*ones(N)-y))", sum, .numerator),
    SeedClaim(
      "mc.loss.b.outside", "sum((y-relu(X*w+b*ones(N))).^2)/N", by: "b", "2/N*sum(X*w+b*ones(N)-y)", sum, .numerator,
      assuming: "step(X*w+b*ones(N)) = 1"),
  ]

  static let activations: [SeedClaim] = [
    SeedClaim("an.sigmoid.1", "sigmoid(z)", by: "z", "exp(-z)/(1+exp(-z))^2", s),
    SeedClaim("an.sigmoid.2", "sigmoid(z)", by: "z", "sigmoid(z)*(1-sigmoid(z))", s),
    SeedClaim("an.tanh.derivative", "tanh(x)", by: "x", "sech(x)^2", s),
    SeedClaim("bp.8", "tanh(x)", by: "x", "1-tanh(x)^2", s),
    SeedClaim("an.relu", "relu(z)", by: "z", "step(z)", s),
    SeedClaim("an.leaky-relu", "leaky_relu(z,c)", by: "z", "step(z)+c*step(-z)", s),
    SeedClaim("an.elu", "elu(x,c)", by: "x", "step(x)+(1-step(x))*c*exp(x)", s),
    SeedClaim(
      "an.softmax.vjp", "dot(u,softmax(z))", by: "z", "softmax(z).*(u-dot(u,softmax(z))*ones(n))", v),
    SeedClaim("an.maxout", "max(x)", by: "x", "argmax(x)", v),
    SeedClaim("bp.16", "-(y'*log(softmax(z)))", by: "z", "softmax(z)-y", v, assuming: "1'*y = 1"),
    SeedClaim("bp.10", "sum((y-z).^2)/2", by: "z", "z-y", v),
    SeedClaim("bf.3", "log(x,c)", by: "x", "1/(x*log(c))", s),
    SeedClaim("bf.5", "pow(c,x)", by: "x", "pow(c,x)*log(c)", s),
    SeedClaim("bf.7", "exp(-x)", by: "x", "-exp(-x)", s),
    SeedClaim("bf.9", "cos(x)", by: "x", "-sin(x)", s),
    SeedClaim("bf.10", "tan(x)", by: "x", "1/cos(x)^2", s),
    SeedClaim("bf.11", "cot(x)", by: "x", "-csc(x)^2", s),
    SeedClaim("bf.12", "asin(x)", by: "x", "1/sqrt(1-x^2)", s),
    SeedClaim("bf.13", "acos(x)", by: "x", "-1/sqrt(1-x^2)", s),
    SeedClaim("bf.14", "atan(x)", by: "x", "1/(1+x^2)", s),
    SeedClaim("bf.15", "acot(x)", by: "x", "-1/(1+x^2)", s),
    SeedClaim("bf.16", "sinh(x)", by: "x", "cosh(x)", s),
    SeedClaim("bf.18", "tanh(x)", by: "x", "sech(x)^2", s),
    SeedClaim("bf.19", "coth(x)", by: "x", "-csch(x)^2", s),
    SeedClaim("bf.20", "sech(x)", by: "x", "-sech(x)*tanh(x)", s),
    SeedClaim("bf.21", "csch(x)", by: "x", "-csch(x)*coth(x)", s),
    SeedClaim("bf.33", "sin(x)/exp(x)", by: "x", "(cos(x)*exp(x)-exp(x)*sin(x))/exp(x)^2", s),
    SeedClaim("bf.51", "sin(exp(x^2))", by: "x", "cos(exp(x^2))*exp(x^2)*2*x", s),
  ]

  static let layers: [SeedClaim] = [
    SeedClaim(
      "bp.19", "(sigmoid(w'*x+b)-t)^2/2", by: "w",
      "(sigmoid(w'*x+b)-t)*sigmoid(w'*x+b)*(1-sigmoid(w'*x+b))*x", "w: vector(n);x: vector(n);b: scalar;t: scalar"),
    SeedClaim(
      "bp.21", "sum((sigmoid(W*x)-t).^2)/2", by: "W",
      "((sigmoid(W*x)-t).*sigmoid(W*x).*(ones(j)-sigmoid(W*x)))*x'", layer),
    SeedClaim(
      "bp.23", "o = sigmoid(W*x); sum((sigmoid(V*o)-r).^2)/2", by: "W",
      "(o.*(ones(j)-o).*(V'*((sigmoid(V*o)-r).*sigmoid(V*o).*(ones(k)-sigmoid(V*o)))))*x'", layer),
    SeedClaim("bf.60", "tr(B'*A*X)", by: "X", "A'*B", "A: matrix(m,k);X: matrix(k,n);B: matrix(m,n)"),
    SeedClaim("bf.61", "tr(B'*X*A)", by: "X", "B*A'", "A: matrix(k,n);X: matrix(m,k);B: matrix(m,n)"),
    SeedClaim("bf.63", "A'*X*B", by: "X", "A*B'", "A: vector(m);B: vector(n);X: matrix(m,n)", .denominator),
    SeedClaim("bf.64", "A'*X'*B", by: "X", "B*A'", "A: vector(n);B: vector(m);X: matrix(m,n)", .denominator),
    SeedClaim("bf.70", "sigmoid(x)", by: "x", "diag(sigmoid(x).*(ones(n)-sigmoid(x)))", v, .numerator),
    SeedClaim(
      "bf.softmax-ce", "-(y'*log(softmax(z)))", by: "z", "softmax(z)-y", v, assuming: "sum(y) = 1"),
    SeedClaim("bf.dense.x", "w*X+b", by: "X", "w'", "w: matrix(1,n);X: vector(n);b: scalar", .denominator),
  ]

  static var all: [SeedClaim] { derivativeNotes + matrixCalculus + activations + layers }
}
