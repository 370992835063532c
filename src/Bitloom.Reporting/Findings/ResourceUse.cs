using System.Collections.Immutable;

namespace Bitloom.Reporting;

/// <summary>One resource: how much is taken of how much.</summary>
/// <param name="Estimated">Before synthesis; null: there was no estimate.</param>
internal sealed record ResourceUse(
    string Name, double Taken, double Available, double? Estimated, ResourceKind Kind = ResourceKind.Other)
{
    /// <summary>Taken as a share of what there is.</summary>
    public double Share => Taken / Available;

    public static ImmutableArray<ResourceUse> Of(ResourceSection resources) =>
    [
        new("LUTs", resources.Lut, resources.Budget.Lut, resources.Estimate?.Lut, ResourceKind.Lut),
        new("memory LUTs", resources.LutMemory, resources.Budget.LutMemory, resources.Estimate?.LutMemory),
        new("flip-flops", resources.Ff, resources.Budget.Ff, resources.Estimate?.Ff),
        new(
            Blocks(resources.Budget), resources.BlockRam, resources.Budget.BlockRam, resources.Estimate?.BlockRam,
            ResourceKind.BlockRam),
        new("DSP slices", resources.Dsp, resources.Budget.Dsp, resources.Estimate?.Dsp),
    ];

    /// <summary>The one of which the greatest share is taken.</summary>
    public static ResourceUse? Tightest(ResourceSection resources) =>
        Of(resources).Where(use => use.Available > 0).MaxBy(use => use.Share);

    private static string Blocks(ResourceBudget budget) =>
        FormattableString.Invariant($"{budget.BlockRamKbit}-kbit memory blocks");
}
