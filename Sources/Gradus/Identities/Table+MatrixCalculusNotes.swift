extension TableText {
  static let matrixCalculusNotes = #"""
    table matrix-calculus-notes
    title The matrix calculus that deep learning needs
    source matrix-calculus-notes.md
    layout numerator

    section Rules for scalars
    var x: scalar
    var c: scalar
    var n: scalar
    var f: function; g: function

    identity mc.rule.constant
      function c
      by x
      claim 0

    identity mc.rule.scale
      function c*f(x)
      by x
      claim c*f'(x)

    identity mc.rule.power
      function x^n
      by x
      claim n*x^(n-1)

    identity mc.rule.sum
      function f(x)+g(x)
      by x
      claim f'(x)+g'(x)

    identity mc.rule.difference
      function f(x)-g(x)
      by x
      claim f'(x)-g'(x)

    identity mc.rule.product
      function f(x)*g(x)
      by x
      claim f'(x)*g(x)+g'(x)*f(x)

    identity mc.rule.chain
      function f(g(x))
      by x
      claim f'(g(x))*g'(x)

    section Gradients and Jacobians of two variables
    var p: vector(2)

    identity mc.grad.f
      let x = p[1]
      let y = p[2]
      function 3*x^2*y
      by p
      claim hcat(6*y*x, 3*x^2)

    identity mc.grad.g
      let x = p[1]
      let y = p[2]
      function 2*x+y^8
      by p
      claim hcat(2, 8*y^7)

    identity mc.jacobian.fg
      let x = p[1]
      let y = p[2]
      function vcat(3*x^2*y, 2*x+y^8)
      by p
      claim vcat(hcat(6*y*x, 3*x^2), hcat(2, 8*y^7))

    identity mc.jacobian.fg.denominator
      let x = p[1]
      let y = p[2]
      function vcat(3*x^2*y, 2*x+y^8)
      by p
      denominator vcat(hcat(6*y*x, 3*x^2), hcat(2, 8*y^7))'

    section Entrywise operations
    var w: vector(n); x: vector(n)

    identity mc.identity
      function x
      by x
      claim I

    identity mc.elementwise.add.w
      function w+x
      by w
      claim I

    identity mc.elementwise.add.x
      function w+x
      by x
      claim I

    identity mc.elementwise.sub.w
      function w-x
      by w
      claim I

    identity mc.elementwise.sub.x
      function w-x
      by x
      claim -I

    identity mc.elementwise.mul.w
      function w.*x
      by w
      claim diag(x)

    identity mc.elementwise.mul.x
      function w.*x
      by x
      claim diag(w)

    identity mc.elementwise.div.w
      function w./x
      by w
      claim diag(1./x)

    identity mc.elementwise.div.x
      function w./x
      by x
      claim diag(-w./x.^2)

    identity mc.elementwise.max.w
      function max(w,x)
      by w
      claim diag(step(w-x))

    identity mc.elementwise.max.x
      function max(w,x)
      by x
      claim diag(step(x-w))

    section A scalar beside a vector
    var x: vector(n); z: scalar

    identity mc.scalar.add.x
      function x+z*𝟏
      by x
      claim I

    identity mc.scalar.add.z
      function x+z*𝟏
      by z
      claim 𝟏

    identity mc.scalar.mul.x
      function x*z
      by x
      claim I*z

    identity mc.scalar.mul.z
      function x*z
      by z
      claim x

    section Sums
    var x: vector(n)
    var f: function

    identity mc.sum.general
      function sum(f(x))
      by x
      claim f'(x)'

    identity mc.sum.x
      function sum(x)
      by x
      claim 1'

    section Chain rules
    var x: scalar

    identity mc.chain.sin-square
      function sin(x^2)
      by x
      claim 2*x*cos(x^2)

    identity mc.chain.total
      let u = x^2
      function x+u
      by x
      claim 1+2*x

    identity mc.chain.vector
      let g1 = x^2
      let g2 = 3*x
      function vcat(log(g1), sin(g2))
      by x
      claim diag(vcat(1/g1, cos(g2)))*vcat(2*x, 3) = vcat(2/x, 3*cos(3*x))

    identity mc.chain.jacobians
      var x: vector(n); A: matrix(l,m); B: matrix(m,n)
      var f: function; g: function
      let u = g(B*x)
      function f(A*u)
      by x
      claim (diag(f'(A*u))*A)*(diag(g'(B*x))*B)
      note f is A· and an entrywise function, g is B· and an entrywise function

    section A neuron
    var w: vector(n); x: vector(n); b: scalar; z: scalar

    identity mc.relu
      function max(0,z)
      by z
      claim 0 where z <= 0, 1 where z > 0

    identity mc.dot
      function dot(w,x)
      by w
      claim 1'*diag(x) = x'

    identity mc.affine.w
      function w'*x+b
      by w
      claim x'

    identity mc.affine.b
      function w'*x+b
      by b
      claim 1

    identity mc.neuron.w
      function max(0,w'*x+b)
      by w
      claim zeros(1,n) where w'*x+b <= 0, x' where w'*x+b > 0

    identity mc.neuron.b.first
      function max(0,w'*x+b)
      by b
      claim zeros(1,n) where w'*x+b <= 0, x' where w'*x+b > 0
      expect ill-formed
      note the table for w printed once more for b; the next one is right

    identity mc.neuron.b
      function max(0,w'*x+b)
      by b
      claim 0 where w'*x+b <= 0, 1 where w'*x+b > 0

    section The loss of a neuron over N samples, the rows of X
    var X: matrix(N,n); w: vector(n); b: scalar; y: vector(N)

    identity mc.loss.w.sum
      let z = X*w+b*𝟏
      function sum((y-relu(z)).^2)/N
      by w
      claim (1/N)*(-2*(y-z).*step(z))'*X

    identity mc.loss.w.outside
      let z = X*w+b*𝟏
      let e = z-y
      function sum((y-relu(z)).^2)/N
      by w
      claim (2/N)*e'*X
      expect conditional
      note the case where a unit is not active was dropped

    identity mc.loss.b.sum
      let z = X*w+b*𝟏
      function sum((y-relu(z)).^2)/N
      by b
      claim (1/N)*sum(2*(z-y).*step(z))

    identity mc.loss.b.outside
      let z = X*w+b*𝟏
      let e = z-y
      function sum((y-relu(z)).^2)/N
      by b
      claim (2/N)*sum(e)
      expect conditional
      note the case where a unit is not active was dropped
    """#
}
