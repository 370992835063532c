using System.Collections.Immutable;
using Bitloom.Ir;
using Bitloom.Training;

namespace Bitloom.Quantization.Constants;

/// <summary>All products of the encoder with their real multipliers, and the constants that they read.</summary>
internal sealed class EncoderProducts
{
    private readonly QuantizedEncoder _encoder;
    private readonly EncoderShape _shape;
    private readonly EncoderTensors _tensors;
    private readonly List<AffineProduct> _products = [];
    private readonly List<IntegerMatrix> _constants = [];

    public EncoderProducts(QuantizedEncoder encoder, EncoderTensors tensors, int? poolBits)
    {
        (_encoder, _shape, _tensors) = (encoder, encoder.Weights.Shape, tensors);
        var positions = WeightCodes.Of(encoder.Weights.Positions, encoder.Tensors[TensorNames.Positions]);
        AddConstant(_tensors[TensorNames.Positions], positions);
        AddDense(new(TensorNames.Embedding, TensorNames.Input, encoder.Weights.Embedding)
        {
            Residual = new(TensorNames.Positions, null),
        });
        var last = new TokenSource(TensorNames.Embedding, null);
        for (var layer = 0; layer < _shape.Layers; layer++)
            last = AddBlock(layer, last);
        AddPool(last.Tensor, poolBits ?? WidestPoolBits(last.Tensor));
        AddDense(new(TensorNames.Output, TensorNames.Pooled, encoder.Weights.Head));
    }

    /// <summary>The products in the order of evaluation.</summary>
    public IReadOnlyList<AffineProduct> Products => _products;

    /// <summary>Weights, positions and pooling row.</summary>
    public IReadOnlyList<IntegerMatrix> Constants => _constants;

    private TokenSource AddBlock(int layer, TokenSource input)
    {
        string Name(string tensor) => TensorNames.Block(layer, tensor);
        var (weights, x) = (_encoder.Weights.Blocks[layer], input.Tensor);
        AddDense(new(Name("query"), x, weights.Query));
        AddDense(new(Name("key"), x, weights.Key));
        AddDense(new(Name("value"), x, weights.Value));
        AddScores(Name("scores"), Name("query"), Name("key"));
        AddContext(Name("context"), Name("probabilities"), Name("value"));
        AddDense(new(Name("attention"), Name("context"), weights.Attention)
        {
            Normalization = _shape.NormalizesTokens ? null : weights.AttentionNormalization,
            Residual = input,
        });
        var attention = _shape.NormalizesTokens
            ? new TokenSource(Name(TensorNames.AttentionNorm), weights.AttentionNormalization)
            : new(Name("attention"), null);
        var hidden = _shape.Activation == Activation.Relu ? Name("hidden") : Name(TensorNames.Argument);
        AddDense(new(hidden, attention.Tensor, weights.Hidden) { Matrix = TensorNames.Weight(Name("hidden")) });
        AddDense(new(Name("output"), Name("hidden"), weights.Output)
        {
            Normalization = _shape.NormalizesTokens ? null : weights.OutputNormalization,
            Residual = attention,
        });
        return _shape.NormalizesTokens
            ? new(Name(TensorNames.OutputNorm), weights.OutputNormalization)
            : new(Name("output"), null);
    }

    /// <summary>Tokens and what a residual branch makes of them.</summary>
    private sealed record TokenSource(string Tensor, ChannelAffine? Affine);

    /// <summary>
    /// A dense layer: (x W + bias + what the residual branch makes of its tokens), then the normalization.
    /// </summary>
    private sealed record DenseProduct(string Name, string Input, DenseWeights Dense)
    {
        public string Matrix { get; init; } = TensorNames.Weight(Name);

        public ChannelAffine? Normalization { get; init; }

        public TokenSource? Residual { get; init; }
    }

    private void AddDense(DenseProduct layer)
    {
        var (dense, quantizer) = (layer.Dense, _encoder.WeightMatrices[layer.Matrix]);
        var codes = WeightCodes.Of(dense, quantizer);
        var (x, y) = (_tensors[layer.Input], _tensors[layer.Name]);
        var columns = Enumerable.Range(0, dense.Outputs).Select(Column);
        var second = layer.Residual is { } source ? Residual(_tensors[source.Tensor]) : null;
        AddConstant(WeightTensor(layer.Matrix, dense, quantizer), codes);
        Add(y, layer.Input, layer.Matrix, MatMulKind.Dense, second, columns);

        AffineColumn Column(int c)
        {
            double gamma = layer.Normalization?.Scale[c] ?? 1;
            double beta = layer.Normalization?.Shift[c] ?? 0;
            double branch = layer.Residual?.Affine?.Scale[c] ?? 1;
            double bias = (double)dense.Bias[c] + (layer.Residual?.Affine?.Shift[c] ?? 0);
            var (sum, sums) = DenseSums(codes, c, dense.Outputs, Values(x));
            // A column without weights sums to 0 whatever its scale says; M = 0 then keeps an odd scale from
            // narrowing all others.
            var multiplier = sums.Magnitude == 0 ? 0 : x.Affine.Scale * quantizer.Scales[c] * gamma / y.Affine.Scale;
            var residualMultiplier = layer.Residual is { } source
                ? _tensors[source.Tensor].Affine.Scale * branch * gamma / y.Affine.Scale
                : 0;
            var offset = (gamma * bias + beta) / y.Affine.Scale + y.Affine.ZeroPoint;
            return new AffineColumn(multiplier, residualMultiplier, offset, x.Affine.ZeroPoint * sum, sums);
        }
    }

    private void AddScores(string name, string query, string key)
    {
        var (q, k, y) = (_tensors[query], _tensors[key], _tensors[name]);
        var multiplier = q.Affine.Scale * k.Affine.Scale / (Math.Sqrt(_shape.HeadDimension) * y.Affine.Scale);
        var sums = Values(q) * Values(k) * _shape.HeadDimension;
        Add(y, query, key, MatMulKind.AttentionScores, null, [Shared(y, multiplier, 0, sums)]);
    }

    private void AddContext(string name, string probabilities, string value)
    {
        var (p, v, y) = (_tensors[probabilities], _tensors[value], _tensors[name]);
        // A row of probabilities sums to at most 2^b - 1, plus 1/2 an element for rounding (docs/arithmetic.md).
        var row = Math.Min(p.Format.Maximum + _shape.Window / 2, p.Format.Maximum * _shape.Window);
        var multiplier = p.Affine.Scale * v.Affine.Scale / y.Affine.Scale;
        var sums = Values(v) * new Interval(0, row);
        Add(y, probabilities, value, MatMulKind.AttentionContext, null, [Shared(y, multiplier, 0, sums)]);
    }

    private int WidestPoolBits(string block)
    {
        var widest = TensorNames.Activations(_shape).Max(name => _tensors[name].Format.Bits);
        var format = _tensors[block].Format;
        var raw = new Interval(format.Minimum, format.Maximum) * _shape.Window;
        return Enumerable.Range(1, widest).LastOrDefault(Fits, 1);

        bool Fits(int bits) => (raw * (1 << (bits - 1))).FitsSigned(EpilogueConstants.AccumulatorBits);
    }

    private void AddPool(string block, int bits)
    {
        var (x, y) = (_tensors[block], _tensors[TensorNames.Pooled]);
        var (one, format) = (1 << (bits - 1), IntegerFormat.U(bits));
        var weight = one * _shape.Window;
        var multiplier = x.Affine.Scale / (weight * y.Affine.Scale);
        var row = new Tensor(TensorNames.Pool, 1, _shape.Window, format, new AffineScale(1.0 / one, 0));
        AddConstant(row, [.. Enumerable.Repeat(one, _shape.Window)]);
        var column = Shared(y, multiplier, x.Affine.ZeroPoint * weight, Values(x) * weight);
        Add(y, TensorNames.Pool, block, MatMulKind.Dense, null, [column]);
    }

    private void Add(
        Tensor output, string a, string b, MatMulKind kind, AffineResidual? residual, IEnumerable<AffineColumn> columns)
    {
        var heads = kind == MatMulKind.Dense ? 1 : _shape.Heads;
        var flat = residual is null ? columns.Select(column => SteepColumn.Flatten(column, output.Format)) : columns;
        var residuals = residual?.Values ?? default;
        var limited = flat.Select(column => SteepColumn.LimitOffset(column, residuals, output.Format));
        _products.Add(new AffineProduct(output, a, b, kind, heads, residual, [.. limited]));
    }

    private void AddConstant(Tensor tensor, ImmutableArray<int> values) =>
        _constants.Add(new IntegerMatrix(tensor, values));

    private static AffineColumn Shared(Tensor output, double multiplier, long correction, Interval sums) =>
        new(multiplier, 0, output.Affine.ZeroPoint, correction, sums);

    private static AffineResidual Residual(Tensor tensor) =>
        new(tensor.Name, tensor.Affine.ZeroPoint, Values(tensor));

    private static Tensor WeightTensor(string name, DenseWeights dense, WeightQuantizer quantizer) =>
        new(
            name,
            dense.Inputs,
            dense.Outputs,
            IntegerFormat.S(quantizer.Bits),
            new AffineScale(1, 0));

    /// <summary>The values of q - Z.</summary>
    private static Interval Values(Tensor tensor) =>
        new Interval(tensor.Format.Minimum, tensor.Format.Maximum) + -tensor.Affine.ZeroPoint;

    private static (long Sum, Interval Sums) DenseSums(
        ImmutableArray<int> codes, int column, int columns, Interval values)
    {
        var (sum, sums) = (0L, default(Interval));
        for (var i = column; i < codes.Length; i += columns)
        {
            sum += codes[i];
            sums += values * codes[i];
        }

        return (sum, sums);
    }
}
