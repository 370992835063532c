using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>The scalers of recordings: one for all, or one each.</summary>
/// <param name="All">Fitted on the training rows of all recordings.</param>
/// <param name="Each">One for each recording in their order, or none.</param>
public sealed record AnomalyScalers(StandardScaler All, ImmutableArray<StandardScaler> Each)
{
    /// <summary>The scaler of the recording at a place.</summary>
    public StandardScaler this[int recording] => Each.IsEmpty ? All : Each[recording];

    /// <summary>
    /// Fits on training rows. A column that does not move in the rows of a recording has the deviation of all.
    /// </summary>
    internal static AnomalyScalers Fit(AnomalyScaling scaling, IReadOnlyList<RecordingPart> train, int columns)
    {
        var all = FitTo(train, columns);
        return new(all, scaling switch
        {
            AnomalyScaling.TrainingPart => [],
            AnomalyScaling.EachRecording => [.. train.Select(part => Moving(FitTo([part], columns), part, all))],
        });
    }

    private static StandardScaler FitTo(IReadOnlyList<RecordingPart> parts, int columns) =>
        StandardScaler.Fit(Enumerable.Range(0, columns).Select(column => RecordingValues.Measured(parts, column)));

    private static StandardScaler Moving(StandardScaler own, RecordingPart part, StandardScaler all) => own with
    {
        Deviation = [.. own.Deviation.Select((deviation, column) =>
            RecordingValues.Measured([part], column).Distinct().Take(2).Count() == 2 ? deviation : all.Deviation[column])],
    };
}
