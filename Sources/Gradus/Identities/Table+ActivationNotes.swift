extension TableText {
  static let activationNotes = #"""
    table activation-notes
    title Activation functions
    source activation-notes.md

    section Functions of a scalar
    var z: scalar; x: scalar; alpha: scalar

    identity an.sigmoid.1
      function sigmoid(z)
      by z
      claim exp(-z)/(1+exp(-z))^2

    identity an.sigmoid.2
      function sigmoid(z)
      by z
      claim sigmoid(z)*(1-sigmoid(z))

    identity an.tanh.definition
      claim tanh(x) = ((exp(x)-exp(x))/2)/((exp(x)+exp(x))/2)
      expect refuted
      note one exponent of each pair has lost its sign

    identity an.tanh.exp
      claim tanh(x) = (1-exp(-2*x))/(1+exp(-2*x))

    identity an.tanh.derivative
      function tanh(x)
      by x
      claim sech(x)^2 = 1-tanh(x)^2

    identity an.relu
      function max(0,z)
      by z
      claim 0 where z < 0, 1 where z >= 0
      note at 0 the document chooses the subgradient 1

    identity an.leaky-relu
      function leaky_relu(z,alpha)
      by z
      claim 1 where z > 0, alpha where z <= 0

    identity an.elu
      function elu(x,alpha)
      by x
      claim 1 where x >= 0, alpha*exp(x) where x < 0

    section Softmax
    var z: vector(n); g: vector(n)

    identity an.softmax.form
      claim softmax(z) = exp(z)/(1'*exp(z))

    identity an.softmax.entry
      let a = softmax(z)
      function a
      by z
      entry s,i
      claim a[i]*(1-a[i]) where s = i, -a[s]*a[i] where s != i

    identity an.softmax.vjp
      let a = softmax(z)
      function g'*a
      by z
      claim -(sum(g.*a)*𝟏-g.*a).*a + g.*a.*(𝟏-a)
      note g is the upstream ∂L/∂a; the sum over s ≠ i is the whole sum without its term i

    section Softmax with cross entropy
    var y: vector(n); z: vector(n)

    identity an.ce.form
      claim -y'*log(softmax(z)) = -y'*z+log(1'*z)
      expect refuted
      note exp is lost under the logarithm

    identity an.ce.differential
      function -y'*log(softmax(z))
      by z
      claim (-y'+1'/(1'*z))*dz
      expect refuted
      note exp is lost under the logarithm

    identity an.ce.gradient
      function -y'*log(softmax(z))
      by z
      claim -y+𝟏/(1'*z)
      expect refuted
      note exp is lost under the logarithm

    section Maxout
    var x: vector(n)

    identity an.maxout
      function maxout(x)
      by x
      claim argmax(x)
    """#
}
