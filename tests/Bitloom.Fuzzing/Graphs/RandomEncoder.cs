using System.Globalization;
using Bitloom.Ir;

namespace Bitloom.Fuzzing;

/// <summary>Draws the encoder's operations in their order.</summary>
internal sealed class RandomEncoder
{
    private static readonly int[] HeadCounts = [1, 2, 4];

    private readonly List<IntegerOp> operations = [];
    private readonly RandomGraphOptions options;
    private readonly Random random;
    private readonly string name;
    private readonly int window;
    private readonly int heads;
    private readonly int dimension;
    private readonly int exponentialBits;

    public RandomEncoder(int seed, RandomGraphOptions options)
    {
        this.options = options;
        random = new Random(seed);
        name = string.Create(CultureInfo.InvariantCulture, $"random{seed}");
        window = options.Window ?? random.Next(1, 13);
        heads = options.Heads ?? HeadCounts[random.Next(HeadCounts.Length)];
        dimension = heads * (options.HeadDimension ?? random.Next(1, 7));
        exponentialBits = options.ExponentialBits ?? random.Next(4, 13);
    }

    public IntegerGraph Create()
    {
        var layers = options.Layers ?? random.Next(1, 3);
        operations.Add(new InputOp(Activation("input", window, options.Features ?? random.Next(1, 6), free: true)));
        Constant("positions", window, dimension);
        var block = Linear("embedding", "input", dimension, Drawn("positions"), free: true);
        for (var layer = 0; layer < layers; layer++)
            block = Block(string.Create(CultureInfo.InvariantCulture, $"layer{layer}."), block, layer == layers - 1);
        Pool(block);
        Linear("output", "pooled", options.Outputs ?? random.Next(1, 5), residual: null, free: false);
        return new(name, [.. Reachable()], "output");
    }

    private string Block(string layer, string input, bool last)
    {
        Linear(layer + "query", input, dimension, residual: null, free: false);
        Linear(layer + "key", input, dimension, residual: null, free: false);
        Linear(layer + "value", input, dimension, residual: null, free: false);
        Product(
            Signed(layer + "scores", heads * window, window), layer + "query", layer + "key",
            MatMulKind.AttentionScores);
        Softmax(layer);
        Product(
            Signed(layer + "context", window, dimension), layer + "probabilities", layer + "value",
            MatMulKind.AttentionContext);
        Linear(layer + "attention", layer + "context", dimension, Drawn(input), free: true);
        Hidden(layer);
        return Linear(layer + "output", layer + "hidden", dimension, Drawn(layer + "attention"), free: !last);
    }

    private void Softmax(string layer)
    {
        var scores = Find(layer + "scores").Format;
        var output = new Tensor(layer + "probabilities", heads * window, window, IntegerFormat.U(Bits()), Affine());
        var steepness = (1 + 7 * random.NextDouble()) / (1 << scores.Bits);
        var largest = (1 << exponentialBits) - 1;
        var table = Enumerable.Range(0, 1 << scores.Bits)
            .Select(d => (int)Math.Floor(largest * Math.Exp(-steepness * d) + 0.5));
        var shift = IntegerArithmetic.ReciprocalShift(window, exponentialBits);
        operations.Add(new SoftmaxOp(output, layer + "scores", [.. table], exponentialBits, shift));
    }

    private void Hidden(string layer)
    {
        var width = options.HiddenDimension ?? random.Next(1, 3 * dimension + 1);
        var unsigned = random.Next(4) > 0;
        var output = new Tensor(layer + "hidden", window, width, new(Bits(), !unsigned), Affine());
        Constant(layer + "hidden.weight", dimension, width);
        Product(output, layer + "attention", layer + "hidden.weight", MatMulKind.Dense, rectified: true);
    }

    private void Pool(string block)
    {
        var pool = new Tensor("pool", 1, window, IntegerFormat.U(1), new(1, 0));
        operations.Add(new ConstantOp(pool, [.. Enumerable.Repeat(1, window)]));
        Product(Signed("pooled", 1, dimension), "pool", block, MatMulKind.Dense);
    }

    private string Linear(string output, string input, int columns, string? residual, bool free)
    {
        Constant(output + ".weight", Find(input).Columns, columns);
        var tensor = Activation(output, Find(input).Rows, columns, free);
        Product(tensor, input, output + ".weight", MatMulKind.Dense, residual);
        return output;
    }

    private void Product(
        Tensor output, string a, string b, MatMulKind kind, string? residual = null, bool rectified = false)
    {
        var known = new IntegerGraph(name, [.. operations], output.Name);
        var draw = new RandomEpilogue(random, options, known);
        var bare = new MatMulOp(output, a, b, kind, kind == MatMulKind.Dense ? 1 : heads, null!);
        operations.Add(draw.Create(bare, residual, rectified));
    }

    private void Constant(string constant, int rows, int columns)
    {
        var bits = Bits();
        var limit = (1 << (bits - 1)) - 1;
        var values = Enumerable.Range(0, rows * columns).Select(_ => random.Next(-limit, limit + 1));
        operations.Add(new ConstantOp(new(constant, rows, columns, IntegerFormat.S(bits), Affine()), [.. values]));
    }

    private Tensor Activation(string tensor, int rows, int columns, bool free)
    {
        var unsigned = free && options.UnsignedActivations && random.Next(4) == 0;
        return new(tensor, rows, columns, new(Bits(), !unsigned), Affine());
    }

    private Tensor Signed(string tensor, int rows, int columns) => Activation(tensor, rows, columns, free: false);

    private int Bits() => random.Next(options.MinimumBits, options.MaximumBits + 1);

    private AffineScale Affine() => new(random.Next(1, 1 << 20) / (double)(1 << 24), random.Next(-2, 3));

    private string? Drawn(string residual) => options.Residuals ?? random.Next(3) > 0 ? residual : null;

    private Tensor Find(string tensor) => operations.Single(op => op.Output.Name == tensor).Output;

    private IEnumerable<IntegerOp> Reachable()
    {
        var read = operations.SelectMany(op => op.Operands).Append("output").ToHashSet(StringComparer.Ordinal);
        return operations.Where(op => read.Contains(op.Output.Name));
    }
}
