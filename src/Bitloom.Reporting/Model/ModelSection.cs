namespace Bitloom.Reporting;

/// <summary>The encoder's shape: n tokens of m features, width d, heads, layers, hidden width, outputs.</summary>
/// <param name="Precision">Name of the precision plan, such as <c>w8a8</c>.</param>
public sealed record ModelSection(
    int Tokens,
    int Features,
    int Width,
    int Heads,
    int Layers,
    int HiddenWidth,
    int Targets,
    int Parameters,
    string Precision);
