extension TableText {
  static let backpropagationNotes = #"""
    table backpropagation-notes
    title Backpropagation
    source backpropagation-notes.md

    section Activation functions
    var x: scalar; p: scalar

    identity bp.2
      function 1/(1+exp(-x))
      by x
      claim sigmoid(x)*(1-sigmoid(x))

    identity bp.4
      function max(0,x)
      by x
      claim 1 where x >= 0, 0 where x < 0

    identity bp.6
      function leaky_relu(x,p)
      by x
      claim 1 where x >= 0, p where x < 0
      note the second condition is printed p < 0

    identity bp.7
      claim tanh(x) = (exp(x)-exp(-x))/(exp(x)+exp(-x)) = 2*sigmoid(2*x)-1

    identity bp.8
      function tanh(x)
      by x
      claim 1-tanh(x)^2

    section Losses
    var y: vector(K); o: vector(K); z: vector(K)

    identity bp.10
      function sum((y-o).^2)/2
      by o
      entry i
      claim o[i]-y[i]

    identity bp.12
      let p = softmax(z)
      function p
      by z
      entry i,i
      claim p[i]*(1-p[i])

    identity bp.13
      let p = softmax(z)
      function p
      by z
      entry i != j
      claim -p[i]*p[j]

    identity bp.16
      let p = softmax(z)
      function -sum(y.*log(p))
      by z
      entry i
      claim p[i]-y[i]
      expect conditional
      note the labels have to sum to one

    section One neuron and one layer
    var x: vector(J); t: vector(K); W: matrix(J,K); b: vector(K)

    identity bp.19
      var w: vector(J); b: scalar; t: scalar
      let o = sigmoid(w'*x+b)
      function (o-t)^2/2
      by w
      entry j
      claim (o-t)*o*(1-o)*x[j]

    identity bp.21
      let o = sigmoid(W'*x+b)
      function sum((o-t).^2)/2
      by W
      entry j,k
      claim (o[k]-t[k])*o[k]*(1-o[k])*x[j]

    identity bp.22
      let o = sigmoid(W'*x+b)
      let delta = (o-t).*o.*(𝟏-o)
      function sum((o-t).^2)/2
      by W
      entry j,k
      claim delta[k]*x[j]

    section Two layers: i feeds j by V, j feeds k by W
    var x: vector(I0); V: matrix(I0,J); a: vector(J); W: matrix(J,K); b: vector(K); t: vector(K)

    identity bp.23
      let h = sigmoid(V'*x+a)
      let o = sigmoid(W'*h+b)
      let back = W*((o-t).*o.*(𝟏-o))
      function sum((o-t).^2)/2
      by V
      entry i,j
      claim x[i]*h[j]*(1-h[j])*back[j]
      note o_i is the input x_i, o_j the hidden h_j; back_j is the sum over k

    identity bp.24
      let h = sigmoid(V'*x+a)
      let o = sigmoid(W'*h+b)
      let delta = o.*(𝟏-o).*(o-t)
      function sum((o-t).^2)/2
      by W
      entry j,k
      claim delta[k]*h[j]

    identity bp.25
      var z: vector(K)
      let o = sigmoid(z)
      function sum((o-t).^2)/2
      by z
      entry k
      claim o[k]*(1-o[k])*(o[k]-t[k])

    identity bp.26
      let h = sigmoid(V'*x+a)
      let o = sigmoid(W'*h+b)
      let delta = h.*(𝟏-h).*(W*(o.*(𝟏-o).*(o-t)))
      function sum((o-t).^2)/2
      by V
      entry i,j
      claim delta[j]*x[i]

    identity bp.27
      var z: vector(J)
      let h = sigmoid(z)
      let o = sigmoid(W'*h+b)
      let delta = o.*(𝟏-o).*(o-t)
      function sum((o-t).^2)/2
      by z
      entry j
      claim h[j]*(1-h[j])*(W*delta)[j]

    section Three layers: n feeds i by U, i feeds j by V, j feeds k by W
    var x: vector(N); U: matrix(N,M); c: vector(M); V: matrix(M,J); a: vector(J)
    var W: matrix(J,K); b: vector(K); t: vector(K)

    identity bp.28
      let g = sigmoid(U'*x+c)
      let h = sigmoid(V'*g+a)
      let o = sigmoid(W'*h+b)
      let delta_j = h.*(𝟏-h).*(W*(o.*(𝟏-o).*(o-t)))
      let delta_i = g.*(𝟏-g).*(V*delta_j)
      function sum((o-t).^2)/2
      by U
      entry n,i
      claim delta_i[i]
      expect refuted
      note the factor o_n, here x_n, is missing

    identity bp.29
      var z: vector(M)
      let g = sigmoid(z)
      let h = sigmoid(V'*g+a)
      let o = sigmoid(W'*h+b)
      let delta_j = h.*(𝟏-h).*(W*(o.*(𝟏-o).*(o-t)))
      function sum((o-t).^2)/2
      by z
      entry i
      claim g[i]*(1-g[i])*(V*delta_j)[i]
    """#
}
