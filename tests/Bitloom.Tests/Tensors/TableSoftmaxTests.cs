using Bitloom.Tensors;

namespace Bitloom.Tests.Tensors;

public sealed class TableSoftmaxTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(12)]
    public void TableSoftmax_DividesRoundedExponentials_RowByRow(int bits)
    {
        var grid = new QuantizationGrid(-8, 7, 0.3, 2);
        int[] codes = [-8, 7, 0, 3, 3, 3, -1, 6, 7, -8, -7, -6];

        var y = new Tape().TableSoftmax(OnGrid(grid, 4, codes), grid, bits);

        var expected = codes.Chunk(4).SelectMany(row =>
        {
            var rounded = row.Select(q => Math.Floor(((1 << bits) - 1) * Math.Exp(-0.3 * (row.Max() - q)) + 0.5));
            return rounded.Select(e => e / rounded.Sum());
        });
        y.Values.Select(value => (double)value).ShouldBe(expected, 1e-7);
    }

    [Fact]
    public void TableSoftmax_LosesTheTail_ThatTheTableRoundsToZero()
    {
        var grid = new QuantizationGrid(0, 255, 0.1, 0);

        var y = new Tape().TableSoftmax(OnGrid(grid, 4, 255, 190, 255, 0), grid, 8);

        y.Values.ShouldBe([0.5f, 0, 0.5f, 0]);
    }

    // ln 2 makes 15 exp(-S d) a tie at d = 1: a difference of floats would fall on either side of it.
    [Fact]
    public void TableSoftmax_TakesTheSameEntry_WhereverTheRowLies()
    {
        var grid = new QuantizationGrid(-128, 127, Math.Log(2), 0);
        var rows = Enumerable.Range(-128, 255).SelectMany(q => new[] { q, q + 1 }).ToArray();

        var y = new Tape().TableSoftmax(OnGrid(grid, 2, rows), grid, 4);

        y.Values.Where((_, i) => i % 2 == 0).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void TableSoftmax_PassesTheGradient_OfTheSoftmaxThatItGave()
    {
        var grid = new QuantizationGrid(-8, 7, 0.3, 0);
        var x = FloatTensor.Parameter(TensorShape.Row(3), [2.1f, 1.2f, -2.4f]);
        var tape = new Tape();

        var y = tape.TableSoftmax(x, grid, 4);
        tape.Backward(tape.MeanSquaredError(y, tape.Input(x.Shape, [1, 0, 0.5f])));

        double[] upstream = [.. y.Values.Zip([1, 0, 0.5], (p, target) => 2.0 / 3 * (p - target))];
        var mean = y.Values.Zip(upstream, (p, dy) => p * dy).Sum();
        x.Gradient!.ShouldBe([.. y.Values.Zip(upstream, (p, dy) => (float)(p * (dy - mean)))], 1e-7);
        x.Gradient!.Max().ShouldBeGreaterThan(0.01f);
    }

    private static FloatTensor OnGrid(QuantizationGrid grid, int columns, params int[] codes) =>
        FloatTensor.Constant(
            TensorShape.Matrix(codes.Length / columns, columns),
            [.. codes.Select(q => (float)(grid.Scale * (q - grid.IntegerZeroPoint)))]);
}
