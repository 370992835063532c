namespace Bitloom.Data;

/// <summary>What a missing value does, and the longest run of rows that may be filled.</summary>
internal readonly record struct MissingRule(MissingPolicy Policy, int InterpolatedRows)
{
    public static MissingRule Of(DataOptions options) => new(options.MissingPolicy, options.InterpolatedRows);

    public static MissingRule Of(RecordingOptions options) => new(options.MissingPolicy, options.InterpolatedRows);
}
