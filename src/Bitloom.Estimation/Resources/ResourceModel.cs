using System.Collections.Immutable;

namespace Bitloom.Estimation;

/// <summary>
/// The cells of an engine as a sum over its parts of coefficients times features, fitted to measured points of a family.
/// </summary>
/// <param name="Family">As device files name it.</param>
/// <param name="Tool">What the points were synthesized with.</param>
/// <param name="Points">How many there were.</param>
/// <param name="Coefficients">A cell kind's, one a feature in the order of <see cref="EngineFeatures.Names"/>.</param>
/// <param name="Errors">Of <see cref="Checked"/> other engines; where there are none, of points left out in turn.</param>
public sealed record ResourceModel(
    string Family,
    string Tool,
    int Points,
    ImmutableDictionary<CellKind, ImmutableArray<double>> Coefficients,
    ImmutableDictionary<CellKind, FitError> Errors)
{
    /// <summary>Engines that were synthesized to check the fitted model, and that nothing was fitted to.</summary>
    public int Checked { get; init; }

    /// <summary>The estimate of an engine.</summary>
    public ResourceEstimate Estimate(EngineStructure engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        var (family, parameters, features) = (engine.Family, engine.Parameters, EngineFeatures.Of(engine));
        var (memory, units) = (0, 0);
        foreach (var part in engine.Parts)
        {
            memory += MemoryCells.LutMemory(family, part);
            units += MemoryCells.BlockUnits(family, part);
        }

        return new(
            Cells(CellKind.Lut, features) + memory, memory, Cells(CellKind.FlipFlop, features),
            Cells(CellKind.Carry, features), units, (double)units / family.UnitsPerBlock,
            parameters.Multipliers.Slices(parameters.Shape));
    }

    private int Cells(CellKind kind, ImmutableArray<double> features)
    {
        var coefficients = Coefficients[kind].AsSpan();
        double sum = 0;
        for (var index = 0; index < coefficients.Length; index++)
            sum += coefficients[index] * features[index];
        return (int)Math.Floor(sum + 0.5);
    }
}
