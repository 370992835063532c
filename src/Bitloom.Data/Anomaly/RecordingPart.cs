namespace Bitloom.Data;

/// <summary>Rows of a recording that belong to one part.</summary>
internal readonly record struct RecordingPart(Recording Recording, RowRange Rows);
