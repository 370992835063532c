using System.Text.Json.Serialization;
using Bitloom.Data;

namespace Bitloom;

/// <summary>How a data file is read and cut into windows: the section <c>data</c>.</summary>
public sealed record DatasetSettings : SectionSettings
{
    /// <summary>What the model is to do; forecasting by default.</summary>
    [JsonIgnore]
    public LearningTask Task { get; init; } = LearningTask.Forecasting;

    /// <summary>The time column; rows are evenly spaced without one.</summary>
    public string? Time { get; init; }

    /// <summary>The columns that the model reads.</summary>
    public IReadOnlyList<string>? Features { get; init; }

    /// <summary>The columns that a forecast predicts.</summary>
    public IReadOnlyList<string>? Targets { get; init; }

    /// <summary>n, the rows that the model sees.</summary>
    public int? Window { get; init; }

    /// <summary>Rows from the last one seen to the first one predicted.</summary>
    public int? Horizon { get; init; }

    /// <summary>Consecutive rows predicted.</summary>
    public int? Steps { get; init; }

    /// <summary>Rows of a token; divides the window.</summary>
    public int? Patch { get; init; }
}
