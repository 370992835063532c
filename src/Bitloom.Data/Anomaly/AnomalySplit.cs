using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>The rows of each part, recording by recording; a part has its own recordings or a share of all.</summary>
internal sealed record AnomalySplit(
    IReadOnlyList<RecordingPart> Train, IReadOnlyList<RecordingPart> Validation, IReadOnlyList<RecordingPart> Test)
{
    public static AnomalySplit Divide(
        SplitFractions split, ImmutableArray<Recording> recordings,
        ImmutableArray<Recording> validation, ImmutableArray<Recording> test)
    {
        var shares = new SplitFractions(
            split.Train, validation.IsEmpty ? split.Validation : 0, test.IsEmpty ? split.Test : 0);
        var total = shares.Train + shares.Validation + shares.Test;
        shares = new(shares.Train / total, shares.Validation / total, shares.Test / total);
        var parts = recordings.Select(r => ChronologicalSplit.Divide(shares, r.Series.Rows, null)).ToArray();
        return new AnomalySplit(
            [.. recordings.Zip(parts, (r, p) => new RecordingPart(NormalRows.Of(r), p.Train))],
            Part(validation, recordings.Zip(parts, (r, p) => new RecordingPart(r, p.Validation))),
            Part(test, recordings.Zip(parts, (r, p) => new RecordingPart(r, p.Test))));
    }

    private static RecordingPart[] Part(ImmutableArray<Recording> own, IEnumerable<RecordingPart> shared) =>
        own.IsEmpty ? [.. shared] : [.. own.Select(recording => new RecordingPart(recording, recording.Rows))];
}
