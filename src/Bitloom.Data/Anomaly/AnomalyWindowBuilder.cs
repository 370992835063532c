using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>Rows of a recording that belong to one part.</summary>
internal readonly record struct RecordingPart(Recording Recording, RowRange Rows);

/// <summary>Cuts the recordings of a part into windows, with the labels of what they predict.</summary>
internal sealed class AnomalyWindowBuilder(WindowSpec spec, WindowBuilder builder)
{
    public AnomalyPart Build(IReadOnlyList<RecordingPart> parts)
    {
        WindowedDataset[] each = [.. parts.Select(part => builder.Build(part.Recording.Series, part.Rows))];
        var bounds = ImmutableArray.CreateBuilder<RowRange>(each.Length);
        var labels = new List<bool>();
        for (var i = 0; i < each.Length; i++)
        {
            bounds.Add(new RowRange(labels.Count, labels.Count + each[i].Count));
            labels.AddRange(each[i].LastRows.Select(last => IsAnomalous(parts[i].Recording, last)));
        }

        return new AnomalyPart(WindowedDatasets.Concatenate(each), [.. labels], bounds.MoveToImmutable(),
            [.. parts.Select(part => part.Recording)]);
    }

    private bool IsAnomalous(Recording recording, int last) =>
        recording.Anomalies is { } anomalies && anomalies.AsSpan(last + spec.Horizon, spec.Steps).Contains(true);
}
