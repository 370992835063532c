namespace Bitloom.Estimation;

/// <summary>
/// Flip-flops of each part as they are counted, and what is to be added to that: a few bits have the name of another part.
/// </summary>
internal static class RegisterFeatures
{
    public static IEnumerable<EngineFeature> All { get; } = Enum.GetValues<EnginePart>().SelectMany(Of);

    private static IEnumerable<EngineFeature> Of(EnginePart part)
    {
        yield return new(part, "registers", engine => engine.Registers[(int)part], Only: CellKind.FlipFlop);
        yield return new(part, "further registers", engine => engine.Registers[(int)part] > 0 ? 1 : 0, Only: CellKind.FlipFlop);
    }
}
