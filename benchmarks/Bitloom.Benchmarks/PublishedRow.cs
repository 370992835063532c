namespace Bitloom.Benchmarks;

/// <summary>A published encoder, what its accelerator took, and what ours may take at most.</summary>
/// <param name="PublishedCycles">Null where it did not fit or was not possible.</param>
/// <param name="MostCycles">Null where any number will do.</param>
public sealed record PublishedRow(
    char Name, int N, int D, int Bits, int Inputs, int Heads, int Layers, long? PublishedCycles, long? MostCycles)
{
    /// <summary>As a table names it.</summary>
    public override string ToString() => $"({N}, {D}, {Bits}), {Inputs}"
        + (Layers == 1 ? "" : $"; {Layers} layers, {Heads} heads");
}
