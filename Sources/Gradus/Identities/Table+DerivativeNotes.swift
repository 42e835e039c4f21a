extension TableText {
  static let derivativeNotes = #"""
    table derivative-notes
    title Derivatives of activation and loss functions
    source derivative-notes.md

    section Activation functions
    var x: scalar

    identity dn.sigmoid.1
      function 1/(1+exp(-x))
      by x
      claim exp(-x)/(1+exp(-x))^2

    identity dn.sigmoid.2
      let f = 1/(1+exp(-x))
      function f
      by x
      claim f*(1-f)

    identity dn.tanh.1
      function (exp(x)-exp(-x))/(exp(x)+exp(-x))
      by x
      claim 4/(exp(x)+exp(-x))^2

    identity dn.tanh.2
      let f = (exp(x)-exp(-x))/(exp(x)+exp(-x))
      function f
      by x
      claim 1-f^2

    identity dn.relu
      function max(0,x)
      by x
      claim 0 where x < 0, 1 where x > 0

    identity dn.leaky-relu
      function leaky_relu(x,0.01)
      by x
      claim 1 where x > 0, 0.01 where x < 0

    section Softmax
    var x: vector(n)

    identity dn.softmax.entry
      let f = softmax(x)
      function f
      by x
      entry i,j
      claim f[i]*(eye(n)[i,j]-f[j])

    identity dn.softmax.matrix
      let f = softmax(x)
      function f
      by x
      claim f*I - f'*f
      expect ill-formed
      note for a column f the formula is diag(f) - f*f'

    identity dn.softmax.jacobian
      let f = softmax(x)
      function f
      by x
      entry i,j
      claim f[i]*(1-f[i]) where i = j, -f[i]*f[j] where i != j

    section Loss functions
    var y: vector(n)
    var p: vector(n)

    identity dn.mse
      function norm2(y-p)^2/n
      by p
      claim (p-y)/n
      expect refuted
      note the factor 2 is missing; p stands for ŷ

    identity dn.cross-entropy
      function -(1/n)*sum(y.*log(p))
      by p
      claim -y./p
      expect refuted
      note the factor 1/n is missing
    """#
}
