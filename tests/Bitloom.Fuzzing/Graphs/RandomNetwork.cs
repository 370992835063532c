using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Ir;

namespace Bitloom.Fuzzing;

/// <summary>
/// Draws a valid graph of any structure, not only an encoder's: products of every kind in any order, residuals from
/// wherever a shape fits, softmaxes of what never was a score, outputs of many rows.
/// </summary>
internal sealed class RandomNetwork
{
    private readonly List<IntegerOp> operations = [];
    private readonly RandomGraphOptions options;
    private readonly Random random;
    private readonly string name;
    private readonly int window;
    private readonly int exponentialBits;

    public RandomNetwork(int seed, RandomGraphOptions options)
    {
        this.options = options;
        random = new Random(seed);
        name = string.Create(CultureInfo.InvariantCulture, $"network{seed}");
        window = options.Window ?? random.Next(1, 13);
        exponentialBits = options.ExponentialBits ?? random.Next(4, 13);
    }

    public IntegerGraph Create()
    {
        var input = Tensor("input", window, options.Features ?? random.Next(1, 6));
        operations.Add(new InputOp(input));
        Linear(residual: false);
        var steps = random.Next(0, 7);
        for (var step = 0; step < steps; step++)
            Step();
        var output = operations.Last(op => op is not ConstantOp).Output.Name;
        return new RemoveUnusedOperations().Run(new(name, [.. operations], output));
    }

    private void Step()
    {
        var done = random.Next(6) switch
        {
            0 or 1 => Linear(residual: random.Next(2) == 0),
            2 => Scores(),
            3 => Softmax(),
            4 => Context(),
            _ => Mix(),
        };
        if (!done)
            Linear(residual: true);
    }

    private bool Linear(bool residual)
    {
        var a = Any(Activations());
        var columns = residual && Any(Activations().Where(t => t.Rows == a.Rows).ToArray()) is { } alike
            ? alike.Columns
            : random.Next(1, 11);
        var weights = Constant(Next("weight"), a.Columns, columns);
        Product(Tensor(Next("dense"), a.Rows, columns), a, weights, MatMulKind.Dense, 1, residual);
        return true;
    }

    private bool Scores()
    {
        var keys = Projections().Where(t => t.Format.Signed).ToArray();
        if (keys.Length == 0)
            return false;
        var b = Any(keys);
        var a = Any(Activations().Where(t => (t.Rows, t.Columns) == (b.Rows, b.Columns)).ToArray());
        var heads = Any(Enumerable.Range(1, a.Columns).Where(h => a.Columns % h == 0 && h <= 4).ToArray());
        var output = Tensor(Next("scores"), heads * a.Rows, b.Rows, signed: true);
        Product(output, a, b, MatMulKind.AttentionScores, heads, residual: false);
        return true;
    }

    private bool Softmax()
    {
        // One reciprocal's shift an engine: all rows are as long as the window.
        var scores = Activations().Where(t => t.Format.Signed && t.Columns == window && !IsSoftmax(t)).ToArray();
        if (scores.Length == 0)
            return false;
        var a = Any(scores);
        var output = Tensor(Next("softmax"), a.Rows, a.Columns, signed: false);
        operations.Add(new SoftmaxOp(
            output, a.Name, Exponentials(a.Format.Bits), exponentialBits,
            IntegerArithmetic.ReciprocalShift(window, exponentialBits)));
        return true;
    }

    private bool Context()
    {
        var values = Projections().Where(t => t.Format.Signed).ToArray();
        var pairs = (
            from a in Activations()
            from b in values
            where a.Columns == b.Rows && a.Rows % b.Rows == 0 && b.Columns % (a.Rows / b.Rows) == 0
            where Heads(a) == a.Rows / b.Rows
            select (a, b)).ToArray();
        if (pairs.Length == 0)
            return false;
        var (left, right) = Any(pairs);
        var output = Tensor(Next("context"), right.Rows, right.Columns);
        var heads = left.Rows / right.Rows;
        Product(output, left, right, MatMulKind.AttentionContext, heads, residual: random.Next(2) == 0);
        return true;
    }

    /// <summary>A product whose right operand was computed; the left one is a constant or an activation.</summary>
    private bool Mix()
    {
        var rights = Products(MatMulKind.Dense).Where(t => t.Format.Signed).ToArray();
        if (rights.Length == 0)
            return false;
        var b = Any(rights);
        var lefts = Activations().Where(t => t.Columns == b.Rows && t.Name != b.Name).ToArray();
        var a = lefts.Length > 0 && random.Next(2) == 0
            ? Any(lefts)
            : Constant(Next("mix"), random.Next(1, 4), b.Rows, unsigned: random.Next(2) == 0);
        Product(Tensor(Next("mixed"), a.Rows, b.Columns), a, b, MatMulKind.Dense, 1, residual: random.Next(3) == 0);
        return true;
    }

    private void Product(Tensor output, Tensor a, Tensor b, MatMulKind kind, int heads, bool residual)
    {
        var known = new IntegerGraph(name, [.. operations], output.Name);
        var alike = operations.Select(op => op.Output)
            .Where(t => (t.Rows, t.Columns) == (output.Rows, output.Columns) && t.Name != a.Name)
            .Where(t => known.Producer(t.Name) is not ConstantOp || known.Producer(a.Name) is not ConstantOp)
            .ToArray();
        var from = !residual ? null
            : alike.Length > 0 && random.Next(4) > 0 ? Any(alike).Name
            : known.Producer(a.Name) is ConstantOp ? null
            : Constant(Next("addend"), output.Rows, output.Columns).Name;
        known = known with { Operations = [.. operations] };
        var bare = new MatMulOp(output, a.Name, b.Name, kind, heads, null!);
        operations.Add(new RandomEpilogue(random, options, known).Create(bare, from, rectified: random.Next(3) == 0));
    }

    private Tensor Constant(string constant, int rows, int columns, bool unsigned = false)
    {
        var bits = Bits();
        var format = new IntegerFormat(bits, !unsigned);
        var values = Enumerable.Range(0, rows * columns)
            .Select(_ => random.Next(unsigned ? 0 : -format.Maximum, format.Maximum + 1));
        operations.Add(new ConstantOp(new(constant, rows, columns, format, new(1, 0)), [.. values]));
        return operations[^1].Output;
    }

    private ImmutableArray<int> Exponentials(int scoreBits)
    {
        var largest = (1 << exponentialBits) - 1;
        var steepness = random.Next(4) == 0 ? 0 : random.NextDouble() * 8 / (1 << scoreBits);
        return [.. Enumerable.Range(0, 1 << scoreBits)
            .Select(d => (int)Math.Floor(largest * Math.Exp(-steepness * d) + 0.5))];
    }

    private Tensor Tensor(string tensor, int rows, int columns, bool? signed = null) =>
        new(tensor, rows, columns, new(Bits(), signed ?? random.Next(4) > 0), new(1, 0));

    private Tensor[] Activations() =>
        [.. operations.Where(op => op is not ConstantOp).Select(op => op.Output)];

    private Tensor[] Products(MatMulKind kind) =>
        [.. operations.OfType<MatMulOp>().Where(op => op.Kind == kind).Select(op => op.Output)];

    /// <summary>Dense products with constant weights: what may be keys or values.</summary>
    private Tensor[] Projections() =>
        [.. operations.OfType<MatMulOp>()
            .Where(op => op.Kind == MatMulKind.Dense && operations.Single(o => o.Output.Name == op.B) is ConstantOp)
            .Select(op => op.Output)];

    private int Heads(Tensor tensor) => operations.Single(op => op.Output.Name == tensor.Name) switch
    {
        MatMulOp { Kind: MatMulKind.AttentionScores } scores => scores.Heads,
        SoftmaxOp softmax => Heads(operations.Single(op => op.Output.Name == softmax.Scores).Output),
        _ => 1,
    };

    private bool IsSoftmax(Tensor tensor) => operations.Single(op => op.Output.Name == tensor.Name) is SoftmaxOp;

    private string Next(string kind) => string.Create(CultureInfo.InvariantCulture, $"{kind}{operations.Count}");

    private int Bits() => random.Next(options.MinimumBits, options.MaximumBits + 1);

    private T Any<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
