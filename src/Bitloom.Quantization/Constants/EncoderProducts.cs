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
        AddDense(TensorNames.Embedding, TensorNames.Input, encoder.Weights.Embedding, null, TensorNames.Positions);
        var last = TensorNames.Embedding;
        for (var layer = 0; layer < _shape.Layers; layer++)
            last = AddBlock(layer, last);
        AddPool(last, poolBits ?? WidestPoolBits(last));
        AddDense(TensorNames.Output, TensorNames.Pooled, encoder.Weights.Head, null, null);
    }

    /// <summary>The products in the order of evaluation.</summary>
    public IReadOnlyList<AffineProduct> Products => _products;

    /// <summary>Weights, positions and pooling row.</summary>
    public IReadOnlyList<IntegerMatrix> Constants => _constants;

    private string AddBlock(int layer, string input)
    {
        string Name(string tensor) => TensorNames.Block(layer, tensor);
        var weights = _encoder.Weights.Blocks[layer];
        AddDense(Name("query"), input, weights.Query, null, null);
        AddDense(Name("key"), input, weights.Key, null, null);
        AddDense(Name("value"), input, weights.Value, null, null);
        AddScores(Name("scores"), Name("query"), Name("key"));
        AddContext(Name("context"), Name("probabilities"), Name("value"));
        AddDense(Name("attention"), Name("context"), weights.Attention, weights.AttentionNormalization, input);
        AddDense(Name("hidden"), Name("attention"), weights.Hidden, null, null);
        AddDense(Name("output"), Name("hidden"), weights.Output, weights.OutputNormalization, Name("attention"));
        return Name("output");
    }

    private void AddDense(string name, string input, DenseWeights dense, ChannelAffine? normalization, string? residual)
    {
        var quantizer = _encoder.WeightMatrices[TensorNames.Weight(name)];
        var codes = WeightCodes.Of(dense, quantizer);
        var (x, y) = (_tensors[input], _tensors[name]);
        var columns = Enumerable.Range(0, dense.Outputs).Select(Column);
        var second = residual is null ? null : Residual(_tensors[residual]);
        AddConstant(WeightTensor(name, dense, quantizer), codes);
        Add(y, input, TensorNames.Weight(name), MatMulKind.Dense, second, columns);

        AffineColumn Column(int c)
        {
            double gamma = normalization?.Scale[c] ?? 1;
            double beta = normalization?.Shift[c] ?? 0;
            var (sum, sums) = DenseSums(codes, c, dense.Outputs, Values(x));
            // A column without weights sums to 0 whatever its scale says; M = 0 then keeps an odd scale from
            // narrowing all others.
            var multiplier = sums.Magnitude == 0 ? 0 : x.Affine.Scale * quantizer.Scales[c] * gamma / y.Affine.Scale;
            var residualMultiplier = residual is null ? 0 : _tensors[residual].Affine.Scale * gamma / y.Affine.Scale;
            var offset = (gamma * dense.Bias[c] + beta) / y.Affine.Scale + y.Affine.ZeroPoint;
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
        var widest = TensorNames.Activations(_shape.Layers).Max(name => _tensors[name].Format.Bits);
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
            TensorNames.Weight(name),
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
