using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>Cuts the recordings of a part into windows, with the labels of what they judge.</summary>
internal sealed class AnomalyWindowBuilder(
    AnomalyOptions options, ImmutableArray<string> columns, AnomalyScalers scalers)
{
    private readonly DataOptions rules = options.Reading.ForTable("", columns, null) with
    {
        Targets = columns,
        Window = Judged(options),
    };

    public AnomalyPart Build(IReadOnlyList<RecordingPart> parts)
    {
        WindowedDataset[] each = [.. parts.Select((part, recording) => Windows(part, scalers[recording]))];
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

    /// <summary>The rows that a window judges: those that it forecasts, or its own last one.</summary>
    private static WindowSpec Judged(AnomalyOptions options) => options.Method switch
    {
        AnomalyMethod.Forecast => options.Window,
        AnomalyMethod.Reconstruction => new WindowSpec(options.Window.Window, Horizon: 0),
    };

    private WindowedDataset Windows(RecordingPart part, StandardScaler scaler)
    {
        var windows = new WindowBuilder(rules, scaler, scaler).Build(part.Recording.Series, part.Rows);
        return options.Method switch
        {
            AnomalyMethod.Forecast => windows,
            AnomalyMethod.Reconstruction => windows with
            {
                Outputs = windows.Window * windows.Features,
                Targets = windows.Inputs,
            },
        };
    }

    private bool IsAnomalous(Recording recording, int last) => recording.Anomalies is { } anomalies
        && anomalies.AsSpan(last + rules.Window.Horizon, rules.Window.Steps).Contains(true);
}
