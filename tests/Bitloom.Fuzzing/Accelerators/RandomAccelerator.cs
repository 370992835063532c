using Bitloom.Engine;
using Bitloom.Ir;

namespace Bitloom.Fuzzing;

/// <summary>An accelerator as a user might ask for it: a compiled model with its memories planned.</summary>
/// <param name="Seed">What it was drawn from.</param>
/// <param name="Family">Whose cells the engine is planned for.</param>
/// <param name="LoadPort">Whether programs can be loaded at run time.</param>
public sealed record RandomAccelerator(
    int Seed, AcceleratorFamily Family, IntegerGraph Graph, EngineProgram Program, MemoryPlan Memories, bool LoadPort)
{
    /// <summary>The configuration in a line.</summary>
    public override string ToString()
    {
        var parameters = Program.Parameters;
        return FormattableString.Invariant(
            $"n={parameters.InputRows} m={parameters.InputColumns} {parameters.Shape}")
            + FormattableString.Invariant($" bits={parameters.Widths.ActivationBits}/{parameters.Weights.ElementBits}")
            + (parameters.Widths.Norm.Features > 0 ? " norm" : "")
            + (parameters.Depths.Function > 2 ? " table" : "")
            + (LoadPort ? " load" : "");
    }
}
