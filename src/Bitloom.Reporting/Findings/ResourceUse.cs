using System.Collections.Immutable;

namespace Bitloom.Reporting;

/// <summary>One resource: how much is taken of how much.</summary>
internal sealed record ResourceUse(
    string Name, double Taken, double Available, ResourceKind Kind = ResourceKind.Other)
{
    /// <summary>Taken as a share of what there is.</summary>
    public double Share => Taken / Available;

    public static ImmutableArray<ResourceUse> Of(ResourceSection resources) =>
    [
        new("LUTs", resources.Lut, resources.Budget.Lut, ResourceKind.Lut),
        new("memory LUTs", resources.LutMemory, resources.Budget.LutMemory),
        new("flip-flops", resources.Ff, resources.Budget.Ff),
        new(Blocks(resources.Budget), resources.BlockRam, resources.Budget.BlockRam, ResourceKind.BlockRam),
        new("DSP slices", resources.Dsp, resources.Budget.Dsp),
    ];

    /// <summary>The one of which the greatest share is taken.</summary>
    public static ResourceUse? Tightest(ResourceSection resources) =>
        Of(resources).Where(use => use.Available > 0).MaxBy(use => use.Share);

    private static string Blocks(ResourceBudget budget) =>
        FormattableString.Invariant($"{budget.BlockRamKbit}-kbit memory blocks");
}
