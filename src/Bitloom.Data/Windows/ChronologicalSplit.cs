namespace Bitloom.Data;

/// <summary>The rows of the three parts; those of the test may be of a series of its own.</summary>
internal sealed record ChronologicalSplit(RowRange Train, RowRange Validation, RowRange Test)
{
    /// <summary>Divides by time: the past to learn from, the future to be judged by.</summary>
    public static ChronologicalSplit Divide(SplitFractions split, int rows, int? testRows)
    {
        var total = testRows is null ? 1 : split.Train + split.Validation;
        var trained = Round(rows * split.Train / total);
        var validated = testRows is null ? Round(rows * (split.Train + split.Validation)) : rows;
        return new ChronologicalSplit(
            new RowRange(0, trained),
            new RowRange(trained, validated),
            testRows is { } own ? new RowRange(0, own) : new RowRange(validated, rows));
    }

    private static int Round(double value) => (int)Math.Floor(value + 0.5);
}
