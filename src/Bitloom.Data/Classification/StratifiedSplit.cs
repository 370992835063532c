namespace Bitloom.Data;

/// <summary>
/// Divides recordings over the parts, class by class, so that each part has each class in its share. The order inside a
/// part is that of the recordings.
/// </summary>
internal sealed record StratifiedSplit(
    IReadOnlyList<Recording> Train, IReadOnlyList<Recording> Validation, IReadOnlyList<Recording> Test)
{
    public static StratifiedSplit Divide(
        IReadOnlyList<Recording> recordings, SplitFractions split, bool ownTest, ulong seed)
    {
        var parts = new int[recordings.Count];
        var random = new SeededShuffle(seed);
        foreach (var members in Enumerable.Range(0, parts.Length).GroupBy(i => recordings[i].Class))
        {
            int[] shuffled = [.. members];
            random.Shuffle(shuffled);
            var (trained, validated) = Counts(shuffled.Length, split, ownTest);
            for (var i = trained; i < shuffled.Length; i++)
                parts[shuffled[i]] = i < trained + validated ? 1 : 2;
        }

        IReadOnlyList<Recording> Part(int part) => [.. recordings.Where((_, i) => parts[i] == part)];
        return new StratifiedSplit(Part(0), Part(1), Part(2));
    }

    /// <summary>A part with a share has at least one recording, as long as one is left to learn from.</summary>
    private static (int Train, int Validation) Counts(int count, SplitFractions split, bool ownTest)
    {
        var total = split.Train + split.Validation + (ownTest ? 0 : split.Test);
        var tested = ownTest ? 0 : Share(count, split.Test / total, count - 1);
        var validated = Share(count, split.Validation / total, count - tested - 1);
        return (count - tested - validated, validated);
    }

    private static int Share(int count, double fraction, int most) =>
        fraction <= 0 ? 0 : Math.Clamp((int)Math.Floor(count * fraction + 0.5), Math.Min(1, most), Math.Max(0, most));
}
