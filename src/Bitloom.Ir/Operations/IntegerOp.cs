using System.Collections.Immutable;

namespace Bitloom.Ir;

/// <summary>
/// One operation of an <see cref="IntegerGraph"/>. Operands are the names of earlier outputs, so that a graph is a
/// plain value with one text form. The hierarchy is closed: a new operation breaks every <see cref="IOpVisitor{T}"/>.
/// </summary>
public abstract record IntegerOp(Tensor Output)
{
    /// <summary>Names of the tensors read, in the order of the text form.</summary>
    public abstract ImmutableArray<string> Operands { get; }

    /// <summary>Dispatches to the visitor's method for this operation.</summary>
    public abstract T Accept<T>(IOpVisitor<T> visitor);
}

/// <summary>The tensor that the host streams in.</summary>
public sealed record InputOp(Tensor Output) : IntegerOp(Output)
{
    /// <inheritdoc/>
    public override ImmutableArray<string> Operands => [];

    /// <inheritdoc/>
    public override T Accept<T>(IOpVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>A tensor known at compile time: weights, positional encodings, the pooling row. Row-major values.</summary>
public sealed record ConstantOp(Tensor Output, ImmutableArray<int> Values) : IntegerOp(Output)
{
    /// <inheritdoc/>
    public override ImmutableArray<string> Operands => [];

    /// <inheritdoc/>
    public override T Accept<T>(IOpVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>
/// A matrix product (see <see cref="MatMulKind"/>) followed by its <see cref="Epilogue"/>. The product is of the raw
/// integers; zero points are folded into the epilogue's offsets.
/// </summary>
public sealed record MatMulOp(Tensor Output, string A, string B, MatMulKind Kind, int Heads, Epilogue Epilogue)
    : IntegerOp(Output)
{
    /// <inheritdoc/>
    public override ImmutableArray<string> Operands =>
        Epilogue.Residual is { } residual ? [A, B, residual.Tensor] : [A, B];

    /// <inheritdoc/>
    public override T Accept<T>(IOpVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>
/// Row-wise integer softmax (docs/arithmetic.md): e_j = <paramref name="Exponentials"/>[m - s_j],
/// rec = floor((2^b - 1) 2^k / sum e), p_j = min(2^b - 1, (e_j rec + 2^(k-1)) >> k), with b the output's bits.
/// </summary>
/// <param name="Exponentials">floor((2^eb - 1) exp(-S d) + 1/2) for d = 0 .. 2^bits(scores) - 1.</param>
/// <param name="ExponentialBits">eb, 4 .. 12.</param>
/// <param name="ReciprocalShift">k.</param>
/// <param name="Causal">True when token i sees the keys 0 .. i only; the probabilities of all others are 0.</param>
public sealed record SoftmaxOp(
    Tensor Output,
    string Scores,
    ImmutableArray<int> Exponentials,
    int ExponentialBits,
    int ReciprocalShift,
    bool Causal = false)
    : IntegerOp(Output)
{
    /// <summary>How many keys the softmax of a row sees; rows of several heads are stacked.</summary>
    public int Keys(int row) => Causal ? row % Output.Columns + 1 : Output.Columns;

    /// <inheritdoc/>
    public override ImmutableArray<string> Operands => [Scores];

    /// <inheritdoc/>
    public override T Accept<T>(IOpVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>
/// A function of each element by its table: y = <paramref name="Table"/>[x - minimum of x's format], one entry for each
/// value that the format of <paramref name="Input"/> holds.
/// </summary>
public sealed record LookupOp(Tensor Output, string Input, ImmutableArray<int> Table) : IntegerOp(Output)
{
    /// <inheritdoc/>
    public override ImmutableArray<string> Operands => [Input];

    /// <inheritdoc/>
    public override T Accept<T>(IOpVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>
/// LayerNorm or RMSNorm of each row of d elements, without the affine part (docs/arithmetic.md): u_j = d x_j - sum of x,
/// W = d (sum of x^2) - (sum of x)^2 + E, r = floor(sqrt(G / W)), y_j = clamp((r u_j + 2^(s-1)) >> s). RMSNorm takes 0
/// for the sum of x in both places.
/// </summary>
/// <param name="Centered">True for LayerNorm, false for RMSNorm.</param>
/// <param name="Gain">G, the square of 2^s over the output's scale; 1 .. 2^62 - 1.</param>
/// <param name="Epsilon">E, at least 1: d^2 times the guard of the division, in squares of the input's LSB.</param>
/// <param name="Shift">s.</param>
public sealed record NormOp(Tensor Output, string Input, bool Centered, long Gain, int Epsilon, int Shift)
    : IntegerOp(Output)
{
    /// <inheritdoc/>
    public override ImmutableArray<string> Operands => [Input];

    /// <inheritdoc/>
    public override T Accept<T>(IOpVisitor<T> visitor) => visitor.Visit(this);
}
