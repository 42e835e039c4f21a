extension TableText {
  static let basicFormulas = #"""
    table basic-formulas
    title Basic formulas of derivatives
    source basic-formulas.md
    layout denominator

    section Elementary functions
    var x: scalar; a: scalar; c: scalar

    identity bf.1
      function c
      by x
      claim 0

    identity bf.2
      function x^a
      by x
      claim a*x^(a-1)

    identity bf.3
      function log(x,a)
      by x
      claim 1/(x*log(a))

    identity bf.4
      function log(x)
      by x
      claim 1/x

    identity bf.5
      function a^x
      by x
      claim a^x*log(a)

    identity bf.6
      function exp(x)
      by x
      claim exp(x)

    identity bf.7
      function exp(-x)
      by x
      claim -exp(-x)

    identity bf.8
      function sin(x)
      by x
      claim cos(x)

    identity bf.9
      function cos(x)
      by x
      claim -sin(x)

    identity bf.10
      function tan(x)
      by x
      claim sec(x)^2 = 1/cos(x)^2

    identity bf.11
      function cot(x)
      by x
      claim -csc(x)^2

    identity bf.12
      function asin(x)
      by x
      claim 1/sqrt(1-x^2)

    identity bf.13
      function acos(x)
      by x
      claim -1/sqrt(1-x^2)

    identity bf.14
      function atan(x)
      by x
      claim 1/(1+x^2)

    identity bf.15
      function acot(x)
      by x
      claim -1/(1+x^2)

    identity bf.16
      function sinh(x)
      by x
      claim cosh(x)

    identity bf.17
      function cosh(x)
      by x
      claim sinh(x)

    identity bf.18
      function tanh(x)
      by x
      claim sech(x)^2 = 1-tanh(x)^2

    identity bf.19
      function coth(x)
      by x
      claim -csch(x)^2

    identity bf.20
      function sech(x)
      by x
      claim -sech(x)*tanh(x)

    identity bf.21
      function csch(x)
      by x
      claim -csch(x)*coth(x)

    section Rules
    var x: scalar; y: scalar
    var u: function; v: function
    var f: function; g: function; h: function

    identity bf.30
      function u(x)+v(x)
      by x
      claim u'(x)+v'(x)

    identity bf.31
      function u(x)-v(x)
      by x
      claim u'(x)-v'(x)

    identity bf.32
      function u(x)*v(x)
      by x
      claim u'(x)*v(x)+v'(x)*u(x)

    identity bf.33
      function u(x)/v(x)
      by x
      claim (u'(x)*v(x)-v'(x)*u(x))/v(x)^2

    identity bf.40
      var f: function(2)
      function f(x,y)
      by x
      claim f_1(x,y)

    identity bf.41
      var f: function(2)
      function f(x,y)
      by y
      claim f_2(x,y)

    identity bf.50
      function f(g(x))
      by x
      claim f'(g(x))*g'(x)

    identity bf.51
      function f(g(h(x)))
      by x
      claim f'(g(h(x)))*g'(h(x))*h'(x)

    identity bf.52
      var f: function(2); g: function(2); h: function(2)
      function f(g(x,y),h(x,y))
      by x
      claim f_1(g(x,y),h(x,y))*g_1(x,y)+f_2(g(x,y),h(x,y))*h_1(x,y)

    identity bf.52.y
      var f: function(2); g: function(2); h: function(2)
      function f(g(x,y),h(x,y))
      by y
      claim f_1(g(x,y),h(x,y))*g_2(x,y)+f_2(g(x,y),h(x,y))*h_2(x,y)

    section Matrices

    identity bf.60
      function tr(B'*(A*X))
      by X
      claim A'*B
      note the chain rule with an upstream B is read as the gradient of the inner product with B

    identity bf.61
      function tr(B'*(X*A))
      by X
      claim B*A'

    identity bf.62
      var A: vector(m); X: matrix(m,n)
      function A'*X
      by X
      claim A
      expect ill-formed
      note A'X is a row as in (101), whose derivative has a row for every entry of X; for one column X it is right

    identity bf.63
      var A: vector(m); X: matrix(m,n); B: vector(n)
      function A'*X*B
      by X
      claim A*B'

    identity bf.64
      var A: vector(n); X: matrix(m,n); B: vector(m)
      function A'*X'*B
      by X
      claim B*A'

    section Activation functions
    var Z: scalar

    identity bf.70
      let A = 1/(1+exp(-Z))
      function A
      by Z
      claim A*(1-A)

    identity bf.71
      let A = (exp(Z)-exp(-Z))/(exp(Z)+exp(-Z))
      function A
      by Z
      claim 1-A^2

    section The four formulas of backpropagation
    var Z: vector(m); W: matrix(k,m); a: vector(m); b: vector(k)
    var C: function; sigma: function

    identity bf.80
      function sum(C(sigma(Z)))
      by Z
      claim C'(sigma(Z)).*sigma'(Z)
      note the cost is a sum of a function C of each output

    identity bf.81
      let delta = C'(W*sigma(Z)+b)
      function sum(C(W*sigma(Z)+b))
      by Z
      claim (W'*delta).*sigma'(Z)
      note delta is the next layer's, ∂C/∂Z of its affine part

    identity bf.82
      let delta = C'(W*a+b)
      function sum(C(W*a+b))
      by b
      entry j
      claim delta[j]

    identity bf.83
      let delta = C'(W*a+b)
      function sum(C(W*a+b))
      by W
      entry j,k
      claim a[k]*delta[j]

    section The worked network of two neurons; u are the weights of layer 1, w those of layer 2
    var u11: scalar; u12: scalar; w11: scalar; w12: scalar; b1: scalar; b3: scalar
    var x1: scalar; x2: scalar; z2: scalar; y: scalar

    identity bf.two-neuron.w11-2
      let z1 = u11*x1+u12*x2+b1
      let a1 = sigmoid(z1)
      let a2 = sigmoid(z2)
      let z3 = w11*a1+w12*a2+b3
      let a3 = sigmoid(z3)
      function (y-a3)^2/2
      by w11
      claim (a3-y)*a3*(1-a3)*a1

    identity bf.two-neuron.w12-2
      let z1 = u11*x1+u12*x2+b1
      let a1 = sigmoid(z1)
      let a2 = sigmoid(z2)
      let z3 = w11*a1+w12*a2+b3
      let a3 = sigmoid(z3)
      function (y-a3)^2/2
      by w12
      claim (a3-y)*a3*(1-a3)*a2

    identity bf.two-neuron.w11-1
      let z1 = u11*x1+u12*x2+b1
      let a1 = sigmoid(z1)
      let a2 = sigmoid(z2)
      let z3 = w11*a1+w12*a2+b3
      let a3 = sigmoid(z3)
      function (y-a3)^2/2
      by u11
      claim (a3-y)*a3*(1-a3)*w11*a1*(1-a1)*x1

    identity bf.two-neuron.w12-1
      let z1 = u11*x1+u12*x2+b1
      let a1 = sigmoid(z1)
      let a2 = sigmoid(z2)
      let z3 = w11*a1+w12*a2+b3
      let a3 = sigmoid(z3)
      function (y-a3)^2/2
      by u12
      claim (a3-y)*a3*(1-a3)*w12*a2*(1-a2)*a2
      expect refuted
      note printed by way of a_2 of layer 2, which this weight does not reach;
        ∂a_2/∂z is read as its activation's derivative

    section Differentials
    var X: matrix(m,n); Y: matrix(m,n)
    var f: function

    identity bf.92
      var A: matrix(k,m); B: matrix(n,l)
      function sum(f(A*X*B))
      by X
      claim tr((A'*f'(A*X*B)*B')'*dX)
      note for a function of every entry of A*X*B; the bracket is its derivative by X

    identity bf.93
      function X+Y
      claim dX+dY

    identity bf.94
      var X: matrix(m,k); Y: matrix(k,n)
      function X*Y
      claim dX*Y+X*dY

    identity bf.95
      function X'
      claim dX'

    identity bf.96
      var X: matrix(n,n)
      function tr(X)
      claim tr(dX)

    identity bf.97
      function X.*Y
      claim dX.*Y+X.*dY

    identity bf.98
      function f(X)
      claim f'(X).*dX

    identity bf.99
      var X: matrix(m,n); Y: matrix(n,m)
      claim tr(X*Y) = tr(Y*X)

    identity bf.100
      var A: matrix(m,n); B: matrix(m,n); C: matrix(m,n)
      claim tr(A'*(B.*C)) = tr((A.*B)'*C)

    identity bf.94.proof
      var X: matrix(n,n); Y: matrix(n,n)
      function X*Y
      entry i,j
      claim dX[i,j]*Y[i,j]+X[i,j]*dY[i,j]
      expect refuted
      note the sums over k are lost in the last line

    section Layers

    identity bf.101
      var A: vector(m); X: matrix(m,n); B: vector(n)
      function A'*X*B
      by X
      claim A*B'

    identity bf.dense.x
      var w: matrix(1,M); X: vector(M); b: scalar
      function w*X+b
      by X
      claim w'

    identity bf.dense.w
      var w: matrix(1,M); X: vector(M); b: scalar
      function w*X+b
      by w
      claim X'

    identity bf.delta
      var Z: vector(m); W: matrix(k,m); b: vector(k); C: function; sigma: function
      let next = W*sigma(Z)+b
      let delta = C'(sigma(next)).*sigma'(next)
      function sum(C(sigma(W*sigma(Z)+b)))
      by Z
      claim (W'*delta).*sigma'(Z)

    section Softmax with cross entropy
    var Y: vector(N); Z: vector(N)

    identity bf.102
      function -Y'*log(softmax(Z))
      by Z
      claim -Y'*dZ+Y'*𝟏*d(log(1'*exp(Z)))

    identity bf.102.log
      function log(1'*exp(Z))
      by Z
      claim 1'*(exp(Z).*dZ)/(1'*exp(Z))

    identity bf.102.middle
      function log(1'*exp(Z))
      by Z
      claim (1/(1'*exp(Z)))*dZ
      expect ill-formed
      note (98) is for functions of entries, and this logarithm's argument is a sum

    identity bf.103
      claim tr(Y'*𝟏*(1'*(exp(Z).*dZ))/(1'*exp(Z))) = tr(Y'*𝟏*softmax(Z)'*dZ)

    identity bf.softmax-ce
      function -Y'*log(softmax(Z))
      by Z
      claim softmax(Z)-Y
      expect conditional
      note the document says that one label is 1 and the others 0
    """#
}
