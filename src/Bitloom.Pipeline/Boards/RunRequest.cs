namespace Bitloom.Pipeline;

/// <summary>What the user asked a board to compute.</summary>
/// <param name="Build">The project, its settings and the place of the results.</param>
/// <param name="Port">The serial port; null: a simulated board.</param>
/// <param name="Windows">Test windows at most; null: as many as the project says for the translated RTL;
/// <see cref="SimulationRequest.All"/>: all of them.</param>
public sealed record RunRequest(BuildRequest Build, string? Port, int? Windows)
{
    /// <summary>Bits a second; null: as the project says.</summary>
    public int? Baud { get; init; }

    /// <summary>Whether the project's model is loaded when the board runs another one.</summary>
    public bool Load { get; init; }

    /// <summary>Noise on the line of a simulated board.</summary>
    public LineNoise Noise { get; init; } = new();
}
