using System.Collections.Immutable;

namespace Bitloom.Reporting;

/// <summary>Of a device that is nearly full: which resource is the limit, what takes it, and what would free some.</summary>
public sealed class LimitRule : IFindingRule
{
    /// <summary>The share of a resource from which on it is a limit.</summary>
    public const double NearlyAll = 0.9;

    private const int MostMemories = 3;

    /// <inheritdoc/>
    public string Name => "limit";

    /// <inheritdoc/>
    public IEnumerable<Finding> Apply(Report report)
    {
        if (report.Resources is not { } resources || ResourceUse.Tightest(resources) is not { Share: >= NearlyAll } use)
            yield break;
        var taken = $"{NumberText.Number(use.Taken)} of {NumberText.Number(use.Available)} are taken";
        yield return new Finding(
            FindingLevel.Note, Name, $"The {use.Name} are the limit: {taken}.{Takers(report, use)}{Advice(report, use)}");
    }

    private static string Takers(Report report, ResourceUse use)
    {
        ImmutableArray<(string Name, double Taken)> memories =
        [
            .. report.Memories.Select(memory => (memory.Name, Taken: Of(use, memory.BlockRam, memory.Lut)))
                .Where(memory => memory.Taken > 0).OrderByDescending(memory => memory.Taken).Take(MostMemories),
        ];
        return memories.IsEmpty
            ? ""
            : $" Of the memories, most are in {string.Join(", ", memories.Select(Text))}.";

        static string Text((string Name, double Taken) memory) => $"{memory.Name} ({NumberText.Number(memory.Taken)})";
    }

    private static string Advice(Report report, ResourceUse use)
    {
        if (report.Savings.IsEmpty || use.Kind == ResourceKind.Other)
            return "";
        var helpful = report.Savings.FirstOrDefault(saving => Of(use, saving.BlockRam, saving.Lut) > 0);
        return helpful is null
            ? " Narrower weights would free none of them."
            : $" {char.ToUpperInvariant(helpful.Change[0])}{helpful.Change[1..]} would free "
                + $"{NumberText.Number(Of(use, helpful.BlockRam, helpful.Lut))}.";
    }

    private static double Of(ResourceUse use, double blockRam, int lut) => use.Kind switch
    {
        ResourceKind.BlockRam => blockRam,
        ResourceKind.Lut => lut,
        ResourceKind.Other => 0,
    };
}
