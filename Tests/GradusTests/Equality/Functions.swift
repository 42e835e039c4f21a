@testable import Gradus

/// Functions with the variable to differentiate by, for derivatives that are reached in two ways.
enum Functions {
  static let table: [(function: String, variable: String, declarations: String)] = [
    ("tr(A*X)", "X", "A: matrix(n,n);X: matrix(n,n)"),
    ("tr(A*X')", "X", "A: matrix(n,n);X: matrix(n,n)"),
    ("tr(X*X)", "X", "X: matrix(n,n)"),
    ("tr(B*X*X')", "X", "B: matrix(n,n);X: matrix(n,n)"),
    ("tr(A*X*B*X)", "X", "A: matrix(n,n);B: matrix(n,n);X: matrix(n,n)"),
    ("tr(X'*X)", "X", "X: matrix(n,n)"),
    ("tr((X.*X)*A)", "X", "A: matrix(n,n);X: matrix(n,n)"),
    ("tr(X^4)", "X", "X: matrix(n,n)"),
    ("tr((A*X*B+C)*(A*X*B+C)')", "X", "A: matrix(n,n);B: matrix(n,n);C: matrix(n,n);X: matrix(n,n)"),
    ("tr(X)*tr(A*X)", "X", "A: matrix(n,n);X: matrix(n,n)"),
    ("tr(inv(X))", "X", "X: matrix(n,n)"),
    ("tr(inv(X'*C*X)*A)", "X", "A: matrix(n,n);C: matrix(n,n);X: matrix(n,n)"),
    ("tr(expm(X))", "X", "X: matrix(n,n)"),
    ("tr(A*(B.*X))", "X", "A: matrix(n,n);B: matrix(n,n);X: matrix(n,n)"),
    ("det(A*X*B)", "X", "A: matrix(n,n);B: matrix(n,n);X: matrix(n,n)"),
    ("logdet(X)", "X", "X: matrix(n,n)"),
    ("det(X'*A*X)", "X", "A: matrix(n,n);X: matrix(n,n)"),
    ("det(inv(X))", "X", "X: matrix(n,n)"),
    ("log(det(P+X'*X))", "X", "X: matrix(n,n);P: matrix(n,n) psd"),
    ("det(2*X)", "X", "X: matrix(n,n)"),
    ("tr(pinv(X)*A)", "X", "A: matrix(m,n);X: matrix(m,n)"),
    ("det(X'*X)", "X", "X: matrix(m,n);P: matrix(n,n) psd"),
    ("tr(inv(P)*S)", "P", "S: matrix(n,n) symmetric;P: matrix(n,n) psd"),
    ("a'*inv(X)*b", "X", "X: matrix(n,n);a: vector(n);b: vector(n)"),
    ("tr(P*logm(P))", "P", "P: matrix(n,n) psd"),
    ("expm(s*A)", "s", "A: matrix(n,n);s: scalar"),
    ("logdet(A+s*B)", "s", "A: matrix(n,n);B: matrix(n,n);s: scalar"),
    ("x'*x", "x", "x: vector(n)"),
    ("x'*S*x", "x", "S: matrix(n,n) symmetric;x: vector(n)"),
    ("norm2(A*x-b)^2", "x", "A: matrix(n,n);x: vector(n);b: vector(n)"),
    ("(x-a)'*P*(x-b)", "x", "P: matrix(n,n) psd;x: vector(n);a: vector(n);b: vector(n)"),
    ("exp(-x'*P*x/2)", "x", "P: matrix(n,n) psd;x: vector(n)"),
    ("1/(1+x'*x)", "x", "x: vector(n)"),
    ("log(a'*exp(x))", "x", "x: vector(n);a: vector(n)"),
    ("mean(x)", "x", "x: vector(n)"),
    ("norm1(A*x-b)", "x", "A: matrix(n,n);x: vector(n);b: vector(n)"),
    ("tr(A*x*x')", "x", "A: matrix(n,n);x: vector(n)"),
    ("logsumexp(x)", "x", "x: vector(n)"),
    ("a'*log_softmax(A*x)", "x", "A: matrix(n,n);x: vector(n);a: vector(n)"),
    ("a'*X*b", "X", "X: matrix(n,n);a: vector(n);b: vector(n)"),
    ("b'*X'*X*c", "X", "X: matrix(n,n);b: vector(n);c: vector(n)"),
    ("norm2(A*X-B)", "X", "A: matrix(n,n);B: matrix(n,n);X: matrix(n,n)"),
    ("sum(X)", "X", "X: matrix(n,n)"),
    ("sum(A.*X.*X)", "X", "A: matrix(n,n);X: matrix(n,n)"),
    ("sum(X*X')", "X", "X: matrix(n,n)"),
    ("inner(A,X*X)", "X", "A: matrix(n,n);X: matrix(n,n)"),
    ("tr(diag(X*a))", "X", "X: matrix(n,n);a: vector(n)"),
    ("vec(A)'*vec(X)", "X", "A: matrix(n,n);X: matrix(n,n)"),
    ("sum(kron(A,X))", "X", "A: matrix(n,n);X: matrix(n,n)"),
    ("sum(hcat(X,A*X))", "X", "A: matrix(n,n);X: matrix(n,n)"),
    ("sum(X[2,:])", "X", "X: matrix(n,n)"),
    ("max(X)", "X", "X: matrix(n,n)"),
    ("sum(a.*logsumexp(X,1))", "X", "X: matrix(n,n);a: vector(n)"),
    ("sum(A.*log_softmax(X,1))", "X", "A: matrix(n,n);X: matrix(n,n)"),
    ("sum(X,0)*b", "X", "X: matrix(n,n);b: vector(n)"),
    ("norm2(A*X*B-C)^2", "X", "X: matrix(m,n);A: matrix(p,m);B: matrix(n,q);C: matrix(p,q)"),
    ("tr(A*X*B*C')", "X", "X: matrix(m,n);A: matrix(p,m);B: matrix(n,q);C: matrix(p,q)"),
    ("norm2(X*x-y)^2", "X", "X: matrix(m,n);x: vector(n);y: vector(m)"),
    ("sum((X*x-y).^2)/m", "X", "X: matrix(m,n);x: vector(n);y: vector(m)"),
    ("norm2(M-X)^2", "X", "X: matrix(m,n);M: matrix(m,n)"),
    ("tr(X'*X)", "X", "X: matrix(m,n)"),
    ("sum(X*diag(x)*X')", "X", "X: matrix(m,n);x: vector(n)"),
    ("sum(sum(X,0).^2)", "X", "X: matrix(m,n)"),
    ("norm2(X-ones(m)*mean(X,0))^2", "X", "X: matrix(m,n)"),
    ("vec(M)'*vec(X)", "X", "X: matrix(m,n);M: matrix(m,n)"),
    ("tr(X*M')", "X", "X: matrix(m,n);M: matrix(m,n)"),
    ("a'*X*X'*a", "X", "X: matrix(m,n);a: vector(m)"),
    ("sum(diagonal(X*M'))", "X", "X: matrix(m,n);M: matrix(m,n)"),
    ("norm2(hcat(X,a))^2", "X", "X: matrix(m,n);a: vector(m)"),
    ("tr(inv(X*X'+s*eye(m)))", "X", "X: matrix(m,n);s: scalar"),
    ("norm2(M-U*V')^2", "V", "M: matrix(m,n);U: matrix(m,k);V: matrix(n,k)"),
    ("norm2(M-Q)^2", "Q", "M: matrix(m,n);Q: matrix(m,n) orthogonal"),
    ("logdet(L)", "L", "L: matrix(n,n) lower_triangular"),
    ("x'*W*b", "W", "b: vector(n);x: vector(n);W: matrix(n,n) skew"),
    ("x'*W*x", "x", "x: vector(n);W: matrix(n,n) skew"),
    ("M*x", "x", "x: vector(n);M: matrix(m,n)"),
    ("s*x", "x", "x: vector(n);s: scalar"),
    ("x'*A*x*x", "x", "A: matrix(n,n);x: vector(n)"),
    ("(a'*x)*b", "x", "x: vector(n);a: vector(n);b: vector(n)"),
    ("diag(a)*x", "x", "x: vector(n);a: vector(n)"),
    ("a.*x", "x", "x: vector(n);a: vector(n)"),
    ("a./x", "x", "x: vector(n);a: vector(n)"),
    ("x*(x'*x)", "x", "x: vector(n)"),
    ("tanh(M*x)", "x", "x: vector(n);M: matrix(m,n)"),
    ("V*tanh(M*x+w)", "x", "x: vector(n);M: matrix(m,n);w: vector(m);V: matrix(k,m)"),
    ("softmax(A*x)", "x", "A: matrix(n,n);x: vector(n)"),
    ("log_softmax(x)", "x", "x: vector(n)"),
    ("A*(x.^3)", "x", "A: matrix(n,n);x: vector(n)"),
    ("inv(P)*x", "x", "P: matrix(n,n) psd;x: vector(n)"),
    ("x-a*(a'*x)/(a'*a)", "x", "x: vector(n);a: vector(n)"),
    ("relu(A*x)", "x", "A: matrix(n,n);x: vector(n)"),
    ("exp(x)./sum(exp(x))", "x", "x: vector(n)"),
    ("vec(x*a')", "x", "x: vector(n);a: vector(n)"),
    ("M'*(M*x)", "x", "x: vector(n);M: matrix(m,n)"),
    ("diag(x)*A*x", "x", "A: matrix(n,n);x: vector(n)"),
    ("A.*(x*y')*x", "x", "A: matrix(n,n);x: vector(n);y: vector(n)"),
    ("sum(x*a',1)", "x", "x: vector(n);a: vector(n)"),
    ("M[1,:]'.*x", "x", "x: vector(n);M: matrix(m,n)"),
    ("max(x,a)", "x", "x: vector(n);a: vector(n)"),
    ("min(x,a)", "x", "x: vector(n);a: vector(n)"),
    ("s*x'", "x", "x: vector(n);s: scalar"),
    ("s*x", "s", "x: vector(n);s: scalar"),
    ("s^2*A", "s", "A: matrix(n,n);s: scalar"),
    ("x*s+a", "s", "x: vector(n);a: vector(n);s: scalar"),
    ("s*A+B", "s", "A: matrix(n,n);B: matrix(n,n);s: scalar"),
    ("sin(s)*A", "s", "A: matrix(n,n);s: scalar"),
    ("x/s", "s", "x: vector(n);s: scalar"),
    ("A.^s", "s", "A: matrix(n,n) positive;s: scalar"),
    ("x.^s", "s", "x: vector(n) positive;s: scalar"),
    ("inv(s*A+P)", "s", "A: matrix(n,n);P: matrix(n,n) psd;s: scalar"),
    ("s", "s", "s: scalar"),
    ("s^3", "s", "s: scalar"),
    ("s^k", "s", "s: scalar positive;k: scalar"),
    ("x'*(s*A)*x", "s", "A: matrix(n,n);x: vector(n);s: scalar"),
    ("det(s*A)", "s", "A: matrix(n,n);s: scalar"),
    ("s*eye(n)+A", "s", "A: matrix(n,n);s: scalar"),
    ("x'*A*x", "Y", "A: matrix(n,n);Y: matrix(m,k);x: vector(n)"),
    ("A*B", "x", "A: matrix(n,n);B: matrix(n,n);x: vector(n)"),
    ("let mish(x) = x.*tanh(softplus(x)); mish(A*x)", "x", "A: matrix(n,n);x: vector(n)"),
    ("tr(A⁻¹*X) + xᵀ*X²*x", "X", "A: matrix(n,n);X: matrix(n,n);x: vector(n)"),
    ("1'*X*1''", "X", "X: matrix(n,n)"),
    ("n*x'*x + sum(x)/n^2", "x", "x: vector(n)"),
    ("lambda*norm2(x)^2", "x", "x: vector(n);lambda: scalar"),
    (
      "sum(softplus(-r.*(X*w)))/b + lambda_/2*norm2(w)^2", "w",
      "X: matrix(b,n);w: vector(n);lambda_: scalar positive;r: vector(b) signs"
    ),
    (
      "-sum(t.*log(sigmoid(X*w+c*ones(b))) + (ones(b)-t).*log(ones(b)-sigmoid(X*w+c*ones(b))))", "X",
      "X: matrix(b,n);w: vector(n);c: scalar;t: vector(b) binary"
    ),
    ("norm2(X*w-y)^2 + lambda_*norm2(w)^2", "y", "X: matrix(b,n);y: vector(b);w: vector(n);lambda_: scalar positive"),
    ("sum(exp(X*w) - y.*(X*w))", "w", "X: matrix(b,n);y: vector(b);w: vector(n)"),
    ("-sum(Y.*log_softmax(X*W,1))", "X", "X: matrix(b,n);W: matrix(n,k);Y: matrix(b,k) onehot_rows"),
    ("-tr(Y'*log(softmax(Z,1)))", "Z", "Y: matrix(b,k) onehot_rows;Z: matrix(b,k)"),
    (
      "-sum(Y.*log_softmax(X*W + ones(b)*u',1))", "X",
      "X: matrix(b,n);W: matrix(n,k);Y: matrix(b,k) onehot_rows;u: vector(k)"
    ),
    ("-q'*log(softmax(z))", "z", "q: vector(k) simplex;z: vector(k)"),
    ("-q'*log_softmax(W*x+v)", "x", "W: matrix(k,n);q: vector(k) onehot;x: vector(n);v: vector(k)"),
    (
      "p = sigmoid(z); -sum(t.*(ones(b)-p).^g.*log(p) + (ones(b)-t).*p.^g.*log(ones(b)-p))", "g",
      "t: vector(b) binary;z: vector(b);g: scalar positive"
    ),
    ("sum(p.*(log(p)-log_softmax(z)))", "p", "p: vector(k) simplex;z: vector(k)"),
    (
      "norm2(W3*tanh(W2*tanh(W1*x+b1)+b2)+b3-y)^2/2", "b1",
      "x: vector(n);W1: matrix(h,n);b1: vector(h);W2: matrix(k,h);b2: vector(k);W3: matrix(o,k);b3: "
        + "vector(o);y: vector(o)"
    ),
    (
      "z1 = W1*x+b1; a1 = sigmoid(z1); z2 = W2*a1+b2; a2 = sigmoid(z2); norm2(a2-d)^2/2", "W1",
      "x: vector(n);W1: matrix(h,n);b1: vector(h);W2: matrix(k,h);b2: vector(k);d: vector(k)"
    ),
    (
      "z1 = W1*x+b1; a1 = sigmoid(z1); z2 = W2*a1+b2; a2 = sigmoid(z2); norm2(a2-d)^2/2", "x",
      "x: vector(n);W1: matrix(h,n);b1: vector(h);W2: matrix(k,h);b2: vector(k);d: vector(k)"
    ),
    (
      "h1 = relu(W1*x+b1); h2 = relu(W2*h1+b2); -q'*log_softmax(W3*h2+b3)", "W3",
      "x: vector(n);W1: matrix(h,n);b1: vector(h);W2: matrix(k,h);b2: vector(k);W3: matrix(o,k);b3: "
        + "vector(o);q: vector(o) onehot"
    ),
    (
      "H = relu(X*V1 + ones(b)*v'); -sum(T.*log_softmax(H*V2 + ones(b)*d',1))/b", "V1",
      "X: matrix(b,n);V1: matrix(n,h);V2: matrix(h,k);T: matrix(b,k) onehot_rows;d: vector(k);v: vector(h)"
    ),
    (
      "H = relu(X*V1 + ones(b)*v'); -sum(T.*log_softmax(H*V2 + ones(b)*d',1))/b", "X",
      "X: matrix(b,n);V1: matrix(n,h);V2: matrix(h,k);T: matrix(b,k) onehot_rows;d: vector(k);v: vector(h)"
    ),
    (
      "norm2(silu(X*V1).*(X*U1)*V2 - Y)^2", "V1",
      "X: matrix(b,n);V1: matrix(n,h);V2: matrix(h,k);Y: matrix(b,k);U1: matrix(n,h)"
    ),
    (
      "norm2(x + W2*elu(W1*x+b1,1) - r)^2", "W1",
      "x: vector(n);W1: matrix(h,n);b1: vector(h);W2: matrix(n,h);r: vector(n)"
    ),
    ("W2*tanh(W1*x+b1)+b2", "x", "x: vector(n);W1: matrix(h,n);b1: vector(h);W2: matrix(k,h);b2: vector(k)"),
    ("tanh(W1*x+b1)", "x", "x: vector(n);W1: matrix(h,n);b1: vector(h)"),
    ("sum(G.*(softmax(Q*K'/sqrt(d),1)*V))", "K", "Q: matrix(b,d);K: matrix(t,d);V: matrix(t,v);G: matrix(b,v)"),
    (
      "norm2(softmax(X*Wq*(X*Wk)'/sqrt(k),1)*X*Wv - G)^2", "Wq",
      "G: matrix(b,v);X: matrix(b,d);Wq: matrix(d,k);Wk: matrix(d,k);Wv: matrix(d,v)"
    ),
    ("sum(G.*(softmax(Q*K'/sqrt(d),1)*V))", "Q", "Q: matrix(b,d);K: matrix(t,d);V: matrix(t,v);G: matrix(b,v)"),
    (
      "mu = mean(x); r = x - mu*ones(n); s2 = r'*r/n; u'*(g.*r/sqrt(s2+e) + be)", "x",
      "x: vector(n);g: vector(n);be: vector(n);u: vector(n);e: scalar positive"
    ),
    (
      "mu = mean(x); r = x - mu*ones(n); s2 = r'*r/n; u'*(g.*r/sqrt(s2+e) + be)", "u",
      "x: vector(n);g: vector(n);be: vector(n);u: vector(n);e: scalar positive"
    ),
    (
      "R = X - mean(X,1)*ones(n)'; S = mean(R.^2,1) + 1e-5*ones(b); "
        + "sum(G.*((R./(sqrt(S)*ones(n)')).*(ones(b)*g') + ones(b)*be'))", "X",
      "g: vector(n);be: vector(n);X: matrix(b,n);G: matrix(b,n)"
    ),
    (
      "R = X - ones(b)*mean(X,0); S = mean(R.^2,0) + e*ones(1,n); "
        + "sum(G.*((R./(ones(b)*sqrt(S))).*(ones(b)*g') + ones(b)*be'))", "g",
      "g: vector(n);be: vector(n);X: matrix(b,n);G: matrix(b,n);e: scalar positive"
    ),
    ("u'*(g.*x)/sqrt(mean(x.^2)+e)", "g", "x: vector(n);g: vector(n);u: vector(n);e: scalar positive"),
    ("sum(G.*(X./(sqrt(mean(X.^2,1)+e*ones(b))*1')))", "e", "X: matrix(b,n);G: matrix(b,n);e: scalar positive"),
    (
      "z = sigmoid(Wz*x+Uz*h+bz); r = sigmoid(Wr*x+Ur*h+br); m = tanh(Wh*x+Uh*(r.*h)+bh); hn = "
        + "(ones(k)-z).*h + z.*m; g'*hn", "Ur",
      "x: vector(n);h: vector(k);Wz: matrix(k,n);Wr: matrix(k,n);Wh: matrix(k,n);Uz: matrix(k,k);Ur: "
        + "matrix(k,k);Uh: matrix(k,k);bz: vector(k);br: vector(k);bh: vector(k);g: vector(k)"
    ),
    (
      "z = sigmoid(Wz*x+Uz*h+bz); r = sigmoid(Wr*x+Ur*h+br); m = tanh(Wh*x+Uh*(r.*h)+bh); hn = "
        + "(ones(k)-z).*h + z.*m; g'*hn", "br",
      "x: vector(n);h: vector(k);Wz: matrix(k,n);Wr: matrix(k,n);Wh: matrix(k,n);Uz: matrix(k,k);Ur: "
        + "matrix(k,k);Uh: matrix(k,k);bz: vector(k);br: vector(k);bh: vector(k);g: vector(k)"
    ),
    (
      "i = sigmoid(Wi*x+Ui*h+bi); f = sigmoid(Wf*x+Uf*h+bf); o = sigmoid(Wo*x+Uo*h+bo); m = "
        + "tanh(Wc*x+Uc*h+bc); cn = f.*c + i.*m; g'*(o.*tanh(cn))", "Uf",
      "x: vector(n);h: vector(k);c: vector(k);Wi: matrix(k,n);Wf: matrix(k,n);Wo: matrix(k,n);Wc: "
        + "matrix(k,n);Ui: matrix(k,k);Uf: matrix(k,k);Uo: matrix(k,k);Uc: matrix(k,k);bi: vector(k);bf: "
        + "vector(k);bo: vector(k);bc: vector(k);g: vector(k)"
    ),
    (
      "i = sigmoid(Wi*x+Ui*h+bi); f = sigmoid(Wf*x+Uf*h+bf); o = sigmoid(Wo*x+Uo*h+bo); m = "
        + "tanh(Wc*x+Uc*h+bc); cn = f.*c + i.*m; g'*(o.*tanh(cn))", "h",
      "x: vector(n);h: vector(k);c: vector(k);Wi: matrix(k,n);Wf: matrix(k,n);Wo: matrix(k,n);Wc: "
        + "matrix(k,n);Ui: matrix(k,k);Uf: matrix(k,k);Uo: matrix(k,k);Uc: matrix(k,k);bi: vector(k);bf: "
        + "vector(k);bo: vector(k);bc: vector(k);g: vector(k)"
    ),
    (
      "i = sigmoid(Wi*x+Ui*h+bi); f = sigmoid(Wf*x+Uf*h+bf); o = sigmoid(Wo*x+Uo*h+bo); m = "
        + "tanh(Wc*x+Uc*h+bc); cn = f.*c + i.*m; o.*tanh(cn)", "c",
      "x: vector(n);h: vector(k);c: vector(k);Wi: matrix(k,n);Wf: matrix(k,n);Wo: matrix(k,n);Wc: "
        + "matrix(k,n);Ui: matrix(k,k);Uf: matrix(k,k);Uo: matrix(k,k);Uc: matrix(k,k);bi: vector(k);bf: "
        + "vector(k);bo: vector(k);bc: vector(k)"
    ),
    (
      "h1 = tanh(Wh*x+Uh*h+bh); h2 = tanh(Wh*x+Uh*h1+bh); h3 = tanh(Wh*x+Uh*h2+bh); norm2(h3-g)^2", "bh",
      "x: vector(n);h: vector(k);Wh: matrix(k,n);Uh: matrix(k,k);bh: vector(k);g: vector(k)"
    ),
    (
      "b/2*logdet(S) + tr(inv(S)*(X-ones(b)*m')'*(X-ones(b)*m'))/2", "S",
      "m: vector(n);S: matrix(n,n) psd;X: matrix(b,n)"
    ),
    ("logdet(P)/2 - (x-m)'*P*(x-m)/2", "m", "x: vector(n);m: vector(n);P: matrix(n,n) psd"),
    ("-logdet(L) - norm2(inv(L)*(x-m))^2/2", "L", "x: vector(n);m: vector(n);L: matrix(n,n) lower_triangular"),
    (
      "y'*inv(X*S*X'+s*eye(b))*y + logdet(X*S*X'+s*eye(b))", "X",
      "S: matrix(n,n) psd;X: matrix(b,n);s: scalar positive;y: vector(b)"
    ),
    ("tr(S*P) - logdet(P) + lam*norm1(P)", "P", "S: matrix(n,n) psd;P: matrix(n,n) psd;lam: scalar positive"),
    ("norm2(M-U*V')^2", "V", "U: matrix(b,k);V: matrix(n,k);M: matrix(b,n)"),
    (
      "norm2(X*w-y)^2 + lam*w'*A'*A*w", "A",
      "X: matrix(b,n);w: vector(n);y: vector(b);A: matrix(n,n);lam: scalar positive"
    ),
    ("inv(X'*X+lam*eye(n))*X'*y", "y", "X: matrix(b,n);y: vector(b);lam: scalar positive"),
    ("x'*A*x/(x'*x)", "x", "x: vector(n);A: matrix(n,n)"),
    ("tr(V'*X'*X*V)", "V", "X: matrix(b,n);V: matrix(n,k) orthogonal"),
    ("Z = U*T'/lam; sum(logsumexp(Z,1) - diagonal(Z))/b", "lam", "U: matrix(b,k);lam: scalar positive;T: matrix(b,k)"),
    ("x'*w/(norm2(x)*norm2(w))", "w", "x: vector(n);w: vector(n)"),
    ("norm2(expm(A-A') - S)^2", "A", "S: matrix(n,n) psd;A: matrix(n,n)"),
    ("exp(-norm2(x-w)^2/(2*s^2))", "x", "x: vector(n);s: scalar positive;w: vector(n)"),
    (
      "w'*S*w - lam*(m'*w) + s*(1-1'*w)^2", "w",
      "m: vector(n);S: matrix(n,n) psd;s: scalar positive;w: vector(n);lam: scalar positive"
    ),
    ("norm2(diag(w)*A*diag(w) - S)^2", "A", "S: matrix(n,n) psd;w: vector(n);A: matrix(n,n)"),
    ("norm2(softmax(A,1)*x)^2", "A", "x: vector(n);A: matrix(n,n)"),
  ]
}
